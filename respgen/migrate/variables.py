"""Local names that get several responses: type checkers take the class of the first one for that of all.

Go in: the calls that move. Comes out: for the first call of a name, what declares the name as it was; where
nothing can, the call stays.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from respgen.audit.acts import Construction
from respgen.diagnostics import quoted
from respgen.migrate.ground import Ground, Move, Refused
from respgen.rewrite.edits import Edit, Replace
from respgen.rewrite.edits import Span as Written
from respgen.source.program.frameworks import derives

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True, slots=True)
class Made:
    """A call that makes a response, and what becomes of it."""

    act: Construction
    move: Move | None = None


def declared(
    ground: Ground, act: Construction, move: Move, every: Mapping[ast.AST, Made]
) -> Move:
    """The move, with a declaration where the name needs one. Raises Refused where it can have none."""
    statement, of = act.event.statement, act.of
    name = _target(statement)
    if not name or not isinstance(of, str):
        return move
    bound = sorted(_bound(act.body.node, name), key=lambda each: each.lineno)
    first = next((each for each in bound if not _is_none(each)), statement)
    others = [each for each in bound if each is not statement]
    if first is not statement or _is_declared(act.body.node, name, others):
        return move
    results = [every.get(_value(each)) for each in others if not _is_none(each)]
    if all(each and each.move and each.move.to == move.to for each in results):
        return move
    note = _note(ground, act, name, results)
    if note is None or any(map(_is_none, others)):
        raise Refused(f"type checkers take its class for that of {quoted(name)}")
    return replace(move, edits=(*_annotated(move.edits, act, name, note),))


def _target(statement: ast.stmt) -> str:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call()):
            return name
    return ""


def _bound(node: ast.AST, name: str) -> Iterator[ast.stmt | ast.expr]:
    """What gives a name a value in this scope, and what declares it."""
    waiting = list(ast.iter_child_nodes(node))
    while waiting:
        each = waiting.pop()
        if isinstance(each, _SCOPES):
            if getattr(each, "name", "") == name:
                yield each
            continue
        waiting += ast.iter_child_nodes(each)
        match each:
            case ast.Assign(targets=[ast.Name(id=found)]) if found == name:
                waiting.remove(each.targets[0])
                yield each
            case ast.AnnAssign(target=ast.Name(id=found)) if found == name:
                waiting.remove(each.target)
                yield each
            case ast.Name(id=found, ctx=ast.Store()) if found == name:
                yield each


def _is_none(node: ast.AST) -> bool:
    value = _value(node)
    return isinstance(value, ast.Constant) and value.value is None


def _value(node: ast.AST) -> ast.AST:
    """What a statement assigns."""
    value = getattr(node, "value", None)
    return value if isinstance(node, ast.Assign) and value is not None else node


def _is_declared(node: ast.AST, name: str, others: list[ast.stmt | ast.expr]) -> bool:
    """Whether the name has a type from elsewhere, or no other value."""
    args = [each.arg for each in ast.walk(node) if isinstance(each, ast.arg)]
    foreign = (
        word
        for each in ast.walk(node)
        if isinstance(each, ast.Global | ast.Nonlocal)
        for word in each.names
    )
    return (
        not others
        or name in (*args, *foreign)
        or any(isinstance(each, ast.AnnAssign) for each in others)
    )


def _note(
    ground: Ground,
    act: Construction,
    name: str,
    others: Sequence[Made | None],
) -> ast.expr | None:
    """What the function is annotated to return, if it returns this; else the old class, if all are of it."""
    function, of = act.body.function, act.of
    assert isinstance(of, str)  # as its caller looked
    if function is None:
        return None
    returned = function.node.returns
    known = ground.facts.evaluator.annotations.classes(
        function.module, returned, function
    )
    is_returned = any(
        isinstance(each, ast.Return)
        and isinstance(each.value, ast.Name)
        and each.value.id == name
        for each in ast.walk(function.node)
    )
    if (
        is_returned
        and len(known) == 1
        and isinstance(returned, ast.Name | ast.Attribute)
        and all(isinstance(each, str) and derives(of, each) for each in known)
    ):
        return returned
    is_same = all(
        each and isinstance(each.act.of, str) and derives(each.act.of, of)
        for each in others
    )
    call = act.event.node
    return call.func if is_same and isinstance(call, ast.Call) else None


def _annotated(
    edits: tuple[Edit, ...], act: Construction, name: str, note: ast.expr
) -> Iterator[Edit]:
    """The edits, with that of the call made one of its statement."""
    for each in edits:
        if isinstance(each, Replace) and each.span == Written.of(act.event.node):
            words = (f"{name}: ", Written.of(note), " = ", *each.pieces)
            yield Replace(Written.of(act.event.statement), words)
        else:
            yield each
