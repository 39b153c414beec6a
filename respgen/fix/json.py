"""Edits of a JSON text, in the style that it has.

Goes in: a document and changes of its tree. Comes out: edits that may make a change, the most
likely first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from respgen.fix import flow
from respgen.fix.changes import Drop, Insert, Inside, Put, Rename, TreeChange, nested
from respgen.fix.document import Document, Edits


class JsonEditor:
    """Knows how one file is laid out."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._padding = flow.padding(document)
        entries = document.root.entries
        self._colon, self._unit = ": ", "  "
        if entries:
            first = entries[0]
            key, value = first.key_span, first.value.span
            self._colon = document.text[document.end(key) : document.start(value)]
            self._unit = document.indent(document.start(key)) or self._unit

    def edits(self, change: TreeChange) -> Iterator[Edits]:
        """None where the text cannot be changed so."""
        match change:
            case Put(spot, value):
                yield (self._document.over(spot.node.span, self._text(value, "")),)
            case Rename(spot, key):
                if spot.entry is not None:
                    text = self._text(key, "")
                    yield (self._document.over(spot.entry.key_span, text),)
            case Drop(spot):
                if found := flow.brackets(self._document, spot.holder):
                    yield from flow.taken(self._document, found, spot.index)
            case Insert():
                yield from self._insertion(change)

    def _insertion(self, change: Insert) -> Iterator[Edits]:
        document, node = self._document, change.spot.node
        found = flow.brackets(document, node)
        if found and found.items:
            indent = document.indent(found.items[-1][0])
            (key, value), *_ = nested(change.keys, change.value).items()
            yield from flow.added(document, found, self._pair(key, value, indent))
        else:
            indent = document.indent(document.start(node.span))
            whole = self._text(nested(change.keys, change.value), indent)
            yield (document.over(node.span, whole),)

    def _text(self, value: Inside, indent: str) -> str:
        """A value; what is spread out stands at `indent`, but for its first line."""
        if not isinstance(value, dict):
            return json.dumps(value, ensure_ascii=self._document.text.isascii())
        if not value:
            return "{}"
        if self._padding is not None:
            between = ", " if self._colon.endswith(" ") else ","
            pairs = between.join(self._pair(key, value[key], "") for key in value)
            return f"{{{self._padding}{pairs}{self._padding}}}"
        line = self._document.line_break(0) + indent
        inner = line + self._unit
        lines = (self._pair(key, value[key], indent + self._unit) for key in value)
        return f"{{{inner}{f',{inner}'.join(lines)}{line}}}"

    def _pair(self, key: str, value: Inside, indent: str) -> str:
        return f"{self._text(key, '')}{self._colon}{self._text(value, indent)}"
