"""The names that a statement of our own packages mentions, and those that it gives to its own.

Goes in: a syntax tree. Comes out: names.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence


def uses(node: ast.stmt) -> set[str]:
    """Names of a module that a statement mentions: a function's own variables are none."""
    match node:
        case ast.ClassDef(body=body):
            head = (*node.bases, *node.keywords, *node.decorator_list)
            return _mentioned(head).union(*map(_uses_inside, body))
        case ast.FunctionDef(name) | ast.AsyncFunctionDef(name):
            nodes, given = tuple(ast.walk(node)), node.args
            own = set(bound(nodes)) - {name}
            every = (*given.posonlyargs, *given.args, *given.kwonlyargs)
            more = (each for each in (given.vararg, given.kwarg) if each)
            typed = (each.annotation for each in (*every, *more))
            defaults = (*given.defaults, *given.kw_defaults)
            around = (*typed, *defaults, *node.decorator_list, node.returns)
            return (set(_used(nodes)) - own) | _mentioned(
                each for each in around if each
            )
    return set(_used(tuple(ast.walk(node))))


def evaluated(node: ast.AST) -> Iterator[str]:
    """Names that Python looks up when it runs the statement: annotations stay text."""
    if isinstance(node, ast.Name):
        yield node.id
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns"):
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.AST):
                    yield from evaluated(each)


def _uses_inside(node: ast.stmt) -> set[str]:
    """The same of a statement in a class, where a constant is no quoted type."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return uses(node)
    return _mentioned(ast.iter_child_nodes(node))


def _mentioned(nodes: Iterable[ast.AST]) -> set[str]:
    return {name for each in nodes for name in _used(tuple(ast.walk(each)))}


def _used(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """Names a statement mentions, those in quoted annotations and casts too."""
    for node in nodes:
        match node:
            case ast.Name(name):
                yield name
            case ast.Call(ast.Name("cast"), [ast.Constant(str(quoted)), _]):
                yield from _quoted(quoted)
    if isinstance(nodes[0], ast.AnnAssign) and isinstance(nodes[0].value, ast.Constant):
        yield from _quoted(str(nodes[0].value.value))


def _quoted(text: str) -> Iterator[str]:
    return _used(tuple(ast.walk(ast.parse(text, mode="eval"))))


def bound(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Names that a statement gives to its own: parameters, variables, captures, imports."""
    for node in nodes:
        match node:
            case ast.Name(name, ast.Store()) | ast.arg(name):
                yield name
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                yield name
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name):
                yield name
            case ast.alias(name, own):
                yield own or name
