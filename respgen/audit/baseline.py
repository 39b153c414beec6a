"""The findings that a project has on record: old ones, which do not fail it.

Goes in: the bytes of the file, or identities. Comes out: how often each may be found, or bytes. The
file is JSON with one line for each finding, sorted, and a last line that never changes, so that
branches which add findings merge. It holds no line numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from respgen.audit.statements import Identity

VERSION = 1
_END = f'{{"respgen": {VERSION}}}'
_KEYS = {"path": str, "code": str, "statement": str, "digest": str, "count": int}


class Unusable(Exception):  # noqa: N818 # what the file is, not what failed
    """The file is no baseline; the message says why, and `line` where."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding is on record, and the line of the file `name` that says so."""

    name: str = ""
    counts: Mapping[Identity, int] = field(default_factory=dict)
    lines: Mapping[Identity, int] = field(default_factory=dict)


_CONFLICT = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
"""What git begins the lines with between which the sides of a merge stand."""


def parsed(name: str, data: bytes) -> Baseline:
    """The file's entries. Raises Unusable. What two branches both added counts once."""
    try:
        rows = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        there = data.splitlines()[error.lineno - 1 : error.lineno]
        if there and there[0].startswith(_CONFLICT):
            message = "it has marks of a conflict: take them out, and keep both sides"
            raise Unusable(message, error.lineno) from error
        raise Unusable(f"it is no JSON: {error.msg}", error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise Unusable(f"it is no JSON: {error}") from error
    if not isinstance(rows, list) or rows[-1:] != [{"respgen": VERSION}]:
        raise Unusable(f"its last entry must be {_END}")
    counts: dict[Identity, int] = {}
    lines: dict[Identity, int] = {}
    for row, line in zip(rows[:-1], _lines(data, len(rows) - 1), strict=True):
        own, count = _entry(row, line)
        counts[own] = max(count, counts.get(own, 0))
        lines.setdefault(own, line)
    return Baseline(name, counts, lines)


def _lines(data: bytes, count: int) -> list[int]:
    """Where entries stand, if nobody has laid out the file anew."""
    found = [n for n, line in enumerate(data.split(b"\n"), 1) if b'"path"' in line]
    return found if len(found) == count else [1] * count


def _entry(row: object, line: int) -> tuple[Identity, int]:
    if not isinstance(row, dict) or row.keys() != _KEYS.keys():
        raise Unusable(f"an entry must have the keys {', '.join(_KEYS)}", line)
    for key, kind in _KEYS.items():
        if type(row[key]) is not kind:
            words = {str: "a string", int: "a whole number"}[kind]
            raise Unusable(f"{key} must be {words}", line)
    if row["count"] < 1:
        raise Unusable("count must be 1 or more", line)
    own = Identity(row["path"], row["code"], row["statement"], row["digest"])
    return own, row["count"]


def encoded(counts: Mapping[Identity, int]) -> bytes:
    """The file that holds these; the same for the same, whatever their order."""
    rows = [f"{_row(own, counts[own])},\n" for own in sorted(counts)]
    return f"[\n{''.join(rows)}{_END}\n]\n".encode()


def _row(own: Identity, count: int) -> str:
    values = (own.path, own.code, own.statement, own.digest, count)
    return json.dumps(dict(zip(_KEYS, values, strict=True)))


def rewritten(
    old: Baseline | None,
    found: Iterable[Identity],
    kept: Iterable[Identity],
    grow: bool,
) -> dict[Identity, int]:
    """The counts to write: of a new file all that is found, of an old one what is still found.

    `kept` are entries that this run says nothing of. With `grow`, what is new is added.
    """
    now: dict[Identity, int] = {}
    for own in found:
        now[own] = now.get(own, 0) + 1
    if old is None:
        return now
    if not grow:
        now = {k: min(count, old.counts.get(k, 0)) for k, count in now.items()}
    merged = now | {own: old.counts[own] for own in kept}
    return {own: count for own, count in merged.items() if count}
