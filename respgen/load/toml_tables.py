"""Tables while they are written: which key may be added to which (TOML 1.0, section Table).

Goes in: headers and keys in the order written. Comes out: the located mapping they make.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias

from respgen.diagnostics import Span
from respgen.load.source import SchemaText
from respgen.load.tree import Entry, Mapping, Node, Scalar, Sequence
from respgen.rules import r0


class TableKind(Enum):
    """What made a table: its own header, a header below it, or the dots of a key."""

    HEADER = auto()
    PATH = auto()
    DOTTED = auto()


@dataclass(frozen=True, slots=True)
class KeyPart:
    """One part of a dotted key, and the offsets it stands at."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Table:
    """A table that may still grow. `start` and `end` are offsets."""

    source: SchemaText
    depth: int
    start: int
    end: int
    origin: TableKind
    values: dict[str, tuple[KeyPart, TomlValue]] = field(default_factory=dict)

    def put(self, part: KeyPart, value: TomlValue) -> None:
        """Add what is not there yet."""
        self.values[part.text] = part, value
        self.source.crowd(len(self.values), self._span(part))

    def set(self, part: KeyPart, value: Node, end: int) -> None:
        """Add the value of a key; it may be there once."""
        self.end = max(self.end, end)
        if part.text in self.values:
            self._again(part, f"duplicate key {part.text!r}")
        else:
            self.put(part, value)

    def dotted(self, part: KeyPart, start: int) -> Table:
        """The table that a dotted key goes through: made by dots alone, or on a header's way."""
        _, found = self.values.get(part.text, (part, None))
        if found is None:
            return self._new(part, start, TableKind.DOTTED)
        if not isinstance(found, Table) or found.origin is TableKind.HEADER:
            return self._lost(part, f"{part.text!r} is already complete")
        found.origin = TableKind.DOTTED
        return found

    def passed(self, part: KeyPart, start: int) -> Table:
        """The table that a header goes through on its way."""
        _, found = self.values.get(part.text, (part, None))
        if isinstance(found, Tables):
            return found.items[-1]
        if found is None:
            return self._new(part, start, TableKind.PATH)
        if not isinstance(found, Table):
            return self._lost(part, f"{part.text!r} already has a value")
        return found

    def headed(self, part: KeyPart, start: int, end: int) -> Table:
        """The table that a header names; it may be named once."""
        _, found = self.values.get(part.text, (part, None))
        if found is None:
            found = self._new(part, start, TableKind.PATH)
        if not isinstance(found, Table) or found.origin is not TableKind.PATH:
            return self._lost(part, f"{part.text!r} is already defined")
        self.put(part, found)
        found.origin = TableKind.HEADER
        found.start, found.end = start, end
        return found

    def repeated(self, part: KeyPart, start: int, end: int) -> Table:
        """One more table of an array."""
        _, found = self.values.get(part.text, (part, None))
        if found is None:
            self.source.enter(self.depth + 1, part.start)
            found = Tables(self.source, [])
            self.put(part, found)
        if not isinstance(found, Tables):
            return self._lost(part, f"{part.text!r} is not an array of tables")
        self.source.enter(self.depth + 2, part.start)
        item = Table(self.source, self.depth + 2, start, end, TableKind.HEADER)
        found.items.append(item)
        return item

    def finished(self) -> Mapping:
        """The mapping; nothing can be added any more."""
        entries = tuple(self._entries())
        return Mapping(entries, self.source.span(self.start, self.end))

    def _entries(self) -> Iterator[Entry]:
        for part, value in self.values.values():
            node = value.finished() if isinstance(value, Table | Tables) else value
            if isinstance(value, Table | Tables):
                self.end = max(self.end, value.end)
            yield Entry(part.text, self._span(part), node)

    def _new(self, part: KeyPart, start: int, origin: TableKind) -> Table:
        self.source.enter(self.depth + 1, part.start)
        table = Table(self.source, self.depth + 1, start, part.end, origin)
        self.put(part, table)
        return table

    def _lost(self, part: KeyPart, message: str) -> Table:
        """A table for what cannot be added to this one."""
        self._again(part, message)
        end = part.end
        return Table(self.source, self.depth + 1, part.start, end, TableKind.HEADER)

    def _again(self, part: KeyPart, message: str) -> None:
        first, _ = self.values[part.text]
        line, _ = self.source.place(first.start)
        advice = f"remove one of the two: the first is on line {line}"
        self.source.note(r0.DUPLICATE_KEY, self._span(part), message, advice)

    def _span(self, part: KeyPart) -> Span:
        return self.source.span(part.start, part.end)


@dataclass(slots=True)
class Tables:
    """An array of tables; the last one may still grow."""

    source: SchemaText
    items: list[Table]

    @property
    def end(self) -> int:
        return self.items[-1].end

    def finished(self) -> Sequence:
        items = tuple(item.finished() for item in self.items)
        return Sequence(items, self.source.span(self.items[0].start, self.end))


TomlValue: TypeAlias = Scalar | Mapping | Sequence | Table | Tables
