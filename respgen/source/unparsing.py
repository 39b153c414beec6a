"""Nodes of a tree as the text of Python.

Goes in: a node. Comes out: its text, `...` where it is nested too deep to be written.
"""

from __future__ import annotations

import ast

TOO_DEEP = "..."


def unparsed(node: ast.AST) -> str:
    """The text, as `ast` writes it."""
    try:
        return ast.unparse(node)
    except RecursionError:
        return TOO_DEEP
