"""Specs of headers: a name, where the value comes from, and the type that it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from respgen.diagnostics import Places, Span
from respgen.specs.origins import Argument, Origin

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
    `content_disposition` only (likewise).
    """

    word: str = ""
    member: str | None = None
    values: tuple[str, ...] = ()
    separator: str = SEPARATOR
    spaced: bool = False
    rounding: Rounding = "refuse"
    controls: Controls = "refuse"


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


def arguments(
    headers: Iterable[HeaderSpec],
) -> Iterator[tuple[HeaderSpec, Argument]]:
    """The headers whose values callers give, each with how they give it."""
    for header in headers:
        if isinstance(header.origin, Argument):
            yield header, header.origin
