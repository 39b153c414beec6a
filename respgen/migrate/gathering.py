"""Headers that the lines before a call gather for it: `headers = {...}`, `headers["X"] = v`, `if c: headers[...] = v`.

Goes in: a call that is given a local mapping. Comes out: Gathered, its fields and the statements that go
once the fields stand in the call; None where anybody else could see the mapping, or when it is made.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from respgen.audit.acts import Construction
from respgen.migrate.mutations import before
from respgen.sending.sent import Given
from respgen.source.program.events import Store
from respgen.source.program.values import Pairs, choices, text


@dataclass(frozen=True, slots=True)
class Gathered:
    """`act` is the call without them; fields are by their names in lower case."""

    act: Construction
    fields: Mapping[str, Given]
    statements: tuple[ast.stmt, ...]


def gathered(act: Construction) -> Gathered | None:
    """The headers of a call that nothing but the lines before it make."""
    node, function = act.node("headers"), act.body.function
    if not isinstance(node, ast.Name) or function is None or not _is_direct(act):
        return None
    run = tuple(_run(act, node.id))
    uses = [each for each in ast.walk(act.body.node) if _is_name(each, node.id)]
    if not run or len(uses) != len(run) + 1:
        return None
    fields: dict[str, Given] = {}
    for statement in run:
        for name, given in _fields(act, statement):
            if given is None or name in fields or name in _APART:
                return None
            fields[name] = given
    others = {each: value for each, value in act.given.items() if each != "headers"}
    return Gathered(replace(act, given=others), fields, run)


_APART = ("content-type", "set-cookie", "")
"""What is no mere field, and what has no name that is known."""


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_direct(act: Construction) -> bool:
    """Whether the statement does the call first, and in any case."""
    match act.event.statement:
        case ast.Return(value=value) | ast.Expr(value=value) | ast.Raise(exc=value):
            return value is act.event.node
        case ast.Assign(targets=[ast.Name()], value=value):
            return value is act.event.node
    return False


def _run(act: Construction, name: str) -> Iterator[ast.stmt]:
    """The statements that make the mapping, if they are all that stands before the call."""
    found: list[ast.stmt] = []
    for statement in reversed(before(act.body.node, act.event.statement)):
        found.insert(0, statement)
        if _starts(statement, name):
            yield from found
            return
        if not _adds(statement, name):
            return


def _starts(statement: ast.stmt, name: str) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name(id=found)], value=ast.Dict()) | ast.AnnAssign(
            target=ast.Name(id=found), value=ast.Dict()
        ):
            return found == name
    return False


def _adds(statement: ast.stmt, name: str) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=found))]):
            return found == name
        case ast.If(body=[inner], orelse=[]):
            return not isinstance(inner, ast.If) and _adds(inner, name)
    return False


def _fields(
    act: Construction, statement: ast.stmt
) -> Iterator[tuple[str, Given | None]]:
    """What a statement adds; None where nobody knows it."""
    when = statement.test if isinstance(statement, ast.If) else None
    inner = statement.body[0] if isinstance(statement, ast.If) else statement
    if isinstance(inner, ast.Assign) and isinstance(inner.targets[0], ast.Subscript):
        for each in act.body.events:
            if isinstance(each, Store) and each.statement is inner:
                name = (text(each.key) or "").lower()
                value = each.value
                yield name, Given(value, each.source, when) if value else None
                return
        yield "", None
        return
    display = getattr(inner, "value", None)
    yield from _displayed(act, display)


def _displayed(
    act: Construction, display: ast.expr | None
) -> Iterator[tuple[str, Given | None]]:
    """The entries of a dict display, as they are known where it reaches the call."""
    keys = dict(_items(display))
    known: dict[ast.AST, tuple[str, Given]] = {}
    for pairs in choices(act.given["headers"]):
        for each in pairs.items if isinstance(pairs, Pairs) else ():
            if each.node in keys:
                name = (text(each.key) or "").lower()
                known[each.node] = name, Given(each.value, keys[each.node])
    for key in keys:
        yield known.get(key, ("", None))


def _items(display: ast.expr | None) -> Iterator[tuple[ast.AST, ast.expr]]:
    if isinstance(display, ast.Dict):
        for key, value in zip(display.keys, display.values, strict=True):
            yield key or value, value
