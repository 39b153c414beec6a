"""Python types and import paths as values: parsed from what authors write, never pasted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from types import NoneType, UnionType
from typing import (
    Any,
    ClassVar,
    Literal,
    Protocol,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    runtime_checkable,
)

from respgen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class ImportPath:
    """`module:name`, both checked: dotted ASCII identifiers, and one or more dotted identifiers.

    `span` is where an author wrote it on its own.
    """

    module: str
    name: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class TypeName:
    """A name of `module`: "builtins", "typing", "collections.abc", "respgen" (JsonValue) or the user's own."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class TypeGeneric:
    """`origin[arguments]`."""

    origin: TypeName
    arguments: tuple[TypeExpression, ...]


@dataclass(frozen=True, slots=True)
class TypeUnion:
    """`a | b`."""

    members: tuple[TypeExpression, ...]


@dataclass(frozen=True, slots=True)
class TypeValue:
    """A value inside `Literal[...]`."""

    value: str | int | bool | None


@dataclass(frozen=True, slots=True)
class TypeList:
    """`[a, b]`, the parameters of a Callable, or `...` where `items` is None."""

    items: tuple[TypeExpression, ...] | None


TypeExpression: TypeAlias = TypeName | TypeGeneric | TypeUnion | TypeValue | TypeList


@runtime_checkable
class CoreValue(Protocol):
    """An instance of a dataclass of core, such as a Link."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


DefaultValue: TypeAlias = (
    str
    | int
    | float
    | bool
    | bytes
    | Decimal
    | datetime
    | timedelta
    | CoreValue
    | tuple["DefaultValue", ...]
    | Mapping[str, "DefaultValue"]
    | None
)


def hinted(hint: Any) -> TypeExpression:
    """The type that an annotation in core means: it is read by what it is, not as text."""
    origin = get_origin(hint)
    if origin is Literal:
        values = tuple(map(TypeValue, get_args(hint)))
        return TypeGeneric(TypeName("typing", "Literal"), values)
    arguments = tuple(map(hinted, get_args(hint)))
    if origin in (UnionType, Union):
        return TypeUnion(arguments)
    return TypeGeneric(_name(origin), arguments) if origin else _name(hint)


NONE = TypeName("builtins", "None")
ADDRESS = TypeUnion((TypeName("builtins", "str"), TypeName("respgen", "Address")))
"""A URL as text or as the framework's object."""
ORIGIN = TypeUnion((*ADDRESS.members, TypeName("respgen", "Asked")))
"""What tells the origin of a page."""


def literals(*values: str) -> TypeExpression:
    """`Literal["a", "b"]`."""
    return TypeGeneric(TypeName("typing", "Literal"), tuple(map(TypeValue, values)))


def takes_none(kind: TypeExpression) -> bool:
    """Whether None is a value of a type, as far as its text says."""
    if isinstance(kind, TypeUnion):
        return any(map(takes_none, kind.members))
    return kind == NONE


def may_be_none(kind: TypeExpression) -> bool:
    """Whether None may be a value of a type: what a name of an author's stands for, nobody knows."""
    match kind:
        case TypeUnion(members):
            return any(map(may_be_none, members))
        case TypeGeneric(TypeName("typing", "Literal"), values):
            return TypeValue(None) in values
        case TypeGeneric(origin):
            return may_be_none(origin)
        case TypeName("builtins", name):
            return name in ("None", "object")
        case TypeName(module):
            return module not in ("collections.abc", *_PLAIN)
    return False


_PLAIN = ("datetime", "decimal", "ipaddress", "pathlib", "uuid")
"""Modules of the standard library all of whose types are classes."""


def members(kind: TypeExpression) -> tuple[TypeExpression, ...]:
    """Those of a union; of any other type itself."""
    return kind.members if isinstance(kind, TypeUnion) else (kind,)


def union(*kinds: TypeExpression) -> TypeExpression:
    """A union of all of them, each once."""
    # by their text: 1 and True are equal, Literal[1] and Literal[True] are not
    flat = {repr(each): each for kind in kinds for each in members(kind)}
    distinct = tuple(flat.values())
    return TypeUnion(distinct) if len(distinct) > 1 else distinct[0]


_PYTHON = frozenset({"builtins", "collections.abc", "typing", "respgen", "._support"})


def authored(kind: TypeExpression) -> Iterator[TypeName]:
    """The names in a type that neither Python's basic types nor ours have."""
    match kind:
        case TypeName(module):
            if module not in _PYTHON:
                yield kind
        case TypeGeneric(origin, arguments):
            for part in (origin, *arguments):
                yield from authored(part)
        case TypeUnion(parts) | TypeList(tuple(parts)):
            for part in parts:
                yield from authored(part)


def words(kind: TypeExpression) -> Iterator[str]:
    """The names in a type, in lower case: `list[Item]` is list, item."""
    match kind:
        case TypeName(_, name):
            yield name.rpartition(".")[2].lower()
        case TypeGeneric(origin, arguments):
            for part in (origin, *arguments):
                yield from words(part)
        case TypeUnion(parts) | TypeList(tuple(parts)):
            for part in parts:
                yield from words(part)


def has_own(kind: TypeExpression | None) -> bool:
    """Whether an author's class is part of a type, which may have methods of its own."""
    names = authored(kind) if kind else iter(())
    return any(name.module not in _PLAIN for name in names)


def _name(kind: type) -> TypeName:
    if kind is NoneType:
        return NONE
    is_ours = kind.__module__.startswith("respgen.")
    return TypeName("respgen" if is_ours else kind.__module__, kind.__name__)
