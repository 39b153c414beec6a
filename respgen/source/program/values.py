"""What is known of a value without running anything.

Two values are equal where they are the same whenever the program runs: equal literals, the same
attribute of an instance of the same class, the same function called with equal arguments. Where an
expression stands, and which object an instance is, is beside the comparison.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import TypeAlias

from respgen.source.names import Class, Function


class How(StrEnum):
    """How a function came by an instance."""

    BUILT = auto()
    GIVEN = auto()
    """A parameter, or what a framework passes on."""
    RETURNED = auto()
    """By a function that is annotated with the class."""
    ITSELF = auto()
    """The first parameter of a method."""
    CAUGHT = auto()


@dataclass(frozen=True, slots=True)
class Known:
    """A literal."""

    value: str | bytes | int | float | complex | bool | None

    def __eq__(self, other: object) -> bool:
        """`True` is no `1` here."""
        return isinstance(other, Known) and (type(self.value), self.value) == (
            type(other.value),
            other.value,
        )

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


@dataclass(frozen=True, slots=True)
class Named:
    """A class, a function or a module itself; what is not the program's by its import path."""

    what: Class | Function | str


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class; `made` are the arguments where a call in sight made it.

    `node` is what it came from: where it is one object, it is one node.
    """

    of: Class | str
    how: How = field(compare=False)
    node: ast.AST = field(compare=False)
    made: Arguments | None = field(compare=False, default=None)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What callers give a function; `default` where they may leave it out."""

    function: Function
    name: str
    default: Value | None = field(compare=False, default=None)
    annotation: Value | None = field(compare=False, default=None)
    gives: Class | str | None = field(compare=False, default=None)
    """What its calls return, where it is annotated as a function."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """`settings.path`."""

    of: Value
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """`mapping[key]`."""

    of: Value
    key: Value


@dataclass(frozen=True, slots=True)
class Called:
    """What a function gave back."""

    function: Value
    arguments: Arguments


@dataclass(frozen=True, slots=True)
class Joined:
    """A text of parts: of an f-string, of `+`, of `%`."""

    parts: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """A dict display, `dict()`, or what was merged from them; `is_open`: it may have more keys.

    `node` made the object: where it is one, it is one node. `merged` are the parts, in their order, where
    nobody knows the keys of one.
    """

    items: tuple[Pair, ...]
    is_open: bool = False
    node: ast.AST | None = field(compare=False, default=None)
    merged: tuple[Value, ...] = ()

    @property
    def others(self) -> tuple[Value, ...]:
        """What was merged into it whose keys nobody knows."""
        return tuple(each for each in self.merged if not isinstance(each, Pairs))

    def get(self, key: str) -> Value | None:
        """The value at a key that is a text; the last counts."""
        found = (e.value for e in reversed(self.items) if e.key == Known(key))
        return next(found, None)

    def keys(self) -> tuple[str, ...] | None:
        """The keys; None unless each is known."""
        found = [each.key.value for each in self.items if isinstance(each.key, Known)]
        known = tuple(key for key in found if isinstance(key, str))
        return None if self.is_open or len(known) < len(self.items) else known


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry, and where its key and its value stand."""

    key: Value
    value: Value
    node: ast.AST = field(compare=False)


@dataclass(frozen=True, slots=True)
class Items:
    """A list, a tuple or a set of known length."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Partial:
    """A function with some of its arguments."""

    function: Value
    arguments: Arguments


@dataclass(frozen=True, slots=True)
class Either:
    """One of several, by the way that was taken; `falls_back`: the first that is neither None nor empty."""

    values: tuple[Value, ...]
    falls_back: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """Whatever an expression comes to; equal to itself alone."""

    node: ast.AST


Value: TypeAlias = (
    Known
    | Named
    | Instance
    | Parameter
    | Attribute
    | Item
    | Called
    | Joined
    | Pairs
    | Items
    | Partial
    | Either
    | Unknown
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """Of a call: `rest` where `*args` or `**kwargs` may bring more than is written here."""

    places: tuple[Value, ...] = ()
    names: tuple[tuple[str, Value], ...] = ()
    rest: bool = False
    nodes: Mapping[str | int, ast.expr] = field(compare=False, default_factory=dict)
    """The expression of each, by its name or its place."""
    spread: tuple[Value, ...] = ()
    """What `**` brings where nobody knows its keys: a parameter's are known at the calls."""
    starred: bool = False
    """Whether `*args` brings some of `rest`."""

    def by_name(self, parameters: tuple[str, ...]) -> Mapping[str, Value]:
        """Each by the name of its parameter."""
        placed = dict(zip(parameters, self.places, strict=False))
        return {**placed, **dict(self.names)}

    def node(self, name: str, parameters: tuple[str, ...] = ()) -> ast.expr | None:
        """Where the argument of a parameter stands."""
        place = parameters.index(name) if name in parameters else -1
        return self.nodes.get(name) or self.nodes.get(place)


def choices(value: Value) -> Iterator[Value]:
    """What a value may be; itself where there is no choice."""
    if isinstance(value, Either):
        for each in value.values:
            yield from choices(each)
    else:
        yield value


def class_of(value: Value | None) -> Class | str | None:
    """The class that a value is, or is an instance of; a path may be another thing's."""
    match value:
        case Named(Class() | str() as of) | Instance(of=of):
            return of
    return None


def either(*values: Value) -> Value:
    """One of them; of equal ones the first."""
    found = dict.fromkeys(each for value in values for each in choices(value))
    return next(iter(found)) if len(found) == 1 else Either(tuple(found))


def otherwise(*values: Value) -> Value:
    """`a or b`: the first that is neither None nor empty, as far as that is known."""
    first, *others = dict.fromkeys(values)
    if not others or _is_full(first):
        return first
    if first == Known(None):
        return otherwise(*others)
    return Either((first, *others), falls_back=True)


def _is_full(value: Value) -> bool:
    """Whether it is surely neither None nor empty."""
    match value:
        case Known(value=known):
            return bool(known)
        case Pairs(items=items):
            return bool(items)
    return False


def text(value: Value | None) -> str | None:
    """The text, where it is a known one."""
    return (
        value.value
        if isinstance(value, Known) and isinstance(value.value, str)
        else None
    )
