"""Python expressions as values: what generated code computes, before it is spelled.

An author's text can stand in a Value alone, and in the paths and names that were checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.specs.types import ImportPath, TypeExpression

# no author's path begins with a dot
SUPPORT, FRAMEWORK, OPENAPI = "._support", "._framework", ".openapi"
"""The modules of a package that hold what it needs of `core`, `frameworks` and `openapi`."""
LATER = "._later"
"""The module that holds what functions of these import of `core` when they are called."""


@dataclass(frozen=True, slots=True)
class Local:
    """A parameter or variable of the method; `type` is that of the content."""

    name: str
    type: TypeExpression | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Attribute:
    """`self.name`; `type` is that of a param."""

    name: str
    type: TypeExpression | None = field(default=None, compare=False)


Scalar: TypeAlias = str | bytes | int | float | bool | None
Plain: TypeAlias = Scalar | tuple[Scalar, ...] | frozenset[str]


@dataclass(frozen=True, slots=True)
class Value:
    """A literal."""

    value: Plain


@dataclass(frozen=True, slots=True)
class Own:
    """A function of the project's own, as its author names it: imported at first use."""

    path: ImportPath


@dataclass(frozen=True, slots=True)
class Member:
    """`value.name`."""

    of: ValueExpression
    name: str


@dataclass(frozen=True, slots=True)
class Flags:
    """`a | b`: constants of a library."""

    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Untyped:
    """A function of a library that has no types: the module says what `type` it is of."""

    path: ImportPath
    type: TypeExpression


@dataclass(frozen=True, slots=True)
class TypeValue:
    """A type as a value: the author's own are imported at first use."""

    type: TypeExpression


@dataclass(frozen=True, slots=True)
class Kept:
    """What `maker` makes of a type, at first use: kept by a function of the module.

    Its annotation is `maker[type]`.
    """

    maker: ImportPath
    type: TypeExpression


@dataclass(frozen=True, slots=True)
class Call:
    """`function(arguments, keyword=...)`; a `method` of what it returns may be called at once."""

    function: ImportPath | Own | Member | Untyped | FrameworkError
    arguments: tuple[ValueExpression, ...]
    keywords: tuple[tuple[str, ValueExpression], ...] = ()
    method: MethodCall | None = None


@dataclass(frozen=True, slots=True)
class MethodCall:
    """`.name(arguments)`."""

    name: str
    arguments: tuple[ValueExpression, ...]


@dataclass(frozen=True, slots=True)
class Formatted:
    """`b"...%b..." % (arguments)`: bytes around those that each argument gives."""

    texts: tuple[bytes, ...]
    arguments: tuple[ValueExpression, ...]


@dataclass(frozen=True, slots=True)
class FrameworkError:
    """The exception that the target's framework answers with a status: HTTPException."""


@dataclass(frozen=True, slots=True)
class Generated:
    """A class of the package."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """`value or other`."""

    value: ValueExpression
    other: ValueExpression


@dataclass(frozen=True, slots=True)
class Function:
    """`lambda parameter: body`; of no parameter where it has no name."""

    parameter: str
    body: ValueExpression


ValueExpression: TypeAlias = (
    Local
    | Attribute
    | Value
    | Own
    | Member
    | Flags
    | Untyped
    | TypeValue
    | Kept
    | Call
    | Formatted
    | FrameworkError
    | Generated
    | Otherwise
    | Function
    | ImportPath
)


def core(name: str) -> ImportPath:
    """A function of core, which packages carry along."""
    return ImportPath(SUPPORT, name)
