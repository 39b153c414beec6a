"""What is done to a response right after it was made: it joins the constructor.

Goes in: what code does. Come out: for each call that makes a response the changes that follow it, where
nothing stands between them, so that nobody can tell when they happen.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from respgen.audit.acts import AnyAct, Construction, FieldChange, StatusChange
from respgen.migrate.ground import Refused
from respgen.sending.sent import Mutation


def followers(done: Iterable[AnyAct]) -> Mapping[ast.AST, tuple[Mutation, ...]]:
    """The changes behind each `response = Class(...)`, by the node of the call."""
    acts = tuple(done)
    changes: dict[ast.stmt, list[Mutation]] = {}
    for act in acts:
        if isinstance(act, FieldChange | StatusChange):
            changes.setdefault(act.event.statement, []).append(act)
    found: dict[ast.AST, tuple[Mutation, ...]] = {}
    for act in acts:
        if isinstance(act, Construction) and _is_assigned(act):
            run = tuple(_run(act, changes))
            if run:
                found[act.event.node] = run
    return found


def joined(act: Construction, changes: Sequence[Mutation]) -> tuple[ast.stmt, ...]:
    """The statements of changes, which go once the call says what they do. Raises Refused."""
    found = tuple(dict.fromkeys(each.event.statement for each in changes))
    for statement in found:
        target = act.event.statement
        if _uses(statement, _names(target)) > 1:
            raise Refused("a change of the response depends on the response")
        if _is_tried(act.body.node, target) and _calls(statement):
            raise Refused("what the response is changed to may fail")
        if any(each in _CHANGING for each in _calls(statement)):
            raise Refused("what the response is changed to changes something else")
    return found


_CHANGING = frozenset(
    (
        "add",
        "append",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "reverse",
        "sort",
    )
)
"""Methods that change what they are called on."""


def _calls(statement: ast.stmt) -> tuple[str, ...]:
    """The last words of what a statement calls, but for the change itself."""
    whole = statement.value if isinstance(statement, ast.Expr) else None
    return tuple(
        str(getattr(each.func, "attr", getattr(each.func, "id", "")))
        for each in ast.walk(statement)
        if isinstance(each, ast.Call) and each is not whole
    )


def _is_tried(node: ast.AST, statement: ast.stmt) -> bool:
    """Whether a statement stands in a `try`."""
    return any(
        statement in ast.walk(each)
        for each in ast.walk(node)
        if isinstance(each, ast.Try)
    )


def _names(statement: ast.stmt) -> frozenset[str]:
    """What a statement assigns to."""
    parts = (each for each in ast.walk(statement) if isinstance(each, ast.Name))
    return frozenset(each.id for each in parts if isinstance(each.ctx, ast.Store))


def _uses(statement: ast.stmt, names: Container[str]) -> int:
    parts = (each for each in ast.walk(statement) if isinstance(each, ast.Name))
    return sum(each.id in names for each in parts)


def _is_assigned(act: Construction) -> bool:
    match act.event.statement:
        case ast.Assign(targets=[ast.Name()], value=value):
            return value is act.event.node
        case ast.AnnAssign(target=ast.Name(), value=value):
            return value is act.event.node
    return False


def _run(
    act: Construction, changes: Mapping[ast.stmt, list[Mutation]]
) -> Iterator[Mutation]:
    """The changes of this response in the statements that follow at once."""
    for statement in _behind(act.body.node, act.event.statement):
        found = changes.get(statement, [])
        mine = [each for each in found if each.response.node is act.event.node]
        if not found or len(mine) < len(found) or not _is_plain(statement):
            return
        yield from mine


def _is_plain(statement: ast.stmt) -> bool:
    """Whether the statement does nothing else."""
    match statement:
        case ast.Expr(value=ast.Call()):
            return True
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            return True
    return False


def _behind(node: ast.AST, statement: ast.stmt) -> list[ast.stmt]:
    """The statements of the same block behind one."""
    for block in _blocks(node):
        if statement in block:
            return block[block.index(statement) + 1 :]
    return []


def before(node: ast.AST, statement: ast.stmt) -> list[ast.stmt]:
    """The statements of the same block before one."""
    for block in _blocks(node):
        if statement in block:
            return block[: block.index(statement)]
    return []


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for each in ast.walk(node):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(each, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block
