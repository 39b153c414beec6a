"""How a value is written where another call stands, in names that are there.

Goes in: a value, the expression of it elsewhere, and an operation. Comes out: an expression that
means the same at the operation; empty where there is none.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.audit.cookies.operations import Operation
from respgen.source.bindings import Imported
from respgen.source.program.events import Body
from respgen.source.program.facts import Facts
from respgen.source.program.scopes import Names, Scope
from respgen.source.program.values import Attribute, Value


def spelt(
    facts: Facts, value: Value, written: str, of: Operation, at: Operation
) -> str:
    """The expression as it was written for `of`, if it means the same there; else another one."""
    body, event = at.chain[-1]
    scope = Scope(body.unit.module, _names(facts, body, event.statement.lineno))
    if written and _means(facts, written, scope) == value:
        return written
    if isinstance(value, Attribute):
        for name in (*scope.local, *body.unit.source.bindings):
            if _means(facts, name, scope) == value.of:
                return f"{name}.{value.name}"
    return _imported(facts, written, of) if written else ""


def _imported(facts: Facts, written: str, of: Operation) -> str:
    """An expression of another module, and where its name comes from; empty for a local name."""
    root, _, _ = written.partition(".")
    around = [body for body, _ in of.chain]
    local = {name for b in around for name in (*b.parameters, *facts.once(_locals, b))}
    unit = around[0].unit
    found = unit.source.bindings.get(root)
    if root in local or found is None or any(b.unit is not unit for b in around):
        return ""
    module, name = unit.module, root
    if isinstance(found, Imported):
        module = facts.program.units.home(found.module, unit.file)
        name = f"{found.name} as {root}" if found.name not in (None, root) else root
        if found.name is None:
            return f"{written} (import {root})"
    return f"{written} (from {module} import {name})"


def _means(facts: Facts, text: str, scope: Scope) -> Value:
    expression = ast.parse(text, mode="eval").body
    return facts.evaluator.value(expression, scope)


def _names(facts: Facts, body: Body, line: int) -> Names:
    """The names of a function that are there at a line: parameters, and what is assigned before."""
    scope = Scope(body.unit.module, dict(body.parameters))
    for name, value, there in facts.once(_assigned, body):
        if there < line:
            scope.local[name] = facts.evaluator.value(value, scope)
    return scope.local


def _locals(facts: Facts, body: Body) -> Iterator[str]:
    """All names that a function assigns to."""
    for node in facts.nodes(body) if body.function else ():
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _assigned(facts: Facts, body: Body) -> Iterator[tuple[str, ast.expr, int]]:
    """What a function assigns to names, and in which lines."""
    for node in facts.nodes(body) if body.function else ():
        match node:
            case ast.Assign(targets=[ast.Name(name)], value=value, lineno=there):
                yield name, value, there
