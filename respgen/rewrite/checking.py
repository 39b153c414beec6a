"""A rewritten file, held against the one before.

Go in: both texts, and where they differ. Comes out: nothing, or Refused where the new one does not
parse, or where a statement that nobody touched is another.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from respgen.rewrite.edits import Refused, Span
from respgen.rewrite.splicing import Splice
from respgen.rewrite.text import Range, Text


def parsed(new: bytes) -> Text:
    """A new text. Raises Refused where it is no Python."""
    try:
        return Text(new)
    except Refused as error:
        raise Refused(f"the file would not be Python: {error.reason}") from error


def confirm(
    old: Text, text: Text, splices: Sequence[Splice], replaced: Iterable[Range]
) -> None:
    """Raises Refused; `replaced` are old places of new expressions and statements."""
    if text.mark != old.mark or text.codec != old.codec:
        raise Refused("the file would be in another encoding")
    moved = Moved(splices)
    ranges = _Ranges.of(text)
    if not all(ranges.has(text, moved.new(each)) for each in replaced):
        raise Refused("the new code would be read in another way")
    found = {_place(text, node) for node in _statements(text)}
    for node in _statements(old):
        place = old.range(Span.of(node))
        if not moved.touches(place):
            kind, now = type(node).__name__, moved.range(place)
            if (kind, now) not in found or old[place] != text[now]:
                raise Refused(f"line {node.lineno} would come out another")


class _Ranges(NamedTuple):
    """Where expressions and statements are, and where the latter begin and end."""

    every: frozenset[Range]
    starts: frozenset[int]
    ends: frozenset[int]

    @classmethod
    def of(cls, text: Text) -> _Ranges:
        nodes = (n for n in ast.walk(text.tree) if isinstance(n, (ast.expr, ast.stmt)))
        every = {node: text.range(Span.of(node)) for node in nodes}
        whole = [place for node, place in every.items() if isinstance(node, ast.stmt)]
        starts, ends = (frozenset(place[i] for place in whole) for i in (0, 1))
        return cls(frozenset(every.values()), starts, ends)

    def has(self, text: Text, place: Range) -> bool:
        """Whether a range is one expression, or one or several statements."""
        inner: Range | None = place
        while inner:
            if inner in self.every:
                return True
            inner = text.without_parentheses(inner)
        return place.start in self.starts and place.end in self.ends


class Moved:
    """Where places are once splices are done."""

    def __init__(self, splices: Sequence[Splice]) -> None:
        self._splices = sorted(splices)
        self._ends = [each.place.end for each in self._splices]
        self._shifts = [0]
        for place, new in self._splices:
            longer = len(new) - (place.end - place.start)
            self._shifts.append(self._shifts[-1] + longer)

    def touches(self, place: Range) -> bool:
        """Whether a splice is inside of a range, or takes something of it."""
        return any(
            place.start < each.place.end and each.place.start < place.end
            for each in self._splices
        )

    def new(self, place: Range) -> Range:
        """Where a replaced range begins and ends now."""
        index = bisect_right(self._ends, place.start)
        while self._splices[index].place != place:
            index += 1
        start = place.start + self._shifts[index]
        return Range(start, start + len(self._splices[index].text))

    def range(self, place: Range) -> Range:
        """An untouched range in the new text."""
        shift = self._shifts[bisect_right(self._ends, place.start)]
        return Range(place.start + shift, place.end + shift)


def _statements(text: Text) -> list[ast.stmt]:
    return [node for node in ast.walk(text.tree) if isinstance(node, ast.stmt)]


def _place(text: Text, node: ast.stmt) -> tuple[str, Range]:
    return type(node).__name__, text.range(Span.of(node))
