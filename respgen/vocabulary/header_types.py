"""Header types: the words of `type:` on a header. A new one is a row here and an encoder in core.

A row says what the constructor's parameter is in Python, which function of core
makes the field value of it, and how a schema's plain value becomes the typed one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from types import MappingProxyType
from typing import cast

from respgen.core import fields, values
from respgen.load.tree import Plain
from respgen.vocabulary.types import (
    DefaultValue,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    TypeValue,
)


@dataclass(frozen=True, slots=True)
class HeaderType:
    """One word of `type:`.

    `annotation` is the parameter's type (of `enum` and `list`: the bare generic, see `annotation`).
    `encode` makes the field value, `(name, value) -> bytes`; `enum` also takes the values, `list` the
    encoder of a member. `default` turns the author's plain
    value into the parameter's; TypeError: another kind of value is expected, namely `expected`;
    ValueError: it is malformed. `text`: on a command line the value is text, not JSON.
    `raw`: a constant is the field value as it stands on the wire, not the parameter's value.
    """

    name: str
    annotation: TypeExpression
    encode: Callable[..., bytes]
    default: Callable[[Plain], DefaultValue]
    expected: str = "text"
    text: bool = True
    raw: bool = False

    @property
    def encoder(self) -> str:
        """The name of `encode` in core, which the generated code calls."""
        return self.encode.__name__


def _text(value: Plain) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _integer(value: Plain) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _number(value: Plain) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError
    try:
        return float(value)
    except OverflowError:
        raise ValueError("too large for a float") from None


def _truth(value: Plain) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _date(value: Plain) -> datetime:
    """RFC 3339 or IMF-fixdate; UTC where no zone is given."""
    text = _text(value)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return _imf_fixdate(text)
    try:
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        return aware.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise ValueError("outside the years 1 to 9999") from None


def _imf_fixdate(text: str) -> datetime:
    try:
        return values.parse_date(text)
    except ValueError:
        raise ValueError("neither an RFC 3339 date nor an IMF-fixdate") from None


def _seconds(value: Plain) -> int:
    return values.parse_duration(value if isinstance(value, str) else _integer(value))


def _texts(value: Plain) -> tuple[DefaultValue, ...]:
    return _each(value, _text)


def _each(
    value: Plain, typed: Callable[[Plain], DefaultValue]
) -> tuple[DefaultValue, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(typed(member) for member in value)


_STR = TypeName("builtins", "str")
_INT = TypeName("builtins", "int")
_DURATION = TypeUnion((TypeName("datetime", "timedelta"), _INT))
_WHOLE = "a whole number"
_TIME = "seconds or a duration such as 90s, 15m, 12h, 14d"
_DATE = TypeName("datetime", "datetime")
_SEQUENCE = TypeName("collections.abc", "Sequence")

HEADER_TYPES: Mapping[str, HeaderType] = MappingProxyType(
    {
        row.name: row
        for row in (
            HeaderType("str", _STR, fields.field_value, _text),
            HeaderType("int", _INT, values.integer_value, _integer, _WHOLE, text=False),
            HeaderType(
                "float",
                TypeName("builtins", "float"),
                values.number_value,
                _number,
                "a number",
                text=False,
            ),
            HeaderType(
                "bool",
                TypeName("builtins", "bool"),
                values.boolean_value,
                _truth,
                "true or false",
                text=False,
            ),
            HeaderType("date", _DATE, values.date_value, _date, "a date as text"),
            HeaderType("duration", _DURATION, values.duration_value, _seconds, _TIME),
            HeaderType("etag", _STR, values.etag_value, _text, raw=True),
            HeaderType("weak_etag", _STR, values.weak_etag_value, _text, raw=True),
            HeaderType("url", _STR, values.url_value, _text),
            HeaderType("token", _STR, values.token_value, _text),
            HeaderType("enum", TypeName("typing", "Literal"), values.enum_value, _text),
            HeaderType(
                "list", _SEQUENCE, values.list_value, _texts, "a list", text=False
            ),
        )
    }
)

PLANNED = frozenset(
    {
        "json",
        "link",
        "content_disposition",
        "media_type",
        "cache_control",
        "sf_string",
        "sf_token",
        "sf_integer",
        "sf_decimal",
        "sf_boolean",
        "sf_bytes",
        "sf_date",
        "sf_list",
        "sf_dict",
    }
)
"""Words of the language that this version does not build."""


def annotation(
    word: str,
    member: str | None,
    choices: tuple[str, ...],
) -> TypeExpression:
    """The Python type of a header parameter, None aside."""
    if word == "list":
        return TypeGeneric(_SEQUENCE, (annotation(member or "str", None, choices),))
    if word == "enum":
        literal = TypeName("typing", "Literal")
        return TypeGeneric(literal, tuple(TypeValue(choice) for choice in choices))
    return HEADER_TYPES[word].annotation


def typed(word: str, member: str | None, value: Plain) -> DefaultValue:
    """What a parameter of this type is for a plain value. Raises TypeError and ValueError."""
    if word == "list":
        return _each(value, HEADER_TYPES[member or "str"].default)
    return HEADER_TYPES[word].default(value)


def encoded(
    name: str,
    word: str,
    member: str | None,
    choices: tuple[str, ...],
    value: DefaultValue,
) -> bytes:
    """The field value of a typed value. Raises TypeError and ValueError naming the field."""
    encode = partial(_scalar, member if word == "list" and member else word, choices)
    if word == "list":
        return values.list_value(name, cast("Sequence[DefaultValue]", value), encode)
    return encode(name, value)


def _scalar(
    word: str, choices: tuple[str, ...], name: str, value: DefaultValue
) -> bytes:
    encode = HEADER_TYPES[word].encode
    return encode(name, value, choices) if word == "enum" else encode(name, value)
