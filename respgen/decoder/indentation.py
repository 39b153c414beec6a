"""Keys that stand beside the key that they belong below, because their lines are not indented.

    responses:
    Item:             # YAML reads null, and then a key of the file
      status_code: 200

Goes in: the entries of a mapping. Comes out: one note for each such place, and the other entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from respgen.decoder.reading import Reading
from respgen.diagnostics import quoted
from respgen.load.tree import Entry, Scalar


@runtime_checkable
class Nested(Protocol):
    """A shape that may be a mapping; `inner` are the keys that it would have."""

    @property
    def inner(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class _Gap:
    """A key without a value, and the keys after it that are its own."""

    above: Entry
    first: Entry


def settled_entries(
    entries: Iterable[Entry], belongs: Callable[[Entry, Entry], bool], reading: Reading
) -> list[Entry]:
    """The entries without those that belong below another, and without that one.

    `belongs` tells it of an entry and of the empty one before it.
    """
    kept: list[Entry] = []
    gap: _Gap | None = None
    for entry in entries:
        if gap and belongs(gap.above, entry):
            continue
        above = kept[-1] if kept else None
        gap = None
        if above and _is_empty(above, entry) and belongs(above, entry):
            gap = _Gap(kept.pop(), entry)
            _note(gap, reading)
        else:
            kept.append(entry)
    return kept


def _is_empty(entry: Entry, after: Entry) -> bool:
    """Whether nothing was written as its value, and a new line begins what comes after it."""
    node = entry.value
    if not isinstance(node, Scalar) or node.value is not None:
        return False
    span = node.span
    empty = (span.line, span.column) == (span.end_line, span.end_column)
    return empty and entry.key_span.line < after.key_span.line


def _note(gap: _Gap, reading: Reading) -> None:
    above, first = gap.above.key, gap.first.key
    message = f"{quoted(first)} is not indented, so {quoted(above)} is empty"
    advice = f"indent it, and the lines that follow, below {above}"
    reading.unindented(gap.first, message, advice)
