"""Which changes of a file can be done together.

Goes in: a file, and one change after the other. Comes out: a Plan of those that can be done; Refused,
with the reason, for the others.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from respgen.rewrite.commenting import comments
from respgen.rewrite.edits import (
    Change,
    Edit,
    Name,
    Refused,
    Reimport,
    Remove,
    Replace,
    Source,
    Span,
)
from respgen.rewrite.imported import Imported, Imports, Place
from respgen.rewrite.naming import Naming
from respgen.rewrite.nodes import Nodes, is_at, quoted
from respgen.rewrite.reimporting import Outcome, reimported
from respgen.rewrite.rendering import Accepted
from respgen.rewrite.text import Range, Text, Token

_SIMPLE = (
    ast.Assign,
    ast.AugAssign,
    ast.AnnAssign,
    ast.Expr,
    ast.Return,
    ast.Delete,
    ast.Raise,
    ast.Assert,
    ast.Pass,
    ast.Import,
    ast.ImportFrom,
    ast.Global,
    ast.Nonlocal,
    ast.Break,
    ast.Continue,
)


def _is_short(statement: ast.stmt | None) -> bool:
    """Whether it is an `if` of one simple statement."""
    match statement:
        case ast.If(body=[inner], orelse=[]):
            return isinstance(inner, _SIMPLE)
    return False


@dataclass
class Plan:
    """What will be done.

    `removed` are statements that go, `moved` the names of imports that do.
    """

    source: Source
    text: Text
    nodes: Nodes
    imports: Imports
    naming: Naming
    edits: list[Accepted] = field(default_factory=list)
    removed: list[ast.stmt] = field(default_factory=list)
    moved: list[Imported] = field(default_factory=list)

    @property
    def replaced(self) -> frozenset[Range]:
        """The places of expressions and statements that give way to others."""
        return frozenset(e.place for e in self.edits if isinstance(e.edit, Replace))

    def accept(self, change: Change) -> None:
        """Takes a change, as a whole. Raises Refused."""
        outcomes = [self._outcome(edit) for edit in change]
        quotes = tuple(q for each in outcomes for q in self._quoted(each))
        own = [
            Accepted(each.place, each.edit, quotes) for each in outcomes if each.place
        ]
        for each in own:
            self._confirm_text(each.edit)
            self._confirm_comments(each)
        for index, each in enumerate(own):
            for other in (*self.edits, *own[:index]):
                _confirm_apart(each, other)
        needed = [pair for each in own for pair in self._names(each.edit)]
        self._confirm_modules(needed, outcomes)
        self.naming.need(needed)
        self.edits += own
        for outcome in outcomes:
            self._take(outcome)

    def _take(self, outcome: Outcome) -> None:
        if outcome.forced:
            self.naming.force(*outcome.forced)
        if outcome.moved:
            self.moved.append(outcome.moved)
        if isinstance(outcome.edit, Remove) and outcome.place:
            self.removed.append(self.nodes.statements[outcome.edit.span])

    def _outcome(self, edit: Edit) -> Outcome:
        if isinstance(edit, Reimport):
            return reimported(self.source, self.text, self.nodes, self.imports, edit)
        node = self.nodes.get(edit.span)
        if node is None:
            raise Refused("no expression or statement has this place", edit.span)
        self._confirm_formatted(edit.span)
        if isinstance(edit, Remove):
            statement = self.nodes.statements.get(edit.span)
            if not (isinstance(statement, _SIMPLE) or _is_short(statement)):
                raise Refused("only a simple statement can be removed", edit.span)
        return Outcome(edit, self.text.range(edit.span))

    def _quoted(self, outcome: Outcome) -> Iterator[Range]:
        pieces = outcome.edit.pieces if isinstance(outcome.edit, Replace) else ()
        for each in pieces:
            if isinstance(each, Span):
                if not 0 < each.line <= each.end_line <= self.text.rows:
                    raise Refused("a piece quotes what is not in the file", each)
                self._confirm_formatted(each)
                yield quoted(self.text, self.nodes, each)

    def _confirm_formatted(self, span: Span) -> None:
        """What is in an f-string has to be where its span is, and nothing else there."""
        inner = self.nodes.formatted.get(span)
        if inner is None:
            return
        is_other = span in self.nodes.expressions or span in self.nodes.statements
        if is_other or not is_at(self.text, span, inner):
            version = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
            raise Refused(f"{version} does not say where in its f-string it is", span)

    def _confirm_text(self, edit: Replace | Remove) -> None:
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

    def _confirm_comments(self, each: Accepted) -> None:
        place = each.place
        if isinstance(each.edit, Remove):
            place = self._line_of_one(each.edit.span, place)
        kept = self._carried(each)
        for comment in self.text.commented(place):
            is_quoted = any(quote.holds(comment.place) for quote in each.quotes)
            if not is_quoted and comment not in kept:
                reason = f"a comment would be lost: {comment.text}"
                raise Refused(reason, self._span(comment.place))

    def _carried(self, each: Accepted) -> frozenset[Token]:
        """The comments that go with an argument of the new call."""
        if not isinstance(each.edit, Replace):
            return frozenset()
        found = comments(self.text, self.nodes, each.place, each.edit)
        return frozenset(comment for comment, span in found if span)

    def _line_of_one(self, span: Span, place: Range) -> Range:
        """With the rest of its line, where no other statement stands on it."""
        end = self.text.line_end(place.start)
        _, block = self.nodes.blocks[self.nodes.statements[span]]
        starts = (self.text.range(Span.of(each)).start for each in block)
        alone = sum(self.text.line_end(start) == end for start in starts) == 1
        return Range(place.start, end) if alone else place

    def _span(self, place: Range) -> Span:
        row = self.text.row(place.start)
        start = len(self.text.before(place.start).encode())
        return Span(row, start, row, start + len(self.text[place].encode()))

    # Names

    def _confirm_modules(
        self, needed: Sequence[tuple[Name, Place]], outcomes: Sequence[Outcome]
    ) -> None:
        new = [
            name
            for name, place in needed
            if self.naming.missing(name, place) and not place.inner
        ]
        new += [each.forced[0] for each in outcomes if each.forced]
        reasons = (self.source.barred(each.module) for each in new)
        if reason := next(filter(None, reasons), ""):
            raise Refused(reason)

    def _names(self, edit: Replace | Remove) -> Iterator[tuple[Name, Place]]:
        """The names that an edit writes, with its place."""
        for each in edit.pieces if isinstance(edit, Replace) else ():
            if isinstance(each, Name):
                yield each, self.place(edit.span)

    def place(self, span: Span) -> Place:
        """Where the names of an edit of this place are written."""
        node = self.nodes.get(span)
        if node is None:
            raise Refused("no expression or statement has this place", span)
        scope = self.imports.scopes.of[node]
        is_note = any(_holds(each, span) for each in self.nodes.annotations)
        is_text = isinstance(node, ast.Constant)
        checked = is_note and self.imports.checks_alone(node)
        annotates = is_note and (is_text or self.imports.defers_annotations)
        beside = self.imports.beside(node, scope)
        inner = bool(beside and self.imports.scopes.of[beside].is_deferred)
        return Place(scope, span.line, annotates or checked, checked, beside, inner)


def _confirm_apart(one: Accepted, other: Accepted) -> None:
    """An edit inside of another has to be in something that the other's change quotes."""
    if one.place.meets(other.place):
        inner, outer = (other, one) if one.place.holds(other.place) else (one, other)
        inside = outer.place.holds(inner.place) and one.place != other.place
        if not (inside and any(each.holds(inner.place) for each in outer.quotes)):
            raise Refused("another edit changes the same code", one.edit.span)


def _holds(outer: Span, inner: Span) -> bool:
    return (outer.line, outer.column) <= (inner.line, inner.column) and (
        inner.end_line,
        inner.end_column,
    ) <= (outer.end_line, outer.end_column)
