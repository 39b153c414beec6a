"""What a shape is, and the shapes of plain values.

Goes in: an entry of the tree. Comes out: its value with its places, or None where a mistake was
noted; and the part of the JSON Schema that says the same to editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, cast

from respgen.decoder.reading import Reading
from respgen.load import tree
from respgen.load.tree import Entry, Node, Scalar
from respgen.located import Located, Plain, PlainValue, WrittenFloat, WrittenInteger

Value = TypeVar("Value")
Value_co = TypeVar("Value_co", covariant=True)
SchemaPart: TypeAlias = Mapping[str, Plain]
"""A part of a JSON Schema."""
Definitions: TypeAlias = dict[str, Plain]
"""The named parts of one, which grow as shapes are asked for theirs."""


class Shape(Protocol[Value_co]):
    """What a value may be. `takes` are the kinds of nodes that can be one (see `kind`)."""

    @property
    def takes(self) -> frozenset[type]: ...

    def read(self, entry: Entry, reading: Reading) -> Located[Value_co] | None:
        """The value of an entry; None where a mistake was noted."""

    def schema(self, definitions: Definitions) -> SchemaPart:
        """The JSON Schema of such a value."""


def kind(node: Node) -> type:
    """What tells the forms of a value apart: the type of a scalar, else the collection's."""
    if not isinstance(node, Scalar):
        return type(node)
    found = type(node.value)
    return _SPELT.get(found, found)


_SPELT: Mapping[type, type] = {WrittenInteger: int, WrittenFloat: float}


@dataclass(frozen=True, slots=True)
class Plainly(Generic[Value]):
    """A value of no inner shape: a scalar, or whatever stands in a list or a mapping."""

    takes: frozenset[type]
    expected: str
    form: SchemaPart
    advice: str

    def read(self, entry: Entry, reading: Reading) -> Located[Value] | None:
        node = entry.value
        if kind(node) in self.takes:
            value: Any = _value(node)
            return Located(value, node.span, entry.key_span)
        reading.wrong_type(self.expected, entry, self.advice)
        return None

    def schema(self, definitions: Definitions) -> SchemaPart:
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
    return tuple(map(located, items(node)))


def items(node: tree.Sequence) -> list[Entry]:
    """The items of a list, each as an entry that stands at its own place."""
    return [Entry(str(i), item.span, item) for i, item in enumerate(node.items)]


def _plainly(
    takes: type, expected: str, form: SchemaPart, advice: str = ""
) -> Plainly[Plain]:
    return Plainly(frozenset({takes}), expected, form, advice or f"write {expected}")


TEXT = cast(
    "Shape[str]", _plainly(str, "text", {"type": "string"}, "write a single string")
)
WHOLE = cast("Shape[int]", _plainly(int, "a whole number", {"type": "integer"}))
NUMBER = cast("Shape[float]", _plainly(float, "a number", {"type": "number"}))
TRUTH = cast("Shape[bool]", _plainly(bool, "true or false", {"type": "boolean"}))
TRUE = cast(
    "Shape[bool]",
    _plainly(bool, "true", {"const": True, "type": "boolean"}, "write true"),
)
"""A key that is true or left out; the mapping explains what false would mean."""
NULL = cast("Shape[None]", _plainly(type(None), "null", {"type": "null"}))
LIST = cast(
    "Shape[tuple[Located[PlainValue], ...]]",
    _plainly(tree.Sequence, "a list", {"type": "array"}),
)
MAPPING = cast(
    "Shape[Mapping[str, Located[PlainValue]]]",
    _plainly(tree.Mapping, "a mapping", {"type": "object"}),
)
