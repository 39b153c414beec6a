"""How a TOML file is laid out: quotes, blanks, and whether tables have headers, dots or braces.

Goes in: a document and its statements. Comes out: its layout, which writes pairs and tables.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from respgen.diagnostics import Added
from respgen.fix import flow
from respgen.fix.document import Document
from respgen.fix.toml_outline import Statement
from respgen.fix.toml_scalars import TomlScalars
from respgen.load import tree

_EQUALS = re.compile(r"[ \t]*=[ \t]*")


class TableShape(Enum):
    """How a table is written: below a header, with its key in front of a dot, or in braces."""

    HEADER = auto()
    DOTS = auto()
    BRACES = auto()


@dataclass(frozen=True, slots=True)
class TomlLayout:
    """`equals` stands between key and value, `padding` inside of braces.

    `named` and `holding` count the shapes of tables by their key and by the keys in them.
    """

    scalars: TomlScalars
    equals: str
    padding: str
    named: Mapping[str, Counter[TableShape]]
    holding: Mapping[str, Counter[TableShape]]

    @classmethod
    def of(cls, document: Document, outline: Sequence[Statement]) -> TomlLayout:
        named = defaultdict[str, Counter[TableShape]](Counter)
        holding = defaultdict[str, Counter[TableShape]](Counter)
        for name, inside, shape in (*_in_lines(outline), *_in_braces(document)):
            named[name][shape] += 1
            for key in inside:
                holding[key][shape] += 1
        padding = flow.padding(document) or ""
        equals = _equals(document, outline)
        return cls(TomlScalars.of(document), equals, padding, named, holding)

    def shape_of(self, name: str) -> TableShape | None:
        """How tables of this name are mostly written; None where there are none."""
        return _most(self.named.get(name, Counter()))

    def shape_with(self, keys: Iterable[str]) -> TableShape | None:
        """How tables with such keys are mostly written."""
        votes = Counter[TableShape]()
        for key in keys:
            votes += self.holding.get(key, Counter())
        return _most(votes)

    def dotted(self, keys: Iterable[str]) -> str:
        return ".".join(map(self.scalars.key, keys))

    def pair(self, keys: Sequence[str], value: Added) -> str:
        """`a.b = value`."""
        return f"{self.dotted(keys)}{self.equals}{self._value(value)}"

    def nested(self, keys: Sequence[str], value: Added) -> str:
        """`a = {b = value}`."""
        if not keys[1:]:
            return self.pair(keys, value)
        inside = self._braces(self.nested(keys[1:], value))
        return f"{self.scalars.key(keys[0])}{self.equals}{inside}"

    def _value(self, value: Added) -> str:
        if not isinstance(value, Mapping):
            return self.scalars.value(value)
        return self._braces(", ".join(self.pair((key,), value[key]) for key in value))

    def _braces(self, inside: str) -> str:
        return f"{{{self.padding}{inside}{self.padding}}}"


def _most(votes: Counter[TableShape]) -> TableShape | None:
    return votes.most_common(1)[0][0] if votes else None


_TableEntry = tuple[str, tuple[str, ...], TableShape]


def _in_lines(outline: Iterable[Statement]) -> Iterator[_TableEntry]:
    """The tables with headers, and those in front of dots; one for each key that is in them."""
    for statement in outline:
        *before, last = (part.text for part in statement.parts)
        if statement.header:
            yield last, (), TableShape.HEADER
        elif before:
            yield before[-1], (last,), TableShape.DOTS
        elif statement.table:
            yield "", (last,), TableShape.HEADER


def _in_braces(document: Document) -> Iterator[_TableEntry]:
    for spots in document.values.values():
        node, entry = spots[0].node, spots[0].entry
        if isinstance(node, tree.Mapping) and flow.brackets(document, node):
            keys = tuple(each.key for each in node)
            yield entry.key if entry else "", keys, TableShape.BRACES


def _equals(document: Document, outline: Iterable[Statement]) -> str:
    """As in the first pair, unless that is aligned with others."""
    for statement in outline:
        found = _EQUALS.match(document.text, statement.parts[-1].end)
        if found and not statement.header:
            return found[0] if found[0] in ("=", " = ") else " = "
    return " = "
