"""Exceptions that leave a function, be it by the functions that it calls.

Goes in: a body. Come out: what is raised in it and is not caught there, with the calls on the way.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.source.bindings import FunctionNode
from respgen.source.names import Class, Function
from respgen.source.program.calling import Bound, bound, target
from respgen.source.program.events import Body, Call, Raised
from respgen.source.program.facts import Facts
from respgen.source.program.values import How, Instance, Known, Parameter, class_of
from respgen.source.unparsing import unparsed

_DEPTH = 3
_ALL = frozenset({"Exception", "BaseException"})
_TRANSPARENT = frozenset({"staticmethod", "classmethod"})


@dataclass(frozen=True, slots=True)
class Escape:
    """A `raise`, the body that it is in, and the call of the first body that leads there, if any."""

    body: Body
    event: Raised
    call: Call | None = None


def escapes(facts: Facts, body: Body, of: str, depth: int = _DEPTH) -> Iterator[Escape]:
    """Every exception of a class that leaves a body."""
    for event in body.events:
        match event:
            case Raised(value=value, caught=False):
                again = isinstance(value, Instance) and value.how is How.CAUGHT
                raised = class_of(value)
                if raised and not again and facts.program.derives(raised, of):
                    yield Escape(body, event)
            case Call() if depth:
                for each in _called(facts, event, of, depth - 1):
                    raised = class_of(each.event.value)
                    if raised and not _is_caught(facts, body, event.node, raised):
                        yield Escape(each.body, each.event, event)


def _called(facts: Facts, event: Call, of: str, depth: int) -> Iterator[Escape]:
    function = target(facts.program, event.function)
    body = facts.body(function) if function and _runs(function) else None
    if function and body:
        by = bound(function, event.function, event.arguments)
        for each in escapes(facts, body, of, depth):
            if not _is_settled(body, (each.call or each.event).statement, by):
                yield each


def _runs(function: Function) -> bool:
    """Whether a call does what is written there: no decorator is around it, and it yields nothing."""
    names = {unparsed(each) for each in function.node.decorator_list}
    return names <= _TRANSPARENT and not any(
        isinstance(each, ast.Yield | ast.YieldFrom) for each in ast.walk(function.node)
    )


def _is_settled(body: Body, statement: ast.stmt, by: Bound) -> bool:
    """Whether a constant of the call decides what leads to a statement: `if strict: raise ...`."""
    known = {name for name, value in by.values.items() if isinstance(value, Known)}
    known |= {
        name
        for name, value in body.parameters.items()
        if name not in by.values
        and isinstance(value, Parameter)
        and isinstance(value.default, Known)
    }
    return any(
        isinstance(each, ast.Name) and each.id in known
        for around in _around(body.node, statement)
        if isinstance(around, ast.If)
        for each in ast.walk(around.test)
    )


def _is_caught(facts: Facts, body: Body, node: ast.AST, raised: Class | str) -> bool:
    """Whether a `try`, or `suppress`, around a call takes an exception."""
    for each in _around(body.node, node):
        if isinstance(each, ast.With | ast.AsyncWith):
            if any("suppress" in unparsed(i.context_expr) for i in each.items):
                return True
        elif isinstance(each, ast.Try | ast.TryStar):
            tried = any(n is node for s in each.body for n in ast.walk(s))
            if tried and any(
                _takes(facts, body, h.type, raised) for h in each.handlers
            ):
                return True
    return False


def _takes(
    facts: Facts, body: Body, caught: ast.expr | None, raised: Class | str
) -> bool:
    if caught is None:
        return True
    line = facts.program.line(raised)
    for each in caught.elts if isinstance(caught, ast.Tuple) else (caught,):
        if getattr(each, "id", "") in _ALL:
            return True
        found = facts.program.class_of(body.unit.module, each)
        if found is None or found in line:
            return True
    return False


def _around(node: ast.AST, inner: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function that a node is in."""
    for each in ast.iter_child_nodes(node):
        if each is inner:
            return
        if not isinstance(each, FunctionNode) and any(
            below is inner for below in ast.walk(each)
        ):
            yield each
            yield from _around(each, inner)
