"""What the tests of the readers write instead of spans: `line:column-line:column`."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.diagnostics import Problems, Span
from respgen.load import parse
from respgen.load.source import Halt, SchemaText
from respgen.load.tree import Mapping, Node, Scalar, SchemaFile, plain
from respgen.located import Plain


def place(span: Span) -> str:
    """`line:column-column`, and the last line too where it is another one."""
    end = "" if span.end_line == span.line else f"{span.end_line}:"
    return f"{span.line}:{span.column}-{end}{span.end_column}"


def parsed(text: str | bytes, name: str) -> tuple[SchemaFile | None, list[str]]:
    """The file and its mistakes as `place code`."""
    data = text.encode() if isinstance(text, str) else text
    problems = Problems()
    file = parse(data, name, problems)
    return file, [f"{place(found.span)} {found.code}" for found in problems]


def mistakes(text: str | bytes, name: str) -> list[str]:
    return parsed(text, name)[1]


def value(text: str | bytes, name: str) -> Plain:
    """The plain tree of a text that has no mistakes."""
    file, found = parsed(text, name)
    if file is None or found:
        raise ValueError(f"{text!r}: {found}")
    return plain(file.root)


def places(text: str | bytes, name: str) -> list[str]:
    """`key@place=place` of every entry, `-place` of every item, in the order of the text."""
    file, found = parsed(text, name)
    if file is None or found:
        raise ValueError(f"{text!r}: {found}")
    return list(_places(file.root))


def _places(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping):
        for entry in node:
            yield f"{entry.key}@{place(entry.key_span)}={place(entry.value.span)}"
            yield from _places(entry.value)
        return
    for item in node.items:
        yield f"-{place(item.span)}"
        yield from _places(item)


def texts(node: Node) -> Iterator[tuple[Span, Plain]]:
    """Every scalar and key with its place."""
    if isinstance(node, Scalar):
        yield node.span, node.value
    elif isinstance(node, Mapping):
        for entry in node:
            yield entry.key_span, entry.key
            yield from texts(entry.value)
    else:
        for item in node.items:
            yield from texts(item)


def cut(lines: tuple[str, ...], span: Span) -> str:
    """What stands in a span."""
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first = lines[span.line - 1][span.column - 1 :]
    middle = lines[span.line : span.end_line - 1]
    return "\n".join([first, *middle, lines[span.end_line - 1][: span.end_column - 1]])


__all__ = [
    "Halt",
    "SchemaText",
    "cut",
    "mistakes",
    "parsed",
    "place",
    "places",
    "texts",
    "value",
]
