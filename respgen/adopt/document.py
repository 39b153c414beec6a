"""Entries -> a schema file, or more of one that is there.

Goes in: the bytes of the file, and proposals. Come out: bytes that begin with all that was there, and
have the entries at the ends of their sections; and the lines of each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO

from respgen.adopt.proposals import Proposal, Section
from respgen.adopt.text import block

_SECTIONS: tuple[Section, ...] = ("cookies", "responses", "problems")
_TOP = "respgen: 1\n"
_EMPTY = re.compile(r"\s*(?:\{\s*\})?\s*(?:#.*)?")


class Unfit(Exception):  # noqa: N818 # a decision, no failure
    """The text says why a file takes no entries."""


@dataclass(frozen=True, slots=True)
class Document:
    """`starts` are the first lines of entries, in their order, `numbers` which proposals they are."""

    data: bytes
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def entry(self, line: int) -> int | None:
        """The proposal that a line is of; what is not new is of none."""
        place = bisect_right(self.starts, line) - 1
        found = self.numbers[place] if place >= 0 else -1
        return found if found >= 0 else None


@dataclass(slots=True)
class _Text:
    """Lines, and for the new ones the proposal that each is of."""

    lines: list[str]
    of: list[int] = field(default_factory=list)

    def insert(self, at: int, lines: Sequence[str], number: int, end: str) -> None:
        if at and not self.lines[at - 1].endswith(("\n", "\r")):
            self.lines[at - 1] += end
        self.lines[at:at] = lines
        self.of[at:at] = [number] * len(lines)


def document(old: bytes | None, wanted: Sequence[Proposal]) -> Document:
    """The file with the entries. Raises Unfit."""
    try:
        text = (old or _TOP.encode()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unfit("it is not UTF-8") from error
    end = "\r\n" if "\r\n" in text else "\n"
    made = _Text([*StringIO(text, newline="")])
    made.of = [-1] * len(made.lines)
    for section in _SECTIONS:
        found = [n for n, each in enumerate(wanted) if each.section == section]
        if found:
            _add(made, section, [(n, wanted[n]) for n in found], end)
    starts = [
        line
        for line, number in enumerate(made.of, start=1)
        if line == 1 or made.of[line - 2] != number
    ]
    numbers = tuple(made.of[line - 1] for line in starts)
    return Document("".join(made.lines).encode(), tuple(starts), numbers)


def _add(
    made: _Text, section: Section, wanted: Sequence[tuple[int, Proposal]], end: str
) -> None:
    at, indent = _place(made.lines, section)
    if at is None:
        gap = [end] if made.lines and made.lines[-1].strip() else []
        made.insert(len(made.lines), [*gap, f"{section}:{end}"], -1, end)
        at = len(made.lines)
    for number, each in wanted:
        is_first = made.lines[at - 1].startswith(section)
        apart = section != "cookies" and not is_first
        lines = block(each.name, each.keys, indent, each.note)
        made.insert(at, [end] * apart + [f"{line}{end}" for line in lines], number, end)
        at += len(lines) + apart


def _place(lines: Sequence[str], section: Section) -> tuple[int | None, int]:
    """The line behind the last entry of a section, and how far entries are indented."""
    start = next(
        (n for n, line in enumerate(lines) if line.startswith(f"{section}:")), None
    )
    if start is None:
        return None, 2
    if not _EMPTY.fullmatch(lines[start].partition(":")[2]) or "{" in lines[start]:
        raise Unfit(f"{section} stands on one line there, between braces")
    at, indent = start + 1, 0
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.strip() and not line[0].isspace() and not line.startswith("#"):
            break
        if line.strip() and line[0] == " ":
            indent = indent or len(line) - len(line.lstrip())
            at = number + 1
    return at, indent or 2
