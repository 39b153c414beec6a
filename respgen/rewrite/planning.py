"""Which changes of a file can be done together.

Goes in: a file, and one change after the other. Comes out: a Plan of those that can be done; Refused,
with the reason, for the others.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from respgen.rewrite.edits import Change, Edit, Name, Refused, Replace, Source, Span
from respgen.rewrite.imported import Imports, Place
from respgen.rewrite.naming import Naming
from respgen.rewrite.nodes import Nodes
from respgen.rewrite.rendering import quoted
from respgen.rewrite.text import Range, Text


@dataclass
class Plan:
    """What will be done."""

    source: Source
    text: Text
    nodes: Nodes
    imports: Imports
    naming: Naming
    edits: list[tuple[Range, Edit]] = field(default_factory=list)
    _quotes: list[list[Range]] = field(default_factory=list)
    """What the change of each edit quotes."""

    def accept(self, change: Change) -> None:
        """Takes a change, as a whole. Raises Refused."""
        quotes = [each for edit in change for each in self._quoted(edit)]
        placed = [(self._range(edit), edit) for edit in change]
        for place, edit in placed:
            self._confirm_text(edit)
            self._confirm_comments(place, edit, quotes)
        every = [*self.edits, *placed]
        every_quotes = [*self._quotes, *([quotes] * len(placed))]
        for index, (place, edit) in enumerate(every):
            for other, (its, _) in enumerate(every):
                if other != index and max(index, other) >= len(self.edits):
                    self._confirm_apart(place, its, every_quotes[other], edit)
        needed = [each for edit in change for each in self.names(edit)]
        for name, where in needed:
            reason = self.source.barred(name.module)
            if reason and self.naming.missing(name, where):
                raise Refused(reason)
        self.naming.need(needed)
        self.edits, self._quotes = every, every_quotes

    def _range(self, edit: Edit) -> Range:
        span = edit.span
        if span is None or not self.nodes.get(span):
            raise Refused("no expression or statement has this place", span)
        return self.text.range(span)

    def _quoted(self, edit: Edit) -> Iterator[Range]:
        pieces = edit.pieces if isinstance(edit, Replace) else ()
        for each in pieces:
            if isinstance(each, Span):
                yield quoted(self.text, self.nodes, each)

    def _confirm_text(self, edit: Edit) -> None:
        for each in edit.pieces if isinstance(edit, Replace) else ():
            text = each if isinstance(each, str) else ""
            if isinstance(each, Name):
                text = f"{each.module} {each.name} {each.attribute}"
            try:
                text.encode(self.text.codec)
            except UnicodeEncodeError as error:
                wrong = text[error.start : error.end]
                reason = f"{self.text.codec} has no {wrong!r}"
                raise Refused(reason, edit.span) from error

    def _confirm_comments(self, place: Range, edit: Edit, quotes: list[Range]) -> None:
        for comment in self.text.commented(place):
            if not any(each.holds(comment.place) for each in quotes):
                reason = f"a comment would be lost: {comment.text}"
                raise Refused(reason, self._span(comment.place))

    def _span(self, place: Range) -> Span:
        row = self.text.row(place.start)
        start = len(self.text.before(place.start).encode())
        return Span(row, start, row, start + len(self.text[place].encode()))

    def _confirm_apart(
        self, place: Range, other: Range, quotes: list[Range], edit: Edit
    ) -> None:
        """An edit inside of another has to be in something that the other's change keeps."""
        if not place.meets(other) or (place.holds(other) and place != other):
            return
        inside = other.holds(place) and place != other
        if not (inside and any(each.holds(place) for each in quotes)):
            raise Refused("another edit changes the same code", edit.span)

    # Names

    def names(self, edit: Edit) -> Iterator[tuple[Name, Place]]:
        """The names that an edit writes, with its place."""
        for each in edit.pieces if isinstance(edit, Replace) else ():
            if isinstance(each, Name):
                yield each, self.place(edit)

    def place(self, edit: Edit) -> Place:
        """Where the names of an edit are written."""
        span = edit.span
        node = self.nodes.get(span) if span else None
        if span is None or node is None:
            raise Refused("no expression or statement has this place", span)
        scope = self.imports.scopes.of[node]
        annotates = any(_holds(each, span) for each in self.nodes.annotations)
        checked = annotates and self._is_checked(node)
        return Place(scope, span.line, annotates, checked)

    def _is_checked(self, node: ast.AST) -> bool:
        """Whether something in it is known to type checkers alone."""
        checking = {each.local for each in self.imports.every if each.checking}
        inside = (n.id for n in ast.walk(node) if isinstance(n, ast.Name))
        return any(name in checking for name in inside)


def _holds(outer: Span, inner: Span) -> bool:
    return (outer.line, outer.column) <= (inner.line, inner.column) and (
        inner.end_line,
        inner.end_column,
    ) <= (outer.end_line, outer.end_column)
