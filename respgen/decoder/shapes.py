"""The shapes that are made of others: words, checks, choices, lists and mappings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from respgen.decoder.advice import list_advice, listed, mapping_advice
from respgen.decoder.indentation import Nested, settled_entries
from respgen.decoder.plain import (
    LIST,
    MAPPING,
    TEXT,
    Definitions,
    SchemaPart,
    Shape,
    items,
    kind,
)
from respgen.decoder.reading import Reading
from respgen.diagnostics import Finding, Span
from respgen.load import tree
from respgen.load.tree import Entry
from respgen.located import Located, Plain
from respgen.rules import r0

Value = TypeVar("Value")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Value, Made]):
    """What a function makes of a value, if it finds no mistake. `form` adds to the JSON Schema.

    `placed` is what is made where the value stands, for what has to know its place.
    """

    shape: Shape[Value]
    parse: Callable[[Value], Made | Finding]
    form: SchemaPart
    placed: Callable[[Made, Span], Made] = lambda made, span: made

    @property
    def takes(self) -> frozenset[type]:
        return self.shape.takes

    def read(self, entry: Entry, reading: Reading) -> Located[Made] | None:
        found = self.shape.read(entry, reading)
        if found is None:
            return None
        made = self.parse(found.value)
        if isinstance(made, Finding):
            reading.found(made, entry)
            return None
        return Located(self.placed(made, found.span), found.span, found.key)

    def schema(self, definitions: Definitions) -> SchemaPart:
        return {**self.shape.schema(definitions), **self.form}


@dataclass(frozen=True, slots=True)
class OneOf(Generic[Value]):
    """One of several words.

    `planned` are words of the language that are not built yet, each with what to do instead, and
    `meant` the words that authors write for others, with the help for each.
    """

    words: tuple[str, ...]
    planned: Mapping[str, str] = field(default_factory=dict)
    meant: Mapping[str, str] = field(default_factory=dict)
    takes: frozenset[type] = TEXT.takes

    def read(self, entry: Entry, reading: Reading) -> Located[Value] | None:
        if kind(entry.value) not in self.takes:
            reading.wrong_type("a word", entry, f"write {listed(self.words)}")
            return None
        found = TEXT.read(entry, reading)
        if found is None or found.value in self.words:
            return cast("Located[Value] | None", found)
        reading.unknown_word(entry, found.value, self)
        return None

    def schema(self, definitions: Definitions) -> SchemaPart:
        if len(self.words) == 1:
            return {"const": self.words[0], "type": "string"}
        return {"enum": [*self.words], "type": "string"}


@dataclass(frozen=True, slots=True)
class Either(Generic[Value]):
    """One of several shapes, told apart by the kind of the value, never by trial.

    Trying one after the other would report a mistake once for each.
    """

    expected: str
    shapes: tuple[Shape[Value], ...]
    advice: str

    @property
    def takes(self) -> frozenset[type]:
        return frozenset().union(*(shape.takes for shape in self.shapes))

    @property
    def inner(self) -> frozenset[str]:
        nested = (shape.inner for shape in self.shapes if isinstance(shape, Nested))
        return frozenset[str]().union(*nested)

    def read(self, entry: Entry, reading: Reading) -> Located[Value] | None:
        found = kind(entry.value)
        for shape in self.shapes:
            if found in shape.takes:
                return shape.read(entry, reading)
        reading.wrong_type(self.expected, entry, self.advice)
        return None

    def schema(self, definitions: Definitions) -> SchemaPart:
        forms: list[Plain] = [{**each.schema(definitions)} for each in self.shapes]
        return {"anyOf": forms}


def either(expected: str, *shapes: Shape[Value], advice: str) -> Shape[Value]:
    """One of `shapes`; `expected` names them all, and `advice` says what to write."""
    return Either(expected, shapes, advice)


@dataclass(frozen=True, slots=True)
class ListOf(Generic[Value]):
    """A list. A malformed item is left out. `needed` is the help where none at all is an error."""

    item: Shape[Value]
    needed: str = ""
    takes: frozenset[type] = LIST.takes

    def read(
        self, entry: Entry, reading: Reading
    ) -> Located[tuple[Located[Value], ...]] | None:
        node = entry.value
        if not isinstance(node, tree.Sequence):
            reading.wrong_type("a list", entry, list_advice(entry))
            return None
        if self.needed and not node.items:
            message = "expected a list of at least one, found an empty list"
            reading.found(Finding(r0.WRONG_TYPE, message, self.needed), entry)
            return None
        found = (self.item.read(item, reading) for item in items(node))
        good = tuple(item for item in found if item is not None)
        return Located(good, node.span, entry.key_span)

    def schema(self, definitions: Definitions) -> SchemaPart:
        least: SchemaPart = {"minItems": 1} if self.needed else {}
        return {"items": {**self.item.schema(definitions)}, **least, "type": "array"}


@dataclass(frozen=True, slots=True)
class MappingOf(Generic[Value]):
    """A mapping of names that the author chooses. A malformed value is left out with its name.

    `example` is what the help shows where there is none.
    """

    shape: Shape[Value]
    example: str
    takes: frozenset[type] = MAPPING.takes

    def read(
        self, entry: Entry, reading: Reading
    ) -> Located[Mapping[str, Located[Value]]] | None:
        node = entry.value
        if not isinstance(node, tree.Mapping):
            reading.wrong_type("a mapping", entry, mapping_advice(entry, self.example))
            return None
        inner = self.shape.inner if isinstance(self.shape, Nested) else frozenset()
        entries = settled_entries(node, lambda _, each: each.key in inner, reading)
        found = ((each.key, self.shape.read(each, reading)) for each in entries)
        values = {key: value for key, value in found if value is not None}
        return Located(values, node.span, entry.key_span)

    def schema(self, definitions: Definitions) -> SchemaPart:
        inner = {**self.shape.schema(definitions)}
        return {"additionalProperties": inner, "type": "object"}
