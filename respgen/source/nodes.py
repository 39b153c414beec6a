"""The nodes of a tree, quicker than `ast.walk` has them, and what one says by its form.

Goes in: a node. Come out: the same nodes in the same order, without contexts and operators, which say
nothing that their parents do not.
"""

from __future__ import annotations

import ast
from functools import cache

_PLAIN = frozenset(
    {
        *("ctx", "op", "ops", "id", "attr", "arg", "asname", "module", "level"),
        *("kind", "type_comment", "conversion", "is_async", "simple"),
    }
)
"""Fields that hold no node to be looked at."""


def walk(root: ast.AST) -> list[ast.AST]:
    """The node and all below it, level by level."""
    found = [root]
    for node in found:
        for name in _parts(node._fields):
            below = getattr(node, name, None)
            if isinstance(below, ast.AST):
                found.append(below)
            elif isinstance(below, list):
                found += [each for each in below if isinstance(each, ast.AST)]
    return found


def statements(root: ast.AST) -> list[ast.stmt]:
    """The statements below a node, level by level: a tenth of the nodes."""
    found: list[ast.stmt] = []
    waiting = [root]
    for node in waiting:
        for name in _BLOCKS:
            below = getattr(node, name, ())
            if isinstance(below, list):
                waiting += below
                found += [each for each in below if isinstance(each, ast.stmt)]
    return found


_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


@cache
def _parts(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a kind of nodes that may hold others."""
    return tuple(name for name in fields if name not in _PLAIN)


def falls_back(node: ast.IfExp) -> bool:
    """Whether it is `a if a else b`, or the same with `is not None`."""
    match node.test, node.body:
        case ast.Name(tested), ast.Name(chosen):
            return tested == chosen
        case (
            ast.Compare(ast.Name(tested), [ast.IsNot()], [ast.Constant(None)]),
            ast.Name(chosen),
        ):
            return tested == chosen
    return False
