"""The shape of generated source: its syntax tree without the words an author chose."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator


def shapes(source: str) -> Counter[str]:
    """How often each top-level statement's shape occurs; imports may stand in any order."""
    return Counter(_shape(node) for node in ast.parse(source).body)


def _shape(node: ast.AST) -> str:
    if isinstance(node, ast.Assign):
        return "assignment"  # __all__, which lists the names in their own order
    if isinstance(node, ast.Import | ast.ImportFrom):
        return "import"
    return "\n".join(_parts(node))


def _parts(node: ast.AST) -> Iterator[str]:
    """Node types in order; what a name (dotted ones too) or a constant says is left out."""
    if isinstance(node, ast.Name | ast.Attribute) and _is_dotted(node):
        yield "Name"
        return
    if isinstance(node, ast.Import | ast.ImportFrom):
        # `import a as b` of a module without a package, which a path of more parts has
        yield f"import {len(node.names)}"
        return
    yield type(node).__name__
    if isinstance(node, ast.Constant):
        yield type(node.value).__name__
        return
    for child in ast.iter_child_nodes(node):
        if _is_description(child):
            continue
        yield "("
        yield from _parts(child)
        yield ")"


def _is_description(node: ast.AST) -> bool:
    """Whether a text describes an argument, which an author may leave empty."""
    match node:
        case ast.keyword(arg="description", value=ast.Constant(value=str())):
            return True
    return False


def _is_dotted(node: ast.expr) -> bool:
    inner = node.value if isinstance(node, ast.Attribute) else node
    return isinstance(inner, ast.Name) or (inner is not node and _is_dotted(inner))


def constants(source: str) -> set[str | bytes]:
    """Every text and bytes literal of a module, docstrings included."""
    return {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    }


def comments(source: str) -> list[str]:
    """The lines that start a comment outside of strings: generated code has none but the stamp."""
    import io
    import tokenize

    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]
