"""Statements that go, with their lines.

Go in: the statements of a file that are to go. Come out: splices; a block that would be empty gets
`pass`, and blank lines do not pile up where lines went.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from respgen.rewrite.edits import Span
from respgen.rewrite.nodes import Block, Nodes
from respgen.rewrite.splicing import Splice
from respgen.rewrite.text import Range, Text


@dataclass(frozen=True, slots=True)
class Removal:
    """`filled` are offsets at which new lines are put: blank lines around them stay."""

    text: Text
    nodes: Nodes
    filled: Collection[int] = ()

    def splices(self, gone: Collection[ast.stmt]) -> Iterator[Splice]:
        """What takes them away."""
        blocks = {id(self.nodes.blocks[each][1]): each for each in gone}
        whole: list[Range] = []
        for each in blocks.values():
            block = self.nodes.blocks[each][1]
            parent = self.nodes.blocks[each][0]
            is_empty = all(other in gone for other in block)
            if isinstance(parent, ast.Module) or self._is_filled(block):
                is_empty = False
            for line in self._lines(block):
                if is_empty and line[0] is block[0]:
                    yield Splice(self._reach(line), "pass")
                elif all(other in gone for other in line):
                    whole.append(self._reach(line))
                else:
                    yield from self._shared(line, gone)
        yield from self._whole(sorted(whole))

    def _is_filled(self, block: Block) -> bool:
        place = Range(self.start(block[0]), self.text.line_end(self.start(block[-1])))
        first = self.text.start(self.text.row(place.start))
        return any(first <= each <= place.end for each in self.filled)

    def _lines(self, block: Block) -> Iterator[list[ast.stmt]]:
        """The statements of a block, those of one logical line together."""
        for _, line in groupby(block, lambda e: self.text.line_end(self.start(e))):
            yield list(line)

    def start(self, node: ast.stmt) -> int:
        """Where a statement begins, with its decorators."""
        return statement_range(self.text, node).start

    def _reach(self, line: list[ast.stmt]) -> Range:
        """From the first statement of a line to behind the last one, and its semicolon."""
        end = statement_range(self.text, line[-1]).end
        place = Range(self.start(line[0]), end)
        _, after = self.text.around(Range(end, end))
        if after and after.text == ";":
            return Range(place.start, after.place.end)
        return place

    def _shared(
        self, line: list[ast.stmt], gone: Collection[ast.stmt]
    ) -> Iterator[Splice]:
        """Those of a line on which others stay."""
        last = max(i for i, each in enumerate(line) if each not in gone)
        for index, each in enumerate(line[:last]):
            if each in gone:
                yield Splice(Range(self.start(each), self.start(line[index + 1])), "")
        if last + 1 < len(line):
            end = statement_range(self.text, line[last]).end
            yield Splice(Range(end, self._reach(line).end), "")

    def _whole(self, places: Iterable[Range]) -> Iterator[Splice]:
        """Lines on which nothing stays, but a comment."""
        rows: list[list[int]] = []
        for place in places:
            end = self.text.line_end(place.end)
            comment = next(self.text.commented(Range(place.end, end)), None)
            if comment:
                yield Splice(Range(place.start, comment.place.start), "")
                continue
            first, after = self.text.row(place.start), self.text.row_behind(end)
            if rows and self._are_one(rows[-1][1], first):
                rows[-1][1] = after
            else:
                rows.append([first, after])
        for first, after in rows:
            yield Splice(self._widened(first, after), "")

    def _widened(self, first: int, after: int) -> Range:
        """The rows from `first` to before `after`, with blank ones that nothing needs any more."""
        text = self.text
        before, behind = self._blank(first - 1, -1), self._blank(after, 1)
        # new lines above blank ones are like any others
        start = text.start(first - before) + bool(before)
        if not self._has_new(start, text.start(after + behind)):
            ends_block = self._ends_block(first, after, behind)
            if before and (ends_block or before <= behind):
                first -= before
            elif behind and (before or self._starts_block(first)):
                after += behind
        return Range(text.start(first), text.start(after))

    def _are_one(self, row: int, first: int) -> bool:
        """Whether nothing is left between two rows."""
        is_blank = row + self._blank(row, 1) >= first
        start, end = self.text.start(row), self.text.start(first)
        return is_blank and not self._has_new(start, end)

    def _has_new(self, start: int, end: int) -> bool:
        return any(start <= each <= end for each in self.filled)

    def _blank(self, row: int, step: int) -> int:
        """How many blank lines there are from a row on."""
        count = 0
        while 1 <= row <= self.text.rows and self.text.is_blank(row):
            count, row = count + 1, row + step
        return count

    def _ends_block(self, first: int, after: int, blank: int) -> bool:
        row = after + blank
        if row > self.text.rows or not self.text.line(row):
            return True
        own, following = (self.text.margin(self.text.start(r)) for r in (first, row))
        return not blank and len(following) < len(own)

    def _starts_block(self, first: int) -> bool:
        if first == 1:
            return True
        above = self.text.line(first - 1)
        return above.split("#")[0].rstrip().endswith(":")


def logical_line(text: Text, node: ast.stmt) -> Range:
    """From a statement to the end of its line."""
    start = text.range(Span.of(node)).start
    return Range(start, text.line_end(start))


def logical_reach(text: Text, node: ast.stmt) -> Range:
    """From a statement to the end of its last line."""
    place = text.range(Span.of(node))
    return Range(place.start, text.line_end(max(place.start, place.end - 1)))


def statement_range(text: Text, node: ast.stmt) -> Range:
    """A statement with its decorators."""
    place = text.range(Span.of(node))
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    if not decorators:
        return place
    first = text.with_parentheses(text.range(Span.of(decorators[0])))
    before, _ = text.around(first)
    return Range(before.place.start if before else place.start, place.end)
