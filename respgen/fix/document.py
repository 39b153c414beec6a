"""A schema's text beside its tree: where in the text everything stands.

Goes in: the bytes of a file and the tree that was read from them. Comes out: offsets, the lines
around them, and every place of the tree by its span.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.diagnostics import KeyPath, Problems, Span
from respgen.load.source import SchemaText
from respgen.load.tree import Entry, Mapping, Node, Scalar, Sequence

"""The keys and positions that lead from the root of a tree to a place."""

_BREAK = re.compile(r"\r\n|\r|\n")
_INDENT = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands from `start` up to `end` becomes `text`."""

    start: int
    end: int
    text: str


Edits: TypeAlias = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in the tree, with all it stands in: `entry` is None for the item of a list."""

    path: KeyPath
    index: int
    """Its position in the holder."""
    holder: Mapping | Sequence = field(repr=False)
    entry: Entry | None = field(repr=False)
    node: Node
    above: Spot | None = field(repr=False)
    """The spot of the holder; None where that is the root."""


Spots: TypeAlias = dict[Span, list[Spot]]


@dataclass(frozen=True, slots=True)
class Document:
    """A schema file. `keys` and `values` are the spots by their places: where an alias repeats
    what stands elsewhere, a place has several."""

    name: str
    text: str
    marked: bool
    """Whether the file begins with a byte order mark."""
    root: Mapping
    starts: tuple[int, ...]
    keys: Spots
    values: Spots

    @classmethod
    def of(cls, name: str, data: bytes, root: Mapping) -> Document:
        """`root` is the tree of `data`, which is UTF-8."""
        text = data.removeprefix(BOM_UTF8).decode()
        starts = SchemaText.of(name, text, Problems()).starts
        keys: Spots = {}
        values: Spots = {}
        for spot in _below(root, (), None):
            values.setdefault(spot.node.span, []).append(spot)
            if spot.entry is not None:
                keys.setdefault(spot.entry.key_span, []).append(spot)
        marked = data.startswith(BOM_UTF8)
        return cls(name, text, marked, root, starts, keys, values)

    def encoded(self, text: str) -> bytes:
        """The bytes of a file with another text."""
        return (BOM_UTF8 if self.marked else b"") + text.encode()

    def start(self, span: Span) -> int:
        """The offset of a place's first character."""
        return self.starts[span.line - 1] + span.column - 1

    def end(self, span: Span) -> int:
        """The offset behind a place."""
        return self.starts[span.end_line - 1] + span.end_column - 1

    def written(self, span: Span) -> str:
        return self.text[self.start(span) : self.end(span)]

    def over(self, span: Span, text: str) -> Edit:
        """The edit that writes over a place."""
        return Edit(self.start(span), self.end(span), text)

    def mappings(self) -> Iterator[Mapping]:
        """The root and every mapping below it, in the order written."""
        yield self.root
        for spots in self.values.values():
            if isinstance(spots[0].node, Mapping):
                yield spots[0].node

    def line_start(self, offset: int) -> int:
        """Where the line begins that an offset is in."""
        return self.starts[bisect_right(self.starts, offset) - 1]

    def line_end(self, offset: int) -> int:
        """Where that line ends, before its break."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the line after that one begins; the end of the text where there is none."""
        found = _BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def line_break(self, offset: int) -> str:
        """What ends the line that an offset is in, or the first line where that one has no end."""
        found = _BREAK.search(self.text, offset) or _BREAK.search(self.text)
        return found[0] if found else "\n"

    def indent(self, offset: int) -> str:
        """The blanks that the line of an offset begins with."""
        found = _INDENT.match(self.text, self.line_start(offset))
        return found[0] if found else ""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not touch each other, in the order of their places."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*parts, text[done:]))


def before(offset: int, edits: Iterable[Edit]) -> int:
    """The offset that what is at `offset` after edits had before them.

    What is new was where the old text begins that it stands for.
    """
    moved = 0
    for edit in edits:
        start = edit.start + moved
        if offset < start:
            break
        if offset < start + len(edit.text):
            return edit.start
        moved += len(edit.text) - (edit.end - edit.start)
    return offset - moved


def is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _below(holder: Node, path: KeyPath, above: Spot | None) -> Iterator[Spot]:
    if isinstance(holder, Mapping):
        for index, entry in enumerate(holder):
            spot = Spot((*path, entry.key), index, holder, entry, entry.value, above)
            yield spot
            yield from _below(entry.value, spot.path, spot)
    elif isinstance(holder, Sequence):
        for index, item in enumerate(holder.items):
            spot = Spot((*path, index), index, holder, None, item, above)
            yield spot
            yield from _below(item, spot.path, spot)
