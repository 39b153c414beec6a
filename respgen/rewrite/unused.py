"""Imported names that nothing uses any more.

Go in: what will be done to a file, and the file without it being done to imports. Come out: the names
that leave their import. A name stays where somebody else may need it, or where a comment would go
with it.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from respgen.rewrite.checking import Moved
from respgen.rewrite.edits import Replace, Span
from respgen.rewrite.imported import Statement, is_type_checking
from respgen.rewrite.lines import is_listed
from respgen.rewrite.mentions import WORD, exported, mentioned
from respgen.rewrite.planning import Plan
from respgen.rewrite.removing import logical_line, logical_reach
from respgen.rewrite.scopes import Scope, Scopes, scopes
from respgen.rewrite.text import Range, Text


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A name of an import, in its scope."""

    statement: Statement
    alias: ast.alias
    scope: Scope

    @property
    def local(self) -> str:
        """The name that it binds."""
        return self.alias.asname or self.alias.name.partition(".")[0]


@dataclass
class Unused:
    """Compares the uses of names before and after."""

    plan: Plan

    @cached_property
    def _candidates(self) -> tuple[Candidate, ...]:
        """The names that were used, and that nobody needs who is not seen."""
        return tuple(each for each in self._imported() if self._may_go(each))

    @cached_property
    def _exported(self) -> frozenset[str]:
        return exported(self.plan.text.tree)

    def _imported(self) -> Iterator[Candidate]:
        blocks = self.plan.nodes.blocks
        for node, (parent, _) in blocks.items():
            if not isinstance(node, (ast.Import, ast.ImportFrom)):
                continue
            scope = self.plan.imports.scopes.of[node]
            if _is_plain(parent, scope):
                yield from (Candidate(node, alias, scope) for alias in node.names)

    def _may_go(self, each: Candidate) -> bool:
        top = self.plan.imports.scopes.top
        name, alias = each.local, each.alias
        if (
            alias.name == "*"
            or alias.asname == alias.name
            or each.scope.names[name] > 1
        ):
            return False
        if each.scope is top and name in self.plan.source.public:
            return False
        if name in self._exported or self._is_commented(each):
            return False
        return any(self.plan.imports.scopes.uses(name, each.scope))

    def _is_commented(self, each: Candidate) -> bool:
        """Whether a comment is about the name."""
        text, node = self.plan.text, each.statement
        comments = list(text.commented(logical_line(text, node)))
        if any("noqa" in comment.text for comment in comments):
            return True
        rows = {text.row(comment.place.start) for comment in comments}
        if is_listed(node):
            return each.alias.lineno in rows
        return any(text.commented(text.range(Span.of(node))))

    def dying(self) -> frozenset[str]:
        """Names of the module whose every use is rewritten away: others may have them."""
        wanted = {(n.module, n.name) for n in self.plan.naming.wanted}
        taken = {
            each.local
            for each in self.plan.imports.every
            if (each.module, each.name) in wanted
        }
        top = self.plan.imports.scopes.top
        used = taken | mentioned(self.plan.text) | self._new_words
        return frozenset(
            each.local
            for each in self._candidates
            if each.scope is top
            and each.local not in used
            and not any(self.plan.text.commented(self._line(each)))
            and not any(map(self._is_kept, self._uses(each)))
        )

    @property
    def _new_words(self) -> frozenset[str]:
        """The words in what edits write as text."""
        edits = (each.edit for each in self.plan.edits)
        replaced = (each for each in edits if isinstance(each, Replace))
        pieces = (piece for each in replaced for piece in each.pieces)
        texts = (piece for piece in pieces if isinstance(piece, str))
        return frozenset(word for text in texts for word in WORD.findall(text))

    def _line(self, each: Candidate) -> Range:
        return logical_line(self.plan.text, each.statement)

    def _uses(self, each: Candidate) -> Iterator[Range]:
        uses = self.plan.imports.scopes.uses(each.local, each.scope)
        return (self.plan.text.range(Span.of(use)) for use in uses)

    def _is_kept(self, place: Range) -> bool:
        """Whether code of the old file is in the new one."""
        over = [each.place for each in self.plan.edits if each.place.holds(place)]
        if not over:
            return True
        inner = min(over, key=lambda each: each.end - each.start)
        quotes = (quote for each in self.plan.edits for quote in each.quotes)
        return any(q.holds(place) and not q.holds(inner) for q in quotes)

    def leaving(
        self, new: Text, moved: Moved, *, keeps_checks: bool
    ) -> dict[Statement, set[ast.alias]]:
        """The names that leave each statement; without `keeps_checks`, TYPE_CHECKING may, too."""
        found: dict[Statement, set[ast.alias]] = {}
        for each in self._gone(new, moved, keeps_checks):
            found.setdefault(each.statement, set()).add(each.alias)
        for node in [each for each in found if len(found[each]) == len(each.names)]:
            if any(self.plan.text.commented(logical_line(self.plan.text, node))):
                del found[node]
        for other in self.plan.moved:
            found.setdefault(other.statement, set()).add(other.alias)
        return found

    def _gone(self, new: Text, moved: Moved, keeps_checks: bool) -> list[Candidate]:
        """Those that nothing uses in the new text, in which imports are what they were."""
        after = _After(new, scopes(new.tree), moved)
        found = [each for each in self._candidates if self._is_gone(each, after, ())]
        blocks = [each for each in self._bare if _is_empty(each, found)]
        if keeps_checks or not blocks:
            return found
        tests = [moved.range(self.plan.text.range(Span.of(e.test))) for e in blocks]
        return [each for each in self._candidates if self._is_gone(each, after, tests)]

    def _is_gone(
        self, each: Candidate, after: _After, without: Collection[Range]
    ) -> bool:
        if each.local in self.plan.imports.dying:
            return each.scope is self.plan.imports.scopes.top
        place = self.plan.text.range(Span.of(each.statement))
        scope = None if after.moved.touches(place) else after.scope(place)
        if scope is None or each.local in after.mentioned(scope):
            return False
        uses = after.scopes.uses(each.local, scope)
        places = (after.text.range(Span.of(use)) for use in uses)
        return all(any(o.holds(place) for o in without) for place in places)

    def emptied(self, gone: Collection[ast.stmt]) -> Iterator[ast.If]:
        """Conditions for type checkers under which nothing is left."""
        return (each for each in self._bare if all(e in gone for e in each.body))

    @cached_property
    def _bare(self) -> list[ast.If]:
        """Conditions for type checkers that may go with what is under them."""
        text = self.plan.text
        return [
            node
            for node in self.plan.imports.checks
            if not node.orelse and not any(text.commented(logical_reach(text, node)))
        ]


