"""What names come to, over all modules.

Goes in: a name, or an expression and its scope. Comes out: its value.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from respgen.source.names import Alias, Class
from respgen.source.program.annotated import Annotations
from respgen.source.program.expressions import Reading
from respgen.source.program.frameworks import canonical
from respgen.source.program.parts import GROWING, is_heavy
from respgen.source.program.program import Program, named
from respgen.source.program.scopes import Listener, Scope
from respgen.source.program.values import Named, Unknown, Value

_DEPTH = 60


@dataclass(slots=True)
class Evaluator:
    """Keeps the values of modules' names."""

    program: Program
    annotations: Annotations
    _globals: dict[tuple[str, str], Value] = field(default_factory=dict)
    _depth: int = 0

    def value(
        self, node: ast.expr, scope: Scope, heard: Listener | None = None
    ) -> Value:
        """The value of an expression; Unknown where it is too deep to be followed."""
        if self._depth >= _DEPTH:
            return Unknown(node)
        self._depth += 1
        try:
            found = Reading(self, scope, heard).value(node)
            heavy = type(found) in GROWING and is_heavy(found)
            return Unknown(node) if heavy else found
        finally:
            self._depth -= 1

    def name(self, module: str, name: str, node: ast.AST) -> Value:
        """The value of a module's name."""
        key = module, name
        if key not in self._globals:
            self._globals[key] = Unknown(node)  # where it is defined by itself
            self._globals[key] = self._meant(module, name, node)
        return self._globals[key]

    def _meant(self, module: str, name: str, node: ast.AST) -> Value:
        match self.program.names.bound(module, (name,)):
            case Alias(home, expression):
                return self.value(expression, Scope(home))
            case None:
                builtin = name in _BUILTINS
                return Named(f"builtins.{name}") if builtin else Unknown(node)
            case str(path):
                return named(canonical(path)) or Unknown(node)
            case found:
                return named(found) or Unknown(node)

    def member(self, of: str, name: str, node: ast.AST) -> Value:
        """The value of `name` in what an import path names."""
        if self.program.units.get(of) is not None:
            return self.name(of, name, node)
        return named(self.program.member(of, name)) or Unknown(node)

    def constant(self, of: Class, name: str, node: ast.AST) -> Value | None:
        """What a class assigns to a name in its body."""
        found = self.program.constant(of, name)
        if not found:
            return None
        home, expression = found
        return self.value(expression, Scope(home.module))


_BUILTINS = frozenset(
    {
        *("dict", "str", "int", "float", "bool", "list", "tuple", "set", "bytes"),
        *("getattr", "len", "round", "super"),
    }
)
