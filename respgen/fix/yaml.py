"""Edits of a YAML text, in the style that it has.

Goes in: a document and changes of its tree. Comes out: edits that may make a change, the most
likely first; reading the result tells whether they do.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.fix import flow
from respgen.fix.changes import Drop, Insert, Inside, Put, Rename, TreeChange, nested
from respgen.fix.document import Document, Edits, Spot
from respgen.fix.lines import below
from respgen.fix.yaml_block import dropped, last_lines
from respgen.fix.yaml_layout import YamlLayout
from respgen.fix.yaml_scalars import YamlScalars
from respgen.load.tree import Mapping


class YamlEditor:
    """Knows how one file is laid out."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._scalars = YamlScalars.of(document)
        self._layout = YamlLayout.of(document)

    def edits(self, change: TreeChange) -> Iterator[Edits]:
        """None where the text cannot be changed so."""
        document, spot = self._document, change.spot
        match change:
            case Put(value=value):
                text = self._like(document.written(spot.node.span), value, spot)
                yield (document.over(spot.node.span, text),)
            case Rename(key=key):
                if spot.entry is not None:
                    span = spot.entry.key_span
                    text = self._like(document.written(span), key, spot)
                    yield (document.over(span, text),)
            case Drop():
                if found := flow.brackets(document, spot.holder):
                    yield from flow.taken(document, found, spot.index)
                else:
                    yield from dropped(document, spot)
            case Insert():
                yield from self._insertion(change)

    def _like(self, old: str, value: str | int | bool, spot: Spot) -> str:
        text = self._scalars.like(old, value, flow=_in_flow(self._document, spot))
        return text if old else f" {text}"  # where null is silent

    def _insertion(self, change: Insert) -> Iterator[Edits]:
        document, spot = self._document, change.spot
        new = nested(change.keys, change.value)
        ((key, value),) = new.items()
        begin = document.written(spot.node.span)[:1]
        if begin == "*":
            return  # an alias: what it stands for has other uses
        if found := flow.brackets(document, spot.node):
            yield from flow.added(document, found, self._pair(key, value))
        elif isinstance(spot.node, Mapping):
            indent = " " * (spot.node.entries[0].key_span.column - 1)
            yield from last_lines(document, spot.node, self._lines(new, indent))
        elif begin or _in_flow(document, spot):
            blank = "" if begin else " "
            yield (document.over(spot.node.span, blank + self._braces(new)),)
        elif spot.entry is not None:
            column = spot.entry.key_span.column - 1 + self._layout.unit
            key_end = document.end(spot.entry.key_span)
            yield (below(document, key_end, self._lines(new, " " * column)),)

    # What is written anew

    def _pair(self, key: str, value: Inside) -> str:
        return f"{self._scalars.fresh(key, flow=True)}: {self._braces(value)}"

    def _braces(self, value: Inside) -> str:
        if isinstance(value, dict):
            pairs = ", ".join(self._pair(key, value[key]) for key in value)
            return f"{{{self._layout.padding}{pairs}{self._layout.padding}}}"
        return self._scalars.fresh(value, flow=True)

    def _lines(self, new: dict[str, Inside], indent: str) -> list[str]:
        """A block mapping; what is inside in braces where the file does so."""
        lines: list[str] = []
        for key, value in new.items():
            begin = f"{indent}{self._scalars.fresh(key, flow=False)}:"
            if not isinstance(value, dict):
                lines.append(f"{begin} {self._scalars.fresh(value, flow=False)}")
            elif not value or self._layout.in_braces(key, value):
                lines.append(f"{begin} {self._braces(value)}")
            else:
                deeper = indent + " " * self._layout.unit
                lines += (begin, *self._lines(value, deeper))
        return lines


def _in_flow(document: Document, spot: Spot | None) -> bool:
    """Whether brackets stand around a spot."""
    while spot is not None:
        if flow.brackets(document, spot.holder):
            return True
        spot = spot.above
    return flow.brackets(document, document.root) is not None
