"""Where an expression stands, and who knows the names around it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from respgen.source.names import Class
from respgen.source.program.annotated import Annotations
from respgen.source.program.program import Program
from respgen.source.program.values import Arguments, Value

Names: TypeAlias = dict[str, Value]
Listener: TypeAlias = Callable[[ast.Call, Value, Arguments, Value], None]


@dataclass(slots=True)
class Scope:
    """Where an expression stands: the module, and the values of local names."""

    module: str
    local: Names = field(default_factory=dict)


class Knowing(Protocol):
    """Whoever knows what the names of modules come to."""

    program: Program
    annotations: Annotations

    def value(
        self, node: ast.expr, scope: Scope, heard: Listener | None = None
    ) -> Value: ...

    def name(self, module: str, name: str, node: ast.AST) -> Value: ...

    def member(self, of: str, name: str, node: ast.AST) -> Value: ...

    def constant(self, of: Class, name: str, node: ast.AST) -> Value | None: ...
