"""The shapes that values have: each reads an entry of the tree, and says what editors complete.

Goes in: an entry. Comes out: its value with its places, or None where a mistake was noted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, cast

from respgen.decoder.reading import Mistake, Reading
from respgen.load import tree
from respgen.load.tree import Entry, Node, Scalar
from respgen.located import Located, Plain, PlainValue

Value = TypeVar("Value")
Value_co = TypeVar("Value_co", covariant=True)
Form: TypeAlias = Mapping[str, Plain]
"""A part of a JSON Schema."""
Definitions: TypeAlias = dict[str, Plain]
"""The named parts of one, which grow as shapes are asked for theirs."""


class Shape(Protocol[Value_co]):
    """What a value may be. `takes` are the kinds of nodes that can be one (see `kind`)."""

    @property
    def takes(self) -> frozenset[type]: ...

    def read(self, entry: Entry, reading: Reading) -> Located[Value_co] | None:
        """The value of an entry; None where a mistake was noted."""

    def schema(self, definitions: Definitions) -> Form:
        """The JSON Schema of such a value."""


def kind(node: Node) -> type:
    """What tells the forms of a value apart: the type of a scalar, else the collection's."""
    return type(node.value) if isinstance(node, Scalar) else type(node)


@dataclass(frozen=True, slots=True)
class Plainly(Generic[Value]):
    """A value of no inner shape: a scalar, or whatever stands in a list or a mapping."""

    takes: frozenset[type]
    expected: str
    form: Form

    def read(self, entry: Entry, reading: Reading) -> Located[Value] | None:
        node = entry.value
        if kind(node) in self.takes:
            value: Any = _value(node)
            return Located(value, node.span, entry.key_span)
        reading.wrong_type(self.expected, entry)
        return None

    def schema(self, definitions: Definitions) -> Form:
        return self.form


def located(entry: Entry) -> Located[PlainValue]:
    """The plain value of an entry, every part with its places."""
    node = entry.value
    return Located(_value(node), node.span, entry.key_span)


def _value(node: Node) -> PlainValue:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, tree.Mapping):
        return {entry.key: located(entry) for entry in node}
    return tuple(map(located, _items(node)))


def _items(node: tree.Sequence) -> list[Entry]:
    """The items of a list, each as an entry that stands at its own place."""
    return [Entry(str(i), item.span, item) for i, item in enumerate(node.items)]


def _plainly(takes: type, expected: str, form: str) -> Plainly[Plain]:
    return Plainly(frozenset({takes}), expected, {"type": form})


TEXT = cast("Shape[str]", _plainly(str, "text", "string"))
WHOLE = cast("Shape[int]", _plainly(int, "a whole number", "integer"))
NUMBER = cast("Shape[float]", _plainly(float, "a number", "number"))
TRUTH = cast("Shape[bool]", _plainly(bool, "true or false", "boolean"))
TRUE = cast(
    "Shape[bool]",
    Plainly(frozenset({bool}), "true or false", {"const": True, "type": "boolean"}),
)
"""A key that says true, or is left out; what false would mean the mapping says."""
NULL = cast("Shape[None]", _plainly(type(None), "null", "null"))
LIST = cast(
    "Shape[tuple[Located[PlainValue], ...]]", _plainly(tree.Sequence, "a list", "array")
)
MAPPING = cast(
    "Shape[Mapping[str, Located[PlainValue]]]",
    _plainly(tree.Mapping, "a mapping", "object"),
)


@dataclass(frozen=True, slots=True)
class Checked(Generic[Value]):
    """A value that has to pass a check, too. `form` adds to the JSON Schema."""

    shape: Shape[Value]
    check: Callable[[Value], Mistake | None]
    form: Form

    @property
    def takes(self) -> frozenset[type]:
        return self.shape.takes

    def read(self, entry: Entry, reading: Reading) -> Located[Value] | None:
        found = self.shape.read(entry, reading)
        mistake = self.check(found.value) if found else None
        if mistake is None:
            return found
        reading.mistake(mistake, entry)
        return None

    def schema(self, definitions: Definitions) -> Form:
        return {**self.shape.schema(definitions), **self.form}


@dataclass(frozen=True, slots=True)
class Words(Generic[Value]):
    """One of several words. `planned` are words of the language that are not built yet."""

    words: tuple[str, ...]
    planned: Collection[str] = ()

    @property
    def takes(self) -> frozenset[type]:
        return frozenset({str})

    def read(self, entry: Entry, reading: Reading) -> Located[Value] | None:
        found = TEXT.read(entry, reading)
        if found is None or found.value in self.words:
            return cast("Located[Value] | None", found)
        reading.unknown_word(entry, found.value, self.words, self.planned)
        return None

    def schema(self, definitions: Definitions) -> Form:
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

    @property
    def takes(self) -> frozenset[type]:
        return frozenset().union(*(shape.takes for shape in self.shapes))

    def read(self, entry: Entry, reading: Reading) -> Located[Value] | None:
        found = kind(entry.value)
        for shape in self.shapes:
            if found in shape.takes:
                return shape.read(entry, reading)
        reading.wrong_type(self.expected, entry)
        return None

    def schema(self, definitions: Definitions) -> Form:
        forms: list[Plain] = [{**each.schema(definitions)} for each in self.shapes]
        return {"anyOf": forms}


def either(expected: str, *shapes: Shape[Value]) -> Shape[Value]:
    """One of `shapes`; `expected` names them all."""
    return Either(expected, shapes)


@dataclass(frozen=True, slots=True)
class ListOf(Generic[Value]):
    """A list. A malformed item is left out."""

    item: Shape[Value]

    @property
    def takes(self) -> frozenset[type]:
        return frozenset({tree.Sequence})

    def read(
        self, entry: Entry, reading: Reading
    ) -> Located[tuple[Located[Value], ...]] | None:
        node = entry.value
        if not isinstance(node, tree.Sequence):
            reading.wrong_type("a list", entry)
            return None
        found = (self.item.read(item, reading) for item in _items(node))
        items = tuple(item for item in found if item is not None)
        return Located(items, node.span, entry.key_span)

    def schema(self, definitions: Definitions) -> Form:
        return {"items": {**self.item.schema(definitions)}, "type": "array"}


@dataclass(frozen=True, slots=True)
class MappingOf(Generic[Value]):
    """A mapping of names that the author chooses. A malformed value is left out with its name."""

    shape: Shape[Value]

    @property
    def takes(self) -> frozenset[type]:
        return frozenset({tree.Mapping})

    def read(
        self, entry: Entry, reading: Reading
    ) -> Located[Mapping[str, Located[Value]]] | None:
        node = entry.value
        if not isinstance(node, tree.Mapping):
            reading.wrong_type("a mapping", entry)
            return None
        found = ((each.key, self.shape.read(each, reading)) for each in node)
        values = {key: value for key, value in found if value is not None}
        return Located(values, node.span, entry.key_span)

    def schema(self, definitions: Definitions) -> Form:
        inner = {**self.shape.schema(definitions)}
        return {"additionalProperties": inner, "type": "object"}
