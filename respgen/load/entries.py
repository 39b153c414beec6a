"""The entries of one mapping while it is read: each key once, and not too many."""

from __future__ import annotations

from collections.abc import Iterable

from respgen.diagnostics import Span
from respgen.load.source import SchemaText
from respgen.load.tree import Entry, Mapping, Node
from respgen.rules import r0


class Entries:
    """Collects keys in the order written; the second of two equal ones is a mistake."""

    def __init__(self, source: SchemaText) -> None:
        self._source = source
        self._found: dict[str, Entry] = {}

    def add(self, key: str, span: Span, value: Node) -> None:
        first = self._found.setdefault(key, Entry(key, span, value))
        if first.key_span != span:
            self._again(key, span, first.key_span.line)
        self._source.crowd(len(self._found), span)

    def fill(self, entries: Iterable[Entry]) -> None:
        """Add those whose keys are not there yet."""
        for entry in entries:
            self._found.setdefault(entry.key, entry)
            self._source.crowd(len(self._found), entry.key_span)

    def mapping(self, span: Span) -> Mapping:
        return Mapping(tuple(self._found.values()), span)

    def _again(self, key: str, span: Span, line: int) -> None:
        message = f"duplicate key {key!r}"
        self._source.note(
            r0.DUPLICATE_KEY,
            span,
            message,
            f"remove one of the two: the first is on line {line}",
        )
