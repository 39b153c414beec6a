"""Attributes of cookies that run time may decide: their types. A new one is a row."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from respgen.core.cookie_attributes import SAMESITE_VALUES
from respgen.specs.types import (
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    TypeValue,
)

_TEXT = TypeName("builtins", "str")
_TRUTH = TypeName("builtins", "bool")
_SAMESITE = TypeGeneric(
    TypeName("typing", "Literal"), tuple(TypeValue(word) for word in SAMESITE_VALUES)
)


def _or_none(type: TypeExpression) -> TypeUnion:  # noqa: A002 # the word for it
    return TypeUnion((type, TypeName("builtins", "None")))


LATE_TYPES: Mapping[str, TypeExpression] = MappingProxyType(
    {
        "max_age": _or_none(TypeName("builtins", "int")),
        "path": _TEXT,
        "domain": _or_none(_TEXT),
        "secure": _TRUTH,
        "samesite": _or_none(_SAMESITE),
        "partitioned": _TRUTH,
    }
)
"""In the order of the reference's parameters; None sends no such attribute."""
