"""Edits of a TOML text, in the style that it has.

Goes in: a document and changes of its tree. Comes out: edits that may make a change, the most
likely first; reading the result tells whether they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.diagnostics import Added, KeyPath
from respgen.fix import flow
from respgen.fix.changes import Drop, Insert, Put, Rename, TreeChange
from respgen.fix.document import Document, Edit, Edits, Spot
from respgen.fix.lines import above, below, cleared
from respgen.fix.toml_layout import TableShape, TomlLayout
from respgen.fix.toml_outline import Statement, outline


class TomlEditor:
    """Knows how one file is laid out."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._outline = outline(document)
        self._layout = TomlLayout.of(document, self._outline)

    def edits(self, change: TreeChange) -> Iterator[Edits]:
        """None where the text cannot be changed so."""
        document, spot = self._document, change.spot
        match change:
            case Put(value=value):
                old = document.written(spot.node.span)
                text = self._layout.scalars.value(value, old)
                yield (document.over(spot.node.span, text),)
            case Rename(key=key):
                yield from self._renamed(spot, self._layout.scalars.key(key))
            case Drop():
                if found := flow.brackets(document, spot.holder):
                    yield from flow.taken(document, found, spot.index)
                else:
                    yield from self._dropped(spot)
            case Insert(keys=keys, value=value):
                if found := flow.brackets(document, spot.node):
                    pair = self._layout.nested(keys, value)
                    yield from flow.added(document, found, pair)
                else:
                    yield from self._inserted(change)

    def _leading(self, spot: Spot) -> list[Statement]:
        return [each for each in self._outline if each.leads_to(spot.path)]

    def _renamed(self, spot: Spot, key: str) -> Iterator[Edits]:
        """Wherever the key is written: in headers, in front of dots, in braces."""
        parts = [each.part(spot.path) for each in self._leading(spot)]
        if parts:
            yield tuple(Edit(part.start, part.end, key) for part in parts if part)
        elif spot.entry is not None:
            yield (self._document.over(spot.entry.key_span, key),)

    def _dropped(self, spot: Spot) -> Iterator[Edits]:
        """Without the statements that make it; the table that they were in may be empty then."""
        leading = self._leading(spot)
        cleared_lines = [cleared(self._document, s.start, s.end) for s in leading]
        edits = tuple(edit for edit in cleared_lines if edit)
        if leading and len(edits) == len(leading):
            yield edits
        if len(leading) == 1 and leading[0].parts[1:]:
            yield (Edit(leading[0].parts[-2].end, leading[0].end, " = {}"),)

    # Insertion

    def _inserted(self, change: Insert) -> Iterator[Edits]:
        """Below the last line of the table, or above the first header of a table in it."""
        document, path = self._document, change.spot.path
        leading = self._leading(change.spot)
        last = next((each for each in reversed(leading) if _makes(each, path)), None)
        if last is None:
            lines = self._table(self._name(leading[0], path), "", change)
            yield (above(document, leading[0].start, [*lines, ""]),)
        elif last.table != path:
            pair = self._layout.pair(change.keys, change.value)
            line = f"{document.indent(last.start)}{self._name(last, path)}.{pair}"
            yield (below(document, last.end, [line]),)
        else:
            header = next(each for each in leading if each.header)
            lines = self._lines(header, document.indent(last.start), change)
            yield (below(document, last.end, lines),)

    def _name(self, statement: Statement, path: KeyPath) -> str:
        """The table at `path`, as a statement that leads to it writes it."""
        part = statement.part(path) or statement.parts[-1]
        return self._document.text[statement.parts[0].start : part.end]

    def _lines(self, header: Statement, indent: str, change: Insert) -> list[str]:
        """Lines of a table with a header: pairs, or one more header."""
        tables, _ = self._split(change)
        shape = self._layout.shape_of(tables[0]) if tables else TableShape.DOTS
        if tables and (
            shape in (None, TableShape.HEADER) or len(tables) == len(change.keys)
        ):
            blank = self._document.indent(header.start)
            name = self._name(header, header.path)
            return ["", *self._table(name, blank, change)]
        write = self._layout.nested if shape is TableShape.BRACES else self._layout.pair
        return [indent + write(change.keys, change.value)]

    def _table(self, above: str, indent: str, change: Insert) -> list[str]:
        """A header below that of `above`, and what it holds."""
        tables, pairs = self._split(change)
        name = ".".join(filter(None, (above, self._layout.dotted(tables))))
        lines = (self._layout.pair((key,), pairs[key]) for key in pairs)
        return [f"{indent}[{name}]", *(indent + line for line in lines)]

    def _split(self, change: Insert) -> tuple[tuple[str, ...], Mapping[str, Added]]:
        """The keys of tables, and what stands in the innermost."""
        keys, value = change.keys, change.value
        in_lines = isinstance(value, Mapping) and (
            self._layout.shape_with(value) is TableShape.HEADER
        )
        if isinstance(value, Mapping) and in_lines:
            return keys, value
        return keys[:-1], {keys[-1]: value}


def _makes(statement: Statement, path: KeyPath) -> bool:
    """Whether a statement that leads to a table is its header, or a pair of no table in it."""
    if statement.header:
        return statement.path == path
    return len(statement.table) <= len(path)
