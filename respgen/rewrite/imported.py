"""What a file imports at its top level, and how an object is written there.

Goes in: a tree with its scopes. Come out: imports, and the words for an object at a place.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from respgen.rewrite.edits import Name, Refused
from respgen.rewrite.scopes import Scope, Scopes

Statement: TypeAlias = ast.Import | ast.ImportFrom


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name is to be written.

    `checked`: only type checkers read it there, and they alone know what it replaces. `beside` is the
    import that gave what was called there so far, `inner` says that it is a function's.
    """

    scope: Scope
    row: int
    annotates: bool = False
    checked: bool = False
    beside: Statement | None = None
    inner: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Imported:
    """One name of an import; `checking`: under TYPE_CHECKING."""

    statement: Statement
    alias: ast.alias
    module: str
    name: str
    checking: bool = False

    @property
    def local(self) -> str:
        """The name that it binds."""
        return self.alias.asname or self.alias.name.partition(".")[0]

    def written(self, wanted: Name) -> str | None:
        """The words for an object, if this import gives it."""
        target = f"{self.module}.{self.name}" if self.name else self.module
        if self.name and (self.module, self.name) == (wanted.module, wanted.name):
            return self.local
        if target == wanted.module:
            own = self.local if self.alias.asname or self.name else target
            return f"{own}.{wanted.name}" if wanted.name else own
        return None


@dataclass
class Imports:
    """The imports of a file; `package` is where its relative ones start.

    `dying` are names whose import goes, so that others may have them.
    """

    tree: ast.Module
    scopes: Scopes
    package: str
    dying: frozenset[str] = frozenset()

    @cached_property
    def every(self) -> tuple[Imported, ...]:
        """Those of the top level, and those that only type checkers see; none of those in try."""
        checked = [each for node in self.checks for each in node.body]
        return (
            *self._of(self.tree.body, checking=False),
            *self._of(checked, checking=True),
        )

    @cached_property
    def checks(self) -> tuple[ast.If, ...]:
        """`if TYPE_CHECKING:`."""
        return tuple(
            node
            for node in self.tree.body
            if isinstance(node, ast.If) and is_type_checking(node.test)
        )

    def _of(self, body: Iterable[ast.stmt], *, checking: bool) -> Iterator[Imported]:
        for node in body:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Imported(node, alias, alias.name, "", checking)
            elif isinstance(node, ast.ImportFrom):
                module = self.module(node)
                for alias in node.names:
                    yield Imported(node, alias, module, alias.name, checking)

    @cached_property
    def _inner(self) -> tuple[tuple[Scope, Imported], ...]:
        """Those of functions, done before all else there."""
        return tuple(
            (scope, each)
            for node, scope in self.scopes.of.items()
            if isinstance(node, (ast.Import, ast.ImportFrom))
            and isinstance(scope.node, (ast.FunctionDef, ast.AsyncFunctionDef))
            and node in scope.node.body
            for each in self._of([node], checking=False)
        )

    @cached_property
    def _statements(self) -> dict[tuple[Scope, str], list[Statement]]:
        """Those that import a name in a scope, but for type checkers alone."""
        checked = {each for node in self.checks for each in node.body}
        found: dict[tuple[Scope, str], list[Statement]] = {}
        for node, scope in self.scopes.of.items():
            if isinstance(node, (ast.Import, ast.ImportFrom)) and node not in checked:
                for each in self._of([node], checking=False):
                    found.setdefault((scope, each.local), []).append(node)
        return found

    def beside(self, node: ast.AST, scope: Scope) -> Statement | None:
        """The import that gives what a call calls. Raises Refused where it is not sure to be done."""
        call = node.value if isinstance(node, ast.Assign) else node
        name = _first(call.func) if isinstance(call, ast.Call) else ""
        home = scope.home(name)
        found = self._statements.get((home, name), ()) if home else ()
        if not home or not found:
            return None
        if home.is_deferred and home.names[name] > 1:
            raise Refused(f"{name} is bound in several places of its function")
        if home is self.scopes.top and any(e not in self.tree.body for e in found):
            raise Refused(f"{name} is imported on a condition")
        return max(found, key=lambda each: each.lineno)

    @cached_property
    def defers_annotations(self) -> bool:
        """Whether annotations are not evaluated."""
        return any(
            each.module == "__future__" and each.name == "annotations"
            for each in self.every
        )

    def checks_alone(self, node: ast.AST) -> bool:
        """Whether something in it is known to type checkers alone."""
        checking = {each.local for each in self.every if each.checking}
        return any(word in checking for word in _words(node))

    def module(self, node: ast.ImportFrom) -> str:
        """The module that a statement imports from, without dots before it."""
        if not node.level:
            return node.module or ""
        parts = self.package.split(".") if self.package else []
        if node.level - 1 > len(parts):
            return "." * node.level + (node.module or "")
        base = parts[: len(parts) - (node.level - 1)]
        return ".".join([*base, *filter(None, [node.module])])

    def written(self, wanted: Name, place: Place) -> str | None:
        """The words for an object at a place; None where no import gives it there."""
        for scope, each in self._inner:
            words = each.written(wanted)
            is_seen = place.scope.home(each.local) is scope
            is_sure = scope.names[each.local] == 1 and each.statement.lineno < place.row
            if words and is_seen and is_sure:
                return words
        for each in self.every:
            words = each.written(wanted)
            if words and self._is_seen(each, place):
                return words
        return None

    def _is_seen(self, each: Imported, place: Place) -> bool:
        if not self.sees(each.local, place) or each.local in self.dying:
            return False
        if each.checking and not place.annotates:
            return False
        return place.scope.is_deferred or each.statement.lineno < place.row

    def sees(self, name: str, place: Place) -> bool:
        """Whether a name is at a place what one statement of the module makes it."""
        top = self.scopes.top
        return place.scope.home(name) is top and top.names[name] == 1

    def is_free(self, name: str, places: Iterable[Place]) -> bool:
        """Whether a new import may have this name, and be seen at all places."""
        top = self.scopes.top
        if name in top.names and name not in self.dying:
            return False
        if any(place.scope.home(name) not in (None, top) for place in places):
            return False
        # what nobody binds is built in, or comes from a star
        return not any(self.scopes.uses(name, None))


def _first(node: ast.expr) -> str:
    """`a` of `a.b.c`."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _words(node: ast.AST) -> Iterator[str]:
    """The names in it, those in text too."""
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            yield each.id
        elif isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield from re.findall(r"\w+", each.value)


def is_type_checking(test: ast.expr) -> bool:
    """Whether a condition holds for type checkers alone."""
    match test:
        case ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"):
            return True
    return False
