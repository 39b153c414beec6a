"""Edits of small files, said in words: what is replaced, and by what."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from respgen.rewrite.edits import Name, Piece, Remove, Replace, Span
from respgen.source.reading import encoding

_PIECES = re.compile(r"«(?P<quoted>.*?)»|<(?P<module>[\w.]+):(?P<name>\w*)(?P<rest>[\w.]*)>", re.S)  # fmt: skip


def places(data: bytes, code: str) -> Iterator[Span]:
    """Where code stands as an expression or a statement, in the order of the file."""
    text = data.decode(encoding(data)).removeprefix("\ufeff")
    lines = re.sub(r"\r\n?", "\n", text)
    found = {
        Span.of(node)
        for node in ast.walk(ast.parse(data))
        if isinstance(node, (ast.expr, ast.stmt))
        and ast.get_source_segment(lines, node) == code
    }
    yield from sorted(found)


def place(data: bytes, code: str) -> Span:
    """Where it stands first."""
    return next(places(data, code))


def replace(data: bytes, old: str, new: str, nth: int = 0) -> Replace:
    """`new` quotes old code as «code», and imports as <module:name>."""
    return Replace([*places(data, old)][nth], tuple(pieces(data, new)))


def remove(data: bytes, code: str) -> Remove:
    """The first statement of this text."""
    return Remove(place(data, code))


def pieces(data: bytes, new: str) -> Iterator[Piece]:
    """What a text such as `<shop:Created>(«body»)` is made of."""
    last = 0
    for found in _PIECES.finditer(new):
        if found.start() > last:
            yield new[last : found.start()]
        if found["module"]:
            rest = found["rest"]
            yield Name(found["module"], found["name"], rest)
        else:
            yield place(data, found["quoted"])
        last = found.end()
    if last < len(new):
        yield new[last:]
