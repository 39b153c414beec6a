"""Header types: the words of `type:` on a header. A new one is a row here and an encoder in core.

A row says what the constructor's parameter is in Python, which function of core
makes the field value of it, and how a schema's plain value becomes the typed one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from respgen.core.values import parse_date, parse_duration
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
    `encoder` is the name of a function of core: `(name, value) -> bytes`. `default` turns the author's plain
    value into the parameter's; TypeError: another kind of value is expected, namely `expected`;
    ValueError: it is malformed. `text`: on a command line the value is text, not JSON.
    `raw`: a constant is the field value as it stands on the wire, not the parameter's value.
    """

    name: str
    annotation: TypeExpression
    encoder: str
    default: Callable[[Plain], DefaultValue]
    expected: str = "text"
    text: bool = True
    raw: bool = False


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
    return float(value) if abs(value) < 2**1023 else _overflow()


def _overflow() -> float:
    raise ValueError("too large for a float")


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
        return parse_date(text)
    try:
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    except OverflowError:
        raise ValueError("outside the years 1 to 9999") from None


def _seconds(value: Plain) -> int:
    return parse_duration(value if isinstance(value, str) else _integer(value))


def _members(value: Plain) -> tuple[DefaultValue, ...]:
    """The members as written: those of a list are typed by its member type."""
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(member) for member in value)


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
            HeaderType("str", _STR, "field_value", _text),
            HeaderType("int", _INT, "integer_value", _integer, _WHOLE, text=False),
            HeaderType(
                "float",
                TypeName("builtins", "float"),
                "number_value",
                _number,
                "a number",
                text=False,
            ),
            HeaderType(
                "bool",
                TypeName("builtins", "bool"),
                "boolean_value",
                _truth,
                "true or false",
                text=False,
            ),
            HeaderType("date", _DATE, "date_value", _date, "a date as text"),
            HeaderType("duration", _DURATION, "duration_value", _seconds, _TIME),
            HeaderType("etag", _STR, "etag_value", _text, raw=True),
            HeaderType("weak_etag", _STR, "weak_etag_value", _text, raw=True),
            HeaderType("url", _STR, "url_value", _text),
            HeaderType("token", _STR, "token_value", _text),
            HeaderType("enum", TypeName("typing", "Literal"), "enum_value", _text),
            HeaderType("list", _SEQUENCE, "list_value", _members, "a list", text=False),
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
    values: tuple[str, ...],
) -> TypeExpression:
    """The Python type of a header parameter, None aside."""
    if word == "list":
        return TypeGeneric(_SEQUENCE, (annotation(member or "str", None, values),))
    if word == "enum":
        literal = TypeName("typing", "Literal")
        return TypeGeneric(literal, tuple(TypeValue(value) for value in values))
    return HEADER_TYPES[word].annotation
