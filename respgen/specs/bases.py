"""Specs of the classes that authors write by hand: how the constructor of one is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from respgen.diagnostics import Span
from respgen.specs.types import ImportPath, TypeExpression


@dataclass(frozen=True, slots=True)
class Left:
    """A default that stands in no signature but its own: nothing is passed on in its place."""


LEFT = Left()
BaseDefault: TypeAlias = str | bytes | int | float | bool | ImportPath | Left | None
Place: TypeAlias = Literal["place", "either", "keyword"]
"""How a parameter may be given."""


@dataclass(frozen=True, slots=True)
class BaseParameter:
    """A parameter of such a constructor. `type` None: nothing is said of it.

    `default` is a value, where one is found in Python, or LEFT; `required` has none. `span` is
    where a schema writes the default.
    """

    name: str
    type: TypeExpression | None = None
    required: bool = True
    default: BaseDefault = None
    place: Place = "either"
    span: Span | None = field(default=None, compare=False)

    @property
    def is_left(self) -> bool:
        """Whether it is passed on only where callers give it."""
        return not self.required and isinstance(self.default, Left)


@dataclass(frozen=True, slots=True)
class Takes:
    """What a constructor takes, and whether further arguments, by place or by keyword."""

    parameters: tuple[BaseParameter, ...]
    places: bool = False
    keywords: bool = False


@dataclass(frozen=True, slots=True)
class ConstructorSpec:
    """What a hand-written constructor is given, in order: `places` by place, the others by keyword.

    `first` is the one of its parameters that takes the content; None where none does. `own` are
    those that no response has by itself, `known` what is said of the others.
    """

    first: str | None
    places: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    own: tuple[BaseParameter, ...] = ()
    known: tuple[BaseParameter, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """All that it is given."""
        return frozenset((*self.places, *self.keywords))

    @property
    def left(self) -> frozenset[str]:
        """Those that it is given only where callers give them."""
        return frozenset(e.name for e in (*self.own, *self.known) if e.is_left)

    def said(self, name: str | None) -> BaseParameter | None:
        """What is known of a parameter that every response has."""
        return next((each for each in self.known if each.name == name), None)
