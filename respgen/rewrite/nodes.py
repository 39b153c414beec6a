"""The nodes of a file by their places.

Goes in: a tree. Comes out: which node a span is of, and what of its surroundings an edit has to know.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.rewrite.edits import Span
from respgen.rewrite.text import Range, Text

Node: TypeAlias = ast.expr | ast.stmt
Block: TypeAlias = list[ast.stmt]
_BLOCKS = ("body", "orelse", "finalbody")
_FORMATTED = ("JoinedStr", "TemplateStr")


@dataclass(slots=True)
class Nodes:
    """`expressions` and `statements` by their spans; `blocks` has the block of each statement.

    `formatted` are the expressions in f-strings. Before Python 3.12 some of their spans are wrong.
    """

    expressions: dict[Span, ast.expr] = field(default_factory=dict)
    statements: dict[Span, ast.stmt] = field(default_factory=dict)
    blocks: dict[ast.stmt, tuple[ast.AST, Block]] = field(default_factory=dict)
    annotations: list[Span] = field(default_factory=list)
    formatted: dict[Span, ast.expr] = field(default_factory=dict)

    def get(self, span: Span) -> Node | None:
        """The node that a span is of."""
        found = self.expressions.get(span) or self.statements.get(span)
        return found or self.formatted.get(span)


def nodes(tree: ast.Module) -> Nodes:
    """The nodes of a module."""
    found = Nodes()
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.expr):
            found.expressions.setdefault(Span.of(node), node)
        elif isinstance(node, ast.stmt):
            found.statements.setdefault(Span.of(node), node)
        found.annotations += map(Span.of, _annotations(node))
        for block in blocks(node):
            found.blocks.update(dict.fromkeys(block, (node, block)))
        if type(node).__name__ not in _FORMATTED:
            waiting += ast.iter_child_nodes(node)
        else:
            found.formatted |= {Span.of(each): each for each in _formatted(node)}
    return found


def _formatted(string: ast.AST) -> Iterator[ast.expr]:
    """What stands between its braces; the texts beside have the span of the whole string."""
    waiting = [string]
    while waiting:
        node = waiting.pop()
        if type(node).__name__ in _FORMATTED:
            inner = ast.iter_child_nodes(node)
            waiting += (each for each in inner if not isinstance(each, ast.Constant))
            continue
        if isinstance(node, ast.expr) and not hasattr(node, "format_spec"):
            yield node
        waiting += ast.iter_child_nodes(node)


def blocks(node: ast.AST) -> Iterator[Block]:
    """The blocks of a compound statement, or of a module."""
    for name in _BLOCKS:
        block = getattr(node, name, None)
        if isinstance(block, list) and block:
            yield block


def _annotations(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.arg(annotation=ast.expr() as found):
            yield found
        case ast.AnnAssign(annotation=found):
            yield found
        case ast.FunctionDef(returns=ast.expr() as found):
            yield found
        case ast.AsyncFunctionDef(returns=ast.expr() as found):
            yield found


def is_at(text: Text, span: Span, node: ast.expr) -> bool:
    """Whether the code at a span is that of a node."""
    if not 0 < span.line <= span.end_line <= text.rows:
        return False
    try:
        found = ast.parse(f"({text[text.range(span)]})", mode="eval").body
    except (SyntaxError, ValueError):
        return False
    return ast.dump(found) == ast.dump(node)


def quoted(text: Text, nodes: Nodes, span: Span) -> Range:
    """What a piece quotes: a node with its own parentheses, or any other range as it is."""
    place = text.range(span)
    return text.with_parentheses(place) if span in nodes.expressions else place
