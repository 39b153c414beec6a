"""What is known of the type of a content: which Python types are no text, and which no JSON.

Of an author's own types the type checker tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.specs.types import (
    TypeExpression,
    TypeGeneric,
    TypeList,
    TypeName,
    TypeUnion,
    TypeValue,
    authored,
)

_ANY = TypeName("typing", "Any")
CALLABLE = TypeGeneric(
    TypeName("collections.abc", "Callable"), (TypeList((_ANY,)), _ANY)
)
"""The type of a function that makes something else of a value."""

# `str | bytes | memoryview | None` is what `respgen.core.bodies.text_body` takes
_TEXT = frozenset({"str", "bytes", "memoryview", "None"})
_PYTHON = frozenset({"builtins", "collections.abc", "respgen"})
_PLAIN_CLASSES = frozenset({"datetime", "decimal", "ipaddress", "pathlib", "uuid"})
"""Modules of the standard library whose types are neither text nor JSON."""

_NO_JSON = frozenset(
    {
        "AsyncIterable",
        "AsyncIterator",
        "Awaitable",
        "Callable",
        "Generator",
        "Iterator",
        "MutableSet",
        "Set",
        "bytearray",
        "bytes",
        "complex",
        "frozenset",
        "memoryview",
        "set",
    }
)


def not_text(kind: TypeExpression) -> Iterator[bool]:
    """Of each member of a union, whether it is no text."""
    match kind:
        case TypeUnion(parts) | TypeGeneric(TypeName("typing", "Literal"), parts):
            for part in parts:
                yield from not_text(part)
        case TypeGeneric(origin):
            yield from not_text(origin)
        case TypeValue(value):
            yield not isinstance(value, str | None)
        case TypeName(module, name):
            known = module in _PYTHON and name not in _TEXT
            yield known or module in _PLAIN_CLASSES


def not_json(kind: TypeExpression) -> Iterator[str]:
    """Types, at any depth, that JSON has no value for."""
    match kind:
        case TypeUnion(members):
            for member in members:
                yield from not_json(member)
        case TypeGeneric(origin, arguments):
            for part in (origin, *arguments):
                yield from not_json(part)
        case TypeName(module, name):
            if module in _PLAIN_CLASSES or (module in _PYTHON and name in _NO_JSON):
                yield _shown(kind)


_ITEMS = frozenset(
    {
        *("Collection", "Iterable", "Iterator", "Sequence", "MutableSequence", "Set"),
        *("MutableSet", "Reversible", "Generator", "list", "set", "frozenset"),
    }
)


def is_python(kind: TypeExpression) -> bool:
    """Whether Python and core define all of a type, and it is not Any."""
    return kind != _ANY and not any(authored(kind))


def item_type(kind: TypeExpression | None) -> TypeExpression | None:
    """The type of an item of a type that has some; None where nobody knows."""
    match kind:
        case TypeGeneric(TypeName(module, name), (item, *_)):
            return item if module in _PYTHON and name in _ITEMS else _of_tuple(kind)
    return None


def is_iterable(kind: TypeExpression) -> bool:
    """Whether it gives items, as far as is known."""
    match kind:
        case TypeUnion(members):
            return all(is_iterable(member) for member in members)
        case TypeGeneric(origin):
            return is_iterable(origin)
        case TypeName(module, name):
            return module not in _PYTHON or name in _ITEMS or name == "tuple"
    return False


def _of_tuple(kind: TypeGeneric) -> TypeExpression | None:
    match kind:
        case TypeGeneric(TypeName("builtins", "tuple"), (item, TypeList(None))):
            return item
    return None


def _shown(name: TypeName) -> str:
    return name.name if name.module in _PYTHON else f"{name.module}.{name.name}"
