"""The located tree: what every reader makes of a schema's text, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from respgen.diagnostics import Span
from respgen.located import Plain


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text, number, truth value or null."""

    value: str | int | float | bool | None
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: str
    key_span: Span
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order written; each key once, and text."""

    entries: tuple[Entry, ...]
    span: Span

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def entry(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    span: Span


Node: TypeAlias = Scalar | Mapping | Sequence


def texts(node: Node) -> Iterator[Span]:
    """The places of all scalars and keys; none lies in another."""
    if isinstance(node, Mapping):
        for entry in node:
            yield entry.key_span
            yield from texts(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from texts(item)
    else:
        yield node.span


def walk(node: Node, depth: int) -> Iterator[tuple[Node, int]]:
    """A node and all below it, keys aside, with their depths."""
    yield node, depth
    if isinstance(node, Mapping):
        for entry in node:
            yield from walk(entry.value, depth + 1)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from walk(item, depth + 1)


def plain(node: Node) -> Plain:
    """The same tree without places."""
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """One schema file: where it is, the module it makes, its lines and its tree.

    `path` is what diagnostics print: relative to the project, with forward slashes.
    """

    path: str
    module: str
    lines: tuple[str, ...]
    root: Mapping
