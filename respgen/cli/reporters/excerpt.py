"""A line of a schema with a mark under the place that a diagnostic names.

Goes in: a line and a span in characters. Comes out: two lines of equal alignment on a terminal,
whatever the line holds and however long it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from respgen.cli.reporters.visible import cells, visible_character
from respgen.diagnostics import Span

WIDTH = 92
"""Columns for the line itself; with the number before it, about 100."""
_TAB = "    "
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a line, and the mark below it."""

    shown: str
    mark: str


def excerpt(line: str, span: Span) -> Excerpt:
    """The part of the first line of a span that matters."""
    start = min(span.column - 1, len(line))
    one_line = span.end_line == span.line
    end = min(span.end_column - 1, len(line)) if one_line else len(line)
    low = 0 if _high(line, 0) >= end else _low(line, start)
    high = _high(line, low)
    before = _CUT if low else ""
    after = _CUT if high < len(line) else ""
    indent = cells(before + _shown(line[low:start]))
    marked = cells(_shown(line[start : min(end, high)]))
    text = before + _shown(line[low:high]) + after
    return Excerpt(text, " " * indent + "^" * max(1, marked))


def _low(line: str, start: int) -> int:
    """Where the line is cut before a mark: a third of what is shown stands there."""
    room = WIDTH // 3
    if _is_plain(line):
        return max(0, start - room)
    low = start
    while low and (room := room - _room(line[low - 1])) >= 0:
        low -= 1
    return low


def _high(line: str, low: int) -> int:
    """Where the line is cut that is shown from `low`."""
    room = WIDTH
    if _is_plain(line):
        return min(len(line), low + room)
    high = low
    while high < len(line) and (room := room - _room(line[high])) >= 0:
        high += 1
    return high


def _is_plain(line: str) -> bool:
    """Whether each character takes one column, as in most lines."""
    return line.isascii() and line.isprintable()


def _room(character: str) -> int:
    """At least one, so that a heap of combining marks has an end too."""
    return max(1, cells(_shown(character)))


def _shown(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(_TAB if c == "\t" else visible_character(c) for c in line)
