"""Local names that nobody uses once a call is another one: their assignments go with it.

Goes in: what goes of a function, and what stays of that. Come out: the statements that do nothing any
more. Raises Refused for those that do something else as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from respgen.migrate.ground import Refused
from respgen.source.program.events import Body


def orphans(
    body: Body, gone: Sequence[ast.AST], kept: Iterable[ast.expr]
) -> tuple[ast.stmt, ...]:
    """The assignments of names that stand only in what goes."""
    if body.function is None or reads_names(body.node):
        return ()
    parts = {each for node in gone for each in ast.walk(node)}
    parts -= {each for node in kept for each in ast.walk(node)}
    names = [each for each in ast.walk(body.node) if isinstance(each, ast.Name)]
    found: list[ast.stmt] = []
    while fresh := _unused(body, names, parts):
        for statement in fresh:
            parts |= {*ast.walk(statement)}
            found.append(statement)
    return tuple(found)


_READING = frozenset({"dir", "eval", "exec", "locals", "vars"})
_FRAMES = frozenset({"_getframe", "currentframe", "stack"})


def reads_names(node: ast.AST) -> bool:
    """Whether a function may look at local names otherwise than by writing them."""
    names = (each for each in ast.walk(node) if isinstance(each, ast.Name))
    parts = (each for each in ast.walk(node) if isinstance(each, ast.Attribute))
    return any(each.id in _READING | _FRAMES for each in names) or any(
        each.attr in _FRAMES for each in parts
    )


def _unused(
    body: Body, names: Sequence[ast.Name], parts: set[ast.AST]
) -> list[ast.stmt]:
    """The assignments of names all of whose uses go."""
    used = {e.id for e in names if isinstance(e.ctx, ast.Load) and e not in parts}
    lost = {e.id for e in names if isinstance(e.ctx, ast.Load) and e in parts}
    lost -= used | _outer(body)
    stores = [e for e in names if e.id in lost and not isinstance(e.ctx, ast.Load)]
    left = {each for each in stores if each not in parts}
    found: list[ast.stmt] = [
        statement
        for statement in ast.walk(body.node)
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        and any(each in left for each in _targets(statement))
    ]
    gone = {target for each in found for target in _targets(each)}
    for each in left - gone:
        raise Refused(f"{each.id} would not be used any more")
    return found


def _outer(body: Body) -> frozenset[str]:
    """The names of others: a function may assign to them for whoever reads them."""
    declared = (e for e in ast.walk(body.node) if isinstance(e, _DECLARED))
    return frozenset(name for each in declared for name in each.names)


_DECLARED = (ast.Global, ast.Nonlocal)


def _targets(statement: ast.stmt) -> list[ast.expr]:
    """The one name that a statement assigns to, if it does nothing else."""
    match statement:
        case ast.Assign(targets=[ast.Name() as target]):
            return [target]
        case ast.AnnAssign(target=ast.Name() as target):
            return [target]
    return []
