"""Trees without the statements of functions, which are nine tenths of them.

Goes in: a tree. Comes out: the same one without them, and where they are needed again, from a new
one. A program of ten thousand files fits into memory like this.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from respgen.source.bindings import FunctionNode


def definitions(body: Iterable[ast.stmt]) -> Iterator[FunctionNode | ast.ClassDef]:
    """Functions and classes, those under conditions too."""
    for node in body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node
            case ast.If(body=then, orelse=other):
                yield from definitions([*then, *other])
            case ast.Try(body=then, orelse=other, handlers=handlers):
                caught = [each for handler in handlers for each in handler.body]
                yield from definitions([*then, *caught, *other])


def functions(body: Iterable[ast.stmt]) -> Iterator[FunctionNode]:
    """The functions and methods, those inside of functions left out."""
    for node in definitions(body):
        if isinstance(node, ast.ClassDef):
            yield from functions(node.body)
        else:
            yield node


Statements: TypeAlias = dict["Spot", list[ast.stmt]]
"""Those of functions, by where they stand."""
Spot: TypeAlias = tuple[int, int]


def strip(tree: ast.Module) -> Statements:
    """Takes the statements of its functions away; what is taken comes out."""
    taken: Statements = {}
    for node in functions(tree.body):
        taken[place(node)], node.body = node.body, []
    return taken


def place(node: FunctionNode) -> Spot:
    """What a function is found by in another tree of the same text."""
    return node.lineno, node.col_offset
