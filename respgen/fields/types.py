"""Header types: the words of `type:` on a header. A new one is a row here and an encoder in core.

A row says what the constructor's parameter is in Python, which function of core
makes the field value of it, and how a schema's plain value becomes the typed one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import cast

from respgen.core import (
    bodies,
    caching,
    challenges,
    digests,
    dispositions,
    fields,
    links,
    media_types,
    ranges,
    values,
)
from respgen.core import structured as sf
from respgen.fields import written, written_challenges, written_fields
from respgen.fields import written_structured as written_sf
from respgen.load.tree import Plain
from respgen.specs.types import (
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
    `plural`: a list by itself, which no other list holds; an empty one sends nothing.
    `unjudged` encodes without what rules judge on the wire, where `encode` refuses that, too: they
    know which part of a constant or default is to blame.
    """

    name: str
    annotation: TypeExpression
    encode: Callable[..., bytes]
    default: Callable[[Plain], DefaultValue]
    expected: str = "text"
    text: bool = True
    raw: bool = False
    plural: bool = False
    unjudged: Callable[..., bytes] | None = None

    @property
    def takes_text(self) -> bool:
        """Whether its value in Python is any text."""
        return self.annotation == _STR

    @property
    def encoder(self) -> str:
        """The name of `encode` in core, which the generated code calls."""
        return self.encode.__name__


def _generic(module: str, name: str, *arguments: TypeExpression) -> TypeGeneric:
    return TypeGeneric(TypeName(module, name), arguments)


_STR = TypeName("builtins", "str")
_INT = TypeName("builtins", "int")
_FLOAT = TypeName("builtins", "float")
_BOOL = TypeName("builtins", "bool")
_BYTES = TypeName("builtins", "bytes")
_DATE = TypeName("datetime", "datetime")
_DURATION = TypeUnion((TypeName("datetime", "timedelta"), _INT))
_DECIMAL = TypeUnion((TypeName("decimal", "Decimal"), _FLOAT))
_JSON = TypeName("respgen", "JsonValue")
_SEQUENCE = TypeName("collections.abc", "Sequence")
_LINKS = TypeGeneric(_SEQUENCE, (TypeName("respgen", "Link"),))
_CACHE = TypeName("respgen", "CacheControl")
_CHALLENGES = TypeGeneric(_SEQUENCE, (TypeName("respgen", "Challenge"),))
_RANGE = TypeUnion(
    (TypeName("respgen", "ContentRange"), TypeName("respgen", "UnsatisfiedRange"))
)
_DIGESTS = _generic("collections.abc", "Mapping", _STR, _BYTES)
_MEMBER = TypeName("respgen", "StructuredMember")
_MEMBERS = TypeGeneric(_SEQUENCE, (_MEMBER,))
_ENTRIES = _generic("collections.abc", "Mapping", _STR, _MEMBER)

_WHOLE = "a whole number"
_TRUTH = "true or false"
_TIME = "seconds or a duration such as 90s, 15m, 12h, 14d"
_DAY = "a date as text"
_ANY = "text, a number, true, false, a list or a mapping"

