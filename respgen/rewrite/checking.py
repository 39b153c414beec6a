"""A rewritten file, held against the one before.

Go in: both texts, and where they differ. Comes out: nothing, or Refused where the new one does not
parse, or where a statement that nobody touched is another.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Sequence

from respgen.rewrite.edits import Refused, Span
from respgen.rewrite.splicing import Splice
from respgen.rewrite.text import Range, Text


def confirm(old: Text, new: bytes, splices: Sequence[Splice]) -> Text:
    """The new text. Raises Refused."""
    text = Text(new)
    if text.mark != old.mark or text.codec != old.codec:
        raise Refused("the file would be in another encoding")
    moved = Moved(splices)
    found = {_place(text, node) for node in _statements(text)}
    for node in _statements(old):
        place = old.range(Span.of(node))
        if not moved.touches(place):
            kind, now = type(node).__name__, moved.range(place)
            if (kind, now) not in found or old[place] != text[now]:
                raise Refused(f"line {node.lineno} would come out another")
    return text


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

    def range(self, place: Range) -> Range:
        """An untouched range in the new text."""
        shift = self._shifts[bisect_right(self._ends, place.start)]
        return Range(place.start + shift, place.end + shift)


def _statements(text: Text) -> list[ast.stmt]:
    return [node for node in ast.walk(text.tree) if isinstance(node, ast.stmt)]


def _place(text: Text, node: ast.stmt) -> tuple[str, Range]:
    return type(node).__name__, text.range(Span.of(node))
