"""One encoder for each type of header value, and parsers for constants of those types.

Goes in: a Python value, with the field's name for messages. Comes out: its bytes on the
wire.
"""

from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import TypeVar
from urllib.parse import quote

from respgen.core.addresses import Address, address_text
from respgen.core.fields import TOKEN_CHARACTER, field_value, named
from respgen.core.grammar import (
    TOKEN,
    FieldError,
    compiled,
    exact,
    outside,
    typed_integer,
    typed_number,
    typed_text,
    wrong_type,
)

Member = TypeVar("Member")

# RFC 9110 8.8.3: etagc
OPAQUE_TAG = r"[\x21\x23-\x7e\x80-\xff]*"
OPAQUE_CHARACTER = r"[\x21\x23-\x7e\x80-\xff]"
ENTITY_TAG = rf'(W/)?"({OPAQUE_TAG})"'
# Sequences of themselves or of numbers: never what a caller means by a list
LONE_TYPES: tuple[type, ...] = (str, bytes, bytearray, memoryview)
# RFC 3986 unreserved, reserved and "%": what the reference's RedirectResponse lets
# through
URL_SAFE = ":/%#?=@[]!$&'()*+,;"
URL_AS_IT_IS = r"[A-Za-z0-9_.\-~:/%#?=@\[\]!$&'()*+,;]*"


def token_value(name: str, value: str) -> bytes:
    """A token (RFC 9110 5.6.2). Raises ValueError, or TypeError for no text."""
    text = typed_text(name, value)
    if compiled(TOKEN).fullmatch(text):
        return text.encode("ascii")
    raise outside(name, TOKEN_CHARACTER, text, "a token (RFC 9110 5.6.2)")


token_field = named(token_value)


def integer_value(name: str, value: int) -> bytes:
    """Decimal digits, a minus where negative. Raises TypeError, for a bool too."""
    return b"%d" % typed_integer(name, value)


integer_field = named(integer_value)


def number_value(name: str, value: float) -> bytes:
    """The shortest decimal that reads back as the same float.

    Raises ValueError for infinities, NaN and an int beyond them, TypeError for no
    number.
    """
    try:
        number = float(typed_number(name, value))
    except OverflowError:
        raise FieldError(name, "too large for a float") from None
    if not isfinite(number):
        raise FieldError(name, "a finite number expected")
    return repr(number).encode("ascii")


number_field = named(number_value)


def boolean_value(name: str, value: bool) -> bytes:
    """`true` or `false`. Raises TypeError for anything but a bool."""
    flag = exact(value)
    if flag is True:
        return b"true"
    if flag is False:
        return b"false"
    raise wrong_type(name, "bool", value)


boolean_field = named(boolean_value)


def etag_value(name: str, value: str) -> bytes:
    """A strong entity tag of an opaque tag without its quotes (RFC 9110 8.8.3).

    Raises ValueError for what an opaque tag cannot hold, TypeError for no text.
    """
    text = typed_text(name, value)
    if compiled(OPAQUE_TAG).fullmatch(text):
        return f'"{text}"'.encode("latin-1")
    raise outside(
        name,
        OPAQUE_CHARACTER,
        text,
        "an entity tag without its quotes (RFC 9110 8.8.3)",
    )


def etag_field(name: bytes, value: str) -> tuple[bytes, bytes]:
    """A field of a strong entity tag, as `etag_value` has it."""
    if (  # What most tags are.
        type(value) is str
        and value.isascii()
        and value.isprintable()
        and not (" " in value or '"' in value)
    ):
        return name, f'"{value}"'.encode("ascii")
    return name, etag_value(name.decode(), value)


def weak_etag_value(name: str, value: str) -> bytes:
    """A weak entity tag; otherwise as `etag_value`."""
    return b"W/" + etag_value(name, value)


weak_etag_field = named(weak_etag_value)


def url_value(name: str, value: str | Address) -> bytes:
    """A URL, percent-encoded as the reference's RedirectResponse does it: no controls.

    Raises ValueError for a lone surrogate, TypeError for what is no URL.
    """
    text = address_text(name, value)
    try:
        quoted = (
            text
            if compiled(URL_AS_IT_IS).fullmatch(text)
            else quote(text, safe=URL_SAFE)
        )
    except UnicodeEncodeError:
        raise FieldError(name, "a lone surrogate is not a character") from None
    return quoted.encode("ascii")


url_field = named(url_value)


def enum_value(name: str, value: str, values: tuple[str, ...]) -> bytes:
    """One of `values`. Raises ValueError for any other."""
    text = exact(value)
    if type(text) is str and text in values:
        return field_value(name, text)
    raise FieldError(name, f"one of {', '.join(map(repr, values))} expected")


def enum_field(name: bytes, value: str, values: tuple[str, ...]) -> tuple[bytes, bytes]:
    """A field of one of `values`. Raises as `enum_value` does."""
    return name, enum_value(name.decode(), value, values)


def list_value(
    name: str,
    values: Sequence[Member],
    encode: Callable[[str, Member], bytes],
    separator: bytes = b", ",
) -> bytes:
    """The members, each encoded by `encode`, joined by commas (RFC 9110 5.6.1).

    Raises ValueError for an empty member or one with a comma, TypeError for a lone
    text, bytes or what is no sequence. Another `separator` is what no member has then.
    """
    check_sequence(name, values)
    members = [encode(name, value) for value in values]
    # readers split at what is left of it without its blanks
    mark = b"," if separator == b", " else separator.strip() or b" "
    for member in members:
        if not member or mark in member:
            shown = mark.decode()
            raise FieldError(
                name, f"a list member must not be empty or contain {shown!r}"
            )
    return separator.join(members)


def list_fields(
    name: bytes,
    values: Sequence[Member],
    encode: Callable[[str, Member], bytes],
    separator: bytes = b", ",
) -> list[tuple[bytes, bytes]]:
    """A list of the one field, or of none without members. Raises as `list_value`."""
    sent = list_value(name.decode(), values, encode, separator)
    return [(name, sent)] if sent else []


def check_sequence(
    name: str, values: object, expected: str = "a sequence of members"
) -> None:
    """Raises TypeError for a text, for bytes and for what is no sequence."""
    # isinstance() would ask the value.
    kind = type(values)
    if issubclass(kind, LONE_TYPES) or not issubclass(kind, Sequence):
        raise wrong_type(name, expected, values)


def check_mapping(name: str, value: object) -> None:
    """Raises TypeError for what is no mapping."""
    kind = type(value)
    # a dict is the usual one, and asking an abstract class costs more than encoding it
    if kind is not dict and not issubclass(kind, Mapping):
        raise wrong_type(name, "a mapping", value)


def parse_etag(value: str) -> tuple[bool, str]:
    """Whether an entity tag is weak, and its opaque tag (8.8.3). Raises ValueError."""
    match = compiled(ENTITY_TAG).fullmatch(value)
    if match is None:
        raise ValueError('not an entity tag such as "abc" or W/"abc" (RFC 9110 8.8.3)')
    return match[1] is not None, match[2]
