"""What a piece of Python means, whatever its layout: the text that seals are digests of.

Goes in: statements, or source. Comes out: text that no formatter changes and every other edit does.
Python 3.11 to 3.14 agree on it, so it is written here instead of by `ast.dump`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

_Piece: TypeAlias = "ast.AST | str"

# ctx follows from the place; the others are spelling
_SPELLING = frozenset({"ctx", "kind", "type_comment"})
_TRIPLE = r'"""(?:[^\\]|\\.)*?"""' + "|'''" + r"(?:[^\\]|\\.)*?'''"
_SINGLE = r'"(?:[^"\\\n]|\\.)*"' + "|'" + r"(?:[^'\\\n]|\\.)*'"
_COMMENT = re.compile(f"{_TRIPLE}|{_SINGLE}|(#[^\n]*)", re.DOTALL)
# examples in docstrings, which ruff's docstring-code-format and blacken-docs lay out anew
_EXAMPLE = re.compile(r">>>|```|~~~|::")
_LAYOUT = re.compile(r"""[\s'"(),\\]+""")


@dataclass(slots=True)
class Words:
    """Names that statements read and bind, and their texts, in which names may be quoted."""

    read: set[str] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)


def canonical(statement: ast.stmt, words: Words) -> str:
    """A statement as text, its words being added to `words`."""
    written: list[str] = []
    waiting: list[_Piece] = [statement]  # a loop: a union may be longer than calls nest
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            written.append(piece)
        elif isinstance(piece, ast.Name):
            known = words.read if isinstance(piece.ctx, ast.Load) else words.bound
            known.add(piece.id)
            written.append("." + piece.id)
        elif isinstance(piece, ast.Constant):
            written.append(_constant(piece.value, words))
        else:
            if isinstance(piece, ast.arg):
                words.bound.add(piece.arg)
            written.append(piece.__class__.__name__)
            waiting += _parts(piece)
    return " ".join(written)


def comments(source: str) -> list[str]:
    """The comments in source, in their order."""
    if "#" not in source:
        return []
    found = (match[1] for match in _COMMENT.finditer(source))
    return [comment.rstrip() for comment in found if comment]


def docstring(text: str) -> str:
    """A docstring as no formatter changes it: its indentation and trailing blanks are layout."""
    if _EXAMPLE.search(text):
        return _LAYOUT.sub("", text)
    first, *rest = map(_expanded, text.split("\n"))
    indents = [len(line) - len(line.lstrip()) for line in rest if line.strip()]
    indent = min(indents, default=0)
    lines = [first.strip(), *(line[indent:].rstrip() for line in rest)]
    return "\n".join(lines).strip()


def _expanded(line: str) -> str:
    """With blanks for the tabs that it begins with."""
    rest = line.lstrip()
    return line[: len(line) - len(rest)].expandtabs() + rest


def _parts(node: ast.AST) -> list[_Piece]:
    """What a node consists of, the last first."""
    match node:
        case ast.Expr(ast.Constant(str(text))):
            return [_atom(docstring(text))]
    parts: list[_Piece] = []
    for name in _fields(type(node).__name__):
        value = getattr(node, name, None)
        if value.__class__ is list:
            if value:
                parts += (name, *map(_piece, value), "]")
        elif value is not None:
            parts += (name, _piece(value))
    parts.append(")")
    parts.reverse()
    return parts


@cache
def _fields(kind: str) -> tuple[str, ...]:
    """The fields of a kind of nodes that count."""
    return tuple(name for name in getattr(ast, kind)._fields if name not in _SPELLING)


def _piece(value: Any) -> _Piece:
    return value if isinstance(value, ast.AST) else _atom(value)


def _constant(value: object, words: Words) -> str:
    if isinstance(value, str):
        words.texts.append(value)
    return _atom(value)


def _atom(value: object) -> str:
    """A plain value; repr() of text would follow the Unicode version of the Python in use."""
    if isinstance(value, str):
        return f"{len(value)}:{value}"
    return f"{type(value).__name__}:{value!r}"


def names(statement: ast.stmt) -> Iterator[str]:
    """The names that a top-level statement defines."""
    match statement:
        case ast.ClassDef(name) | ast.FunctionDef(name) | ast.AsyncFunctionDef(name):
            yield name
        case ast.Assign(targets):
            yield from (each.id for each in targets if isinstance(each, ast.Name))
        case ast.AnnAssign(ast.Name(name)):
            yield name
        case ast.If(_, body):
            for each in body:
                yield from names(each)
