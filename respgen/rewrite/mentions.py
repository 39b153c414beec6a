"""Names that are used without being written as code.

Goes in: a file. Come out: the words in `__all__`, in annotations that are text, in type comments and
in doctests.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from respgen.rewrite.text import Text

WORD = re.compile(r"\w+")
_TYPED = frozenset(("cast", "TypeVar", "NewType", "ForwardRef", "ParamSpec", "assert_type"))  # fmt: skip
"""Functions that take types as text."""
_GENERICS = frozenset(("list", "dict", "tuple", "set", "frozenset", "type", "defaultdict", "deque"))  # fmt: skip
_TYPE_COMMENT = re.compile(r"#\s*type:\s*(?!ignore\b)")
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def exported(tree: ast.Module) -> frozenset[str]:
    """The names in `__all__`, however it is put together."""
    return frozenset(
        word
        for node in tree.body
        if any(isinstance(n, ast.Name) and n.id == "__all__" for n in ast.walk(node))
        for word in _texts(node)
    )


def mentioned(text: Text, within: ast.AST | None = None) -> frozenset[str]:
    """The words that may be names, of the file or of a function in it."""
    read = _read(text.tree if within is None else within)
    words = {each for found in read for each in WORD.findall(found)}
    for comment in text.comments:
        if _TYPE_COMMENT.match(comment.text):
            words.update(WORD.findall(comment.text))
    return exported(text.tree) | words


def _read(tree: ast.AST) -> Iterator[str]:
    """Texts that type checkers read, or doctest."""
    for node in ast.walk(tree):
        match node:
            case ast.arg(annotation=ast.expr() as found):
                yield from _types(found)
            case ast.AnnAssign(annotation=found, value=value):
                yield from _types(found)
                yield from _types(value) if _is_alias(found) and value else ()
            case ast.Subscript(value=value, slice=found) if _is_generic(_last(value)):
                yield from _types(found)
            case ast.Call(func=func) if _last(func) in _TYPED:
                yield from _types(node)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns:
            yield from _types(node.returns)
        if isinstance(node, _DOCUMENTED):
            documentation = ast.get_docstring(node, clean=False) or ""
            if ">>>" in documentation:
                yield documentation


def _texts(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def _types(node: ast.AST) -> Iterator[str]:
    """The texts that can be types: the sentence in `Annotated[str, "what it is"]` cannot."""
    return filter(_is_expression, _texts(node))


def _is_expression(text: str) -> bool:
    try:
        ast.parse(f"({text}\n)", mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True


def _is_alias(annotation: ast.expr) -> bool:
    return _last(annotation) == "TypeAlias"


def _is_generic(name: str) -> bool:
    """Whether a name looks like that of a class: what is in its brackets may be types."""
    return name in _GENERICS or (name[:1].isupper() and not name[1:].isupper())


def _last(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
