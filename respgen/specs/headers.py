"""Specs of headers: a name, where the value comes from, and the type that it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from respgen.diagnostics import Places, Span
from respgen.specs.destinations import ANYWHERE, Destination
from respgen.specs.origins import FILLED, Argument, Origin
from respgen.specs.types import ImportPath

Policy: TypeAlias = Literal["overridable", "locked", "append"]
SEPARATOR = ", "
"""What joins the members of a list, unless a schema says something else."""
Rounding: TypeAlias = Literal["up", "down", "refuse"]
Controls: TypeAlias = Literal["replace", "refuse"]


@dataclass(frozen=True, slots=True)
class ValueType:
    """A word of `fields.TYPES`, empty where a constant names none.

    `member` and `separator` are set for `list` only, `values` for `enum` only (of the type or of
    its members), `spaced` for `json` only, `rounding` for `duration` and `controls` for
    `content_disposition` and `to` for `url` only (likewise).
    `format` is a function of the project's own that makes the text.
    """

    word: str = ""
    member: str | None = None
    values: tuple[str, ...] = ()
    separator: str = SEPARATOR
    spaced: bool = False
    rounding: Rounding = "refuse"
    controls: Controls = "refuse"
    to: Destination = ANYWHERE
    format: ImportPath | None = None

    @property
    def sent(self) -> ValueType:
        """The type of what is sent: any text, where a function of the project's own makes it."""
        return ValueType("str") if self.format else self


@dataclass(frozen=True, slots=True)
class HeaderSpec:
    """A header of a class or a profile. `span` is where its name stands, `places` where its value does."""

    name: str
    origin: Origin
    type: ValueType
    policy: Policy
    description: str
    span: Span = field(compare=False)
    places: Places = field(compare=False)
    deliberate: bool = field(default=False, compare=False)
    """Whether the author says that it takes the place of another one."""
    replaces: HeaderSpec | None = field(default=None, compare=False)
    """The one that a parent or an earlier profile has."""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The params that it takes: those of a template, and what decides where a URL may lead."""
        filling = self.origin.parameters if isinstance(self.origin, FILLED) else ()
        return (*filling, *(name for name, *_ in self.type.to.parameters))


def arguments(
    headers: Iterable[HeaderSpec],
) -> Iterator[tuple[HeaderSpec, Argument]]:
    """The headers whose values callers give, each with how they give it."""
    for header in headers:
        if isinstance(header.origin, Argument):
            yield header, header.origin