@dataclass
class _After:
    text: Text
    scopes: Scopes
    moved: Moved

    _mentioned: dict[ast.AST, frozenset[str]] = field(default_factory=dict)

    def mentioned(self, scope: Scope) -> frozenset[str]:
        """The words that may be names of a scope."""
        if scope.node not in self._mentioned:
            self._mentioned[scope.node] = mentioned(self.text, scope.node)
        return self._mentioned[scope.node]

    @cached_property
    def _scopes(self) -> dict[Range, Scope]:
        return {
            self.text.range(Span.of(node)): scope
            for node, scope in self.scopes.of.items()
            if isinstance(node, (ast.Import, ast.ImportFrom))
        }

    def scope(self, place: Range) -> Scope | None:
        """That of the import that was at a place before."""
        return self._scopes.get(self.moved.range(place))


def _is_plain(parent: ast.AST, scope: Scope) -> bool:
    """Whether an import in this block is one that nothing depends on."""
    if isinstance(parent, ast.If):
        return scope.is_deferred or is_type_checking(parent.test)
    return isinstance(parent, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef))


def _is_empty(block: ast.If, gone: Collection[Candidate]) -> bool:
    left = {each.alias for each in gone}
    return all(
        isinstance(node, (ast.Import, ast.ImportFrom))
        and all(alias in left for alias in node.names)
        for node in block.body
    )
