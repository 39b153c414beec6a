"""Which names a place of a module can see, and where each use of a name leads.

Goes in: a tree. Come out: scopes with what they bind, as far as layout is concerned: a name counts as
bound in all of its scope.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

_Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(slots=True, eq=False)
class Scope:
    """A module, a class, a function, or what counts as one: a lambda, a comprehension."""

    node: ast.AST
    above: Scope | None = None
    names: Counter[str] = field(default_factory=Counter)
    """What it binds, and in how many places."""
    packages: set[str] = field(default_factory=set)
    """The first names of modules that are imported whole."""
    foreign: set[str] = field(default_factory=set)
    """What it declares to be global."""

    @property
    def is_class(self) -> bool:
        return isinstance(self.node, ast.ClassDef)

    def chain(self) -> Iterator[Scope]:
        """The scopes that a name is looked for in, the innermost first."""
        yield self
        scope = self.above
        while scope:
            if not scope.is_class:
                yield scope
            scope = scope.above

    def home(self, name: str) -> Scope | None:
        """The scope that binds a name for this one; None where it is built in, or nowhere."""
        for scope in self.chain():
            if name in scope.foreign:
                break
            if name in scope.names:
                return scope
        top = self.top
        return top if name in top.names else None

    @property
    def is_deferred(self) -> bool:
        """Whether the module is there as a whole when it runs."""
        functions = ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda
        inner = isinstance(self.node, functions)
        return inner or bool(self.above and self.above.is_deferred)

    @property
    def top(self) -> Scope:
        """That of the module."""
        return self.above.top if self.above else self


@dataclass(slots=True, eq=False)
class Scopes:
    """The scopes of a module; `of` has that of each name, statement and expression."""

    top: Scope
    of: dict[ast.AST, Scope] = field(default_factory=dict)
    _named: dict[str, list[ast.Name]] = field(default_factory=dict)

    def uses(self, name: str, home: Scope | None) -> Iterator[ast.Name]:
        """Each use of a name that leads to a scope."""
        if not self._named:
            for node in self.of:
                if isinstance(node, ast.Name):
                    self._named.setdefault(node.id, []).append(node)
        for each in self._named.get(name, ()):
            if self.of[each].home(name) is home:
                yield each


def scopes(tree: ast.Module) -> Scopes:
    """The scopes of a module."""
    found = Scopes(Scope(tree))
    _Walk(found).body(tree.body, found.top)
    return found


@dataclass(slots=True)
class _Walk:
    found: Scopes

    def body(self, nodes: Iterable[ast.AST], scope: Scope) -> None:
        waiting = [*nodes]
        while waiting:
            node = waiting.pop()
            self.found.of[node] = scope
            self._bind(node, scope)
            match node:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    waiting += self._function(node, scope)
                case ast.ClassDef():
                    waiting += self._class(node, scope)
                case ast.Lambda(args=args, body=body):
                    inner = Scope(node, scope, _parameters(args))
                    waiting += [*args.defaults, *filter(None, args.kw_defaults)]
                    self.body([body], inner)
                case _ if isinstance(node, _COMPREHENSIONS):
                    self.body(ast.iter_child_nodes(node), Scope(node, scope))
                case _:
                    waiting += ast.iter_child_nodes(node)

    def _function(self, node: _Function, scope: Scope) -> Iterator[ast.AST]:
        """What of it belongs to the scope around it."""
        inner = self._typed(node, scope)
        args = node.args
        yield from node.decorator_list
        yield from args.defaults
        yield from filter(None, args.kw_defaults)
        every = [*args.posonlyargs, *args.args, *args.kwonlyargs]
        every += filter(None, (args.vararg, args.kwarg))
        notes = [each.annotation for each in every if each.annotation]
        self.body([*notes, *filter(None, (node.returns,))], inner)
        self.body(node.body, Scope(node, inner, _parameters(args)))

    def _class(self, node: ast.ClassDef, scope: Scope) -> Iterator[ast.AST]:
        yield from node.decorator_list
        inner = self._typed(node, scope)
        self.body([*node.bases, *node.keywords], inner)
        self.body(node.body, Scope(node, inner))

    def _typed(self, node: _Function | ast.ClassDef, scope: Scope) -> Scope:
        """The scope of its type parameters, which Python 3.12 brought; without them, the one around."""
        parameters: list[ast.AST] = getattr(node, "type_params", [])
        if not parameters:
            return scope
        names = Counter(str(getattr(each, "name", "")) for each in parameters)
        inner = Scope(ast.Module([], []), scope, names)
        self.body([each for p in parameters for each in ast.iter_child_nodes(p)], inner)
        return inner

    def _bind(self, node: ast.AST, scope: Scope) -> None:
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                scope.names[name] += 1
            case ast.NamedExpr(target=ast.Name(id=name)):
                _outside_comprehensions(scope).names[name] += 1
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                scope.names[node.name] += 1
            case ast.Import(names=names):
                # `import a.b` and `import a.c` bind the same module
                bound = {each.asname or each.name.partition(".")[0] for each in names}
                dotted = {e.name.partition(".")[0] for e in names if not e.asname}
                for name in bound:
                    if name not in dotted & scope.packages:
                        scope.names[name] += 1
                scope.packages |= dotted
            case ast.ImportFrom(names=names):
                scope.names.update(each.asname or each.name for each in names)
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                scope.names[name] += 1
            case ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                scope.names[name] += 1
            case ast.Global(names=names):
                scope.foreign.update(names)
                scope.top.names.update(names)


def _outside_comprehensions(scope: Scope) -> Scope:
    while isinstance(scope.node, _COMPREHENSIONS) and scope.above:
        scope = scope.above
    return scope


def _parameters(args: ast.arguments) -> Counter[str]:
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs]
    every += filter(None, (args.vararg, args.kwarg))
    return Counter(each.arg for each in every)
