"""Header types as specs name them.

Goes in: one, and a plain value. Comes out: the type of the constructor's parameter, the typed
value, and its bytes on the wire.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, cast

from respgen.core.bodies import JsonValue, spaced_json_value
from respgen.core.dispositions import cleaned_disposition_value
from respgen.core.durations import rounded_duration_value
from respgen.core.redirects import allowed_url_value
from respgen.core.values import enum_value, list_value
from respgen.fields import TYPES
from respgen.fields.kinds import Kind, several
from respgen.located import Plain
from respgen.specs.headers import ValueType
from respgen.specs.types import (
    DefaultValue,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeValue,
    hinted,
    members,
)

_STR = TypeName("builtins", "str")


def annotation(of: ValueType) -> TypeExpression:
    """The Python type of a header parameter, None aside."""
    row = TYPES[of.word]
    if of.word == "list":
        inner = annotation(member(of))
        return TypeGeneric(cast(TypeName, row.annotation), (inner,))
    if of.word == "enum":
        literals = tuple(TypeValue(value) for value in of.values)
        return TypeGeneric(cast(TypeName, row.annotation), literals)
    # the encoder's parameters: the field's name, the value
    return row.annotation or hinted([*encoder(of).__annotations__.values()][1])


def member(of: ValueType) -> ValueType:
    """The type of the members of a list."""
    return replace(of, word=of.member or "str", member=None)


def encoder(of: ValueType) -> Callable[..., bytes]:
    """The function of core that puts a value in wire form.

    What the type says beside its word are the arguments behind the value.
    """
    if of.word == "duration" and of.rounding != "refuse":
        return rounded_duration_value
    if of.word == "json" and of.spaced:
        return spaced_json_value
    if of.word == "url" and of.to.allow:
        return allowed_url_value
    if of.word == "content_disposition" and of.controls == "replace":
        return cleaned_disposition_value
    return TYPES[of.word].encode


def takes_text(word: str) -> bool:
    """Tells whether any text is a value in Python."""
    return _STR in members(annotation(ValueType(word)))


def written_as_text(word: str) -> bool:
    """Tells whether the value may be written as text."""
    form = TYPES[word].form
    options = form.get("anyOf", [form])
    return {"type": "string"} in cast("list[Plain]", options)


def kind(of: ValueType) -> Kind[Any]:
    """Describes how a value of the type is written; errors in a member are placed there."""
    if of.word == "list":
        return several(TYPES[of.member or "str"].kind, TYPES[of.word].kind.expected)
    return TYPES[of.word].kind


def read(of: ValueType, value: Plain) -> DefaultValue:
    """Makes the value of a parameter of this type from a plain one. Raises Malformed."""
    return cast(DefaultValue, kind(of).read(value))


def encoded(
    name: str, of: ValueType, value: DefaultValue, strictly: bool = False
) -> bytes:
    """The field value of a typed value. Raises FieldError and TypeError.

    What rules judge it raises only `strictly`, as the constructor does.
    """
    if of.word != "list":
        return _scalar(of, name, value, strictly)
    encode, members = partial(_scalar, member(of)), cast(
        "Sequence[DefaultValue]", value
    )
    return list_value(name, members, encode, of.separator.encode("ascii"))


def _scalar(
    of: ValueType, name: str, value: DefaultValue, strictly: bool = True
) -> bytes:
    if of.word == "enum":
        return enum_value(name, cast(str, value), of.values)
    if of.word == "duration" and of.rounding != "refuse":
        return rounded_duration_value(name, cast(timedelta | float, value), of.rounding)
    if of.controls == "replace":
        return cleaned_disposition_value(name, cast(str, value))
    if of.spaced:
        return spaced_json_value(name, cast(JsonValue, value))
    return TYPES[of.word].encoded(name, value, strictly)