# Values that are text on a command line; the others are JSON there
_TEXTS = (
    HeaderType("str", _STR, fields.field_value, written.text),
    HeaderType("date", _DATE, values.date_value, written.date, _DAY),
    HeaderType("duration", _DURATION, values.duration_value, written.seconds, _TIME),
    HeaderType("etag", _STR, values.etag_value, written.text, raw=True),
    HeaderType("weak_etag", _STR, values.weak_etag_value, written.text, raw=True),
    HeaderType("url", _STR, values.url_value, written.text),
    HeaderType("token", _STR, values.token_value, written.text),
    HeaderType("enum", TypeName("typing", "Literal"), values.enum_value, written.text),
    HeaderType("media_type", _STR, media_types.media_type_value, written.text),
    HeaderType(
        "content_disposition",
        _STR,
        dispositions.content_disposition_value,
        written.text,
        "a file name as text",
    ),
    HeaderType("sf_string", _STR, sf.sf_string_value, written_sf.sf_string),
    HeaderType("sf_token", _STR, sf.sf_token_value, written_sf.sf_token),
    HeaderType("sf_bytes", _BYTES, sf.sf_bytes_value, written_sf.sf_bytes),
    HeaderType("sf_date", _DATE, sf.sf_date_value, written_sf.sf_date, _DAY),
    HeaderType(
        "sf_list",
        _MEMBERS,
        sf.sf_list_value,
        written_sf.sf_list,
        "a list, or the raw field as text",
        plural=True,
    ),
    HeaderType(
        "sf_dict",
        _ENTRIES,
        sf.sf_dict_value,
        written_sf.sf_dict,
        "a mapping, or the raw field as text",
        plural=True,
    ),
)
_json = partial(HeaderType, text=False)
_OTHERS = (
    _json("int", _INT, values.integer_value, written.integer, _WHOLE),
    _json("float", _FLOAT, values.number_value, written.number, "a number"),
    _json("bool", _BOOL, values.boolean_value, written.truth, _TRUTH),
    _json("json", _JSON, bodies.json_value, written.document, _ANY),
    _json("sf_integer", _INT, sf.sf_integer_value, written_sf.sf_integer, _WHOLE),
    _json(
        "sf_decimal", _DECIMAL, sf.sf_decimal_value, written_sf.sf_decimal, "a number"
    ),
    _json("sf_boolean", _BOOL, sf.sf_boolean_value, written_sf.sf_boolean, _TRUTH),
    _json(
        "challenge",
        _CHALLENGES,
        challenges.challenge_value,
        written_challenges.challenges,
        "a challenge such as {scheme: Bearer, realm: shop}, or a list of them",
    ),
    _json(
        "content_range",
        _RANGE,
        ranges.content_range_value,
        written_fields.content_range,
        "a range such as {first: 0, last: 99, complete: 1234}",
        unjudged=ranges.range_text,
    ),
)
_lists = partial(HeaderType, text=False, plural=True)
_LISTS = (
    _lists("list", _SEQUENCE, values.list_value, written.texts, "a list"),
    _lists("link", _LINKS, links.link_value, written_fields.links, "a list of links"),
    _lists(
        "cache_control",
        _CACHE,
        caching.cache_control_value,
        written_fields.directives,
        "a mapping of directives",
        unjudged=partial(caching.cache_control_value, consistent=False),
    ),
    _lists(
        "digest",
        _DIGESTS,
        digests.digest_value,
        written_fields.digests,
        "a mapping of algorithms to digests in base64",
        unjudged=sf.sf_dict_value,
    ),
)

HEADER_TYPES: Mapping[str, HeaderType] = MappingProxyType(
    {row.name: row for row in (*_TEXTS, *_OTHERS, *_LISTS)}
)


def listable(word: str) -> bool:
    """Whether a list may have members of this type: every date has a comma, challenges have some."""
    row = HEADER_TYPES.get(word)
    return row is not None and not row.plural and word not in ("date", "challenge")


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
        return written.each(value, HEADER_TYPES[member or "str"].default)
    return HEADER_TYPES[word].default(value)


def encoded(
    name: str,
    word: str,
    member: str | None,
    choices: tuple[str, ...],
    value: DefaultValue,
    strictly: bool = False,
) -> bytes:
    """The field value of a typed value. Raises TypeError and ValueError naming the field.

    What rules judge it raises only `strictly`, as the constructor does.
    """
    row = HEADER_TYPES[word]
    if row.unjudged and not strictly:
        return row.unjudged(name, value)
    encode = partial(_scalar, member if word == "list" and member else word, choices)
    if word == "list":
        return values.list_value(name, cast("Sequence[DefaultValue]", value), encode)
    return encode(name, value)


def _scalar(
    word: str, choices: tuple[str, ...], name: str, value: DefaultValue
) -> bytes:
    if isinstance(value, sf.Item):  # a constant with parameters
        return sf.sf_item(name, value)
    encode = HEADER_TYPES[word].encode
    return encode(name, value, choices) if word == "enum" else encode(name, value)
