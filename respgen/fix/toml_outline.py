"""The statements of a TOML text: headers, and keys with their values.

Goes in: a document that was read. Comes out: its statements in the order written, each with the
path that it has in the tree and the parts that it is written with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from respgen.diagnostics import KeyPath, Problems
from respgen.fix.document import Document
from respgen.load.cursor import Cursor
from respgen.load.source import SchemaText
from respgen.load.toml import GAP, key_parts, value_node
from respgen.load.toml_tables import KeyPart

_BLANK = r"[ \t]*"


@dataclass(frozen=True, slots=True)
class Statement:
    """`parts` write the last keys of `path`; `start` and `end` are offsets, the latter behind the
    value. `table` is the path of the table it stands in: of a header, its own."""

    path: KeyPath
    table: KeyPath
    parts: tuple[KeyPart, ...]
    start: int
    end: int
    header: bool

    def leads_to(self, path: KeyPath) -> bool:
        """Whether it makes what stands at `path`, or something in it."""
        return self.path[: len(path)] == path

    def part(self, path: KeyPath) -> KeyPart | None:
        """Where it writes the last key of `path`, which it leads to; None: its header does."""
        unwritten = _keys(self.path) - len(self.parts)
        index = _keys(path) - unwritten - 1
        return self.parts[index] if index >= 0 else None


def _keys(path: KeyPath) -> int:
    return sum(isinstance(step, str) for step in path)


def outline(document: Document) -> tuple[Statement, ...]:
    """Every statement."""
    source = SchemaText.of(document.name, document.text, Problems())
    return tuple(_Outline(Cursor(source)).statements())


class _Outline:
    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._arrays: dict[KeyPath, int] = {}
        """How many tables each array of tables has up to here."""

    def statements(self) -> Iterator[Statement]:
        cursor = self._cursor
        table: KeyPath = ()
        cursor.match(GAP)
        while cursor.peek():
            if cursor.peek() == "[":
                statement = self._header()
                table = statement.path
            else:
                statement = self._pair(table)
            yield statement
            cursor.match(GAP)

    def _header(self) -> Statement:
        cursor, start = self._cursor, self._cursor.at
        closing = "]]" if cursor.take("[[") else "]"
        cursor.at = start + len(closing)
        cursor.match(_BLANK)
        parts = tuple(key_parts(cursor))
        cursor.take(closing)
        path = (*self._path(part.text for part in parts[:-1]), parts[-1].text)
        if closing == "]]":
            self._arrays[path] = self._arrays.get(path, 0) + 1
            path = (*path, self._arrays[path] - 1)
        return Statement(path, path, parts, start, cursor.at, header=True)

    def _path(self, names: Iterable[str]) -> KeyPath:
        """The way that names lead: through an array of tables, to the last of them."""
        path: KeyPath = ()
        for name in names:
            path = (*path, name)
            if path in self._arrays:
                path = (*path, self._arrays[path] - 1)
        return path

    def _pair(self, table: KeyPath) -> Statement:
        cursor, start = self._cursor, self._cursor.at
        parts = tuple(key_parts(cursor))
        cursor.take("=")
        cursor.match(_BLANK)
        value_node(cursor, 1)
        path = (*table, *(part.text for part in parts))
        return Statement(path, table, parts, start, cursor.at, header=False)
