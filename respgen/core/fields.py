"""Field names and values, and the list that a response sends (RFC 9110 5, 7.6.1, 8.6).

Goes in: names and values as text, a caller's mapping. Comes out: checked bytes in wire
order.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeVar

from respgen.core.grammar import (
    TOKEN,
    TOKEN_CHARACTERS,
    FieldError,
    compiled,
    exact,
    outside,
    typed_text,
    wrong_type,
)
from respgen.core.lists import joined_list

Given = TypeVar("Given")

# RFC 9110 5.5: VCHAR, obs-text, SP and HTAB, the last two not at the edges
FIELD_VALUE = r"(?![\t ])[\t\x20-\x7e\x80-\xff]*(?<![\t ])"
TOKEN_CHARACTER = rf"[{TOKEN_CHARACTERS}]"
FIELD_CHARACTER = r"[\t\x20-\x7e\x80-\xff]"

# RFC 9110 7.6.1: these describe the connection, which belongs to the server
CONNECTION_FIELDS = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
    }
)


def field_name(name: str) -> bytes:
    """A field name in lower case: a token (RFC 9110 5.1).

    Raises ValueError for anything else, TypeError for no text.
    """
    text = exact(name)
    if type(text) is not str:
        raise wrong_type("headers", "a str as header name", name)
    if compiled(TOKEN).fullmatch(text):
        return text.lower().encode("ascii")
    raise outside(
        f"headers: header name {text!a}",
        TOKEN_CHARACTER,
        text,
        "a token (RFC 9110 5.6.2)",
    )


def field_value(name: str, value: str) -> bytes:
    """A field value: HTAB, SP, VCHAR, obs-text, no blanks at the edges (RFC 9110 5.5).

    Raises ValueError naming the field for anything else, TypeError for no text.
    """
    text = typed_text(name, value)
    # What most values are; the expression below says all that they may be.
    if text.isascii() and text.isprintable() and text == text.strip(" "):
        return text.encode("ascii")
    if compiled(FIELD_VALUE).fullmatch(text):
        return text.encode("latin-1")
    if text != text.strip(" \t"):
        raise FieldError(
            name, "white space at the start or end of a header value (RFC 9110 5.5)"
        )
    raise outside(name, FIELD_CHARACTER, text, "a header value (RFC 9110 5.5)")


def text_field(name: bytes, value: str) -> tuple[bytes, bytes]:
    """A field of text, as `field_value` has it: the name is in lower case."""
    # What most values are.
    if (
        type(value) is str
        and value.isascii()
        and value.isprintable()
        and value == value.strip(" ")
    ):
        return name, value.encode("ascii")
    return name, field_value(name.decode(), value)


def named(
    encode: Callable[[str, Given], bytes],
) -> Callable[[bytes, Given], tuple[bytes, bytes]]:
    """An encoder that gives the whole field: a name in lower case and the value."""

    def field(name: bytes, value: Given) -> tuple[bytes, bytes]:
        return name, encode(name.decode(), value)

    return field


def listed(
    encode: Callable[[str, Given], bytes],
) -> Callable[[bytes, Given], list[tuple[bytes, bytes]]]:
    """An encoder of lists: a list of the one field, or of none where it is empty."""

    def fields(name: bytes, value: Given) -> list[tuple[bytes, bytes]]:
        sent = encode(name.decode(), value)
        return [(name, sent)] if sent else []

    return fields


def checked_field(name: str, value: str, status_code: int) -> tuple[bytes, bytes]:
    """One field that a caller sets on a response of this status.

    Raises ValueError for a name or value that is no field's, for a connection-specific
    field and for a Content-Length that is no number, TypeError for wrong types.
    """
    wire = field_name(name)
    refuse_connection_field(wire, status_code)
    encoded = field_value(name, value)
    if wire == b"content-length":
        check_length(encoded, None)
    return wire, encoded


def merge_headers(
    declared: list[tuple[bytes, bytes]],
    headers: Mapping[str, str],
    locked: tuple[bytes, ...] = (),
    append: tuple[bytes, ...] = (),
    *,
    status_code: int,
) -> list[tuple[bytes, bytes]]:
    """A fresh list: declared fields at their places, then what else the caller named.

    What the caller names replaces the declared field; for a name in `append` it joins
    it. Raises ValueError for a name or value
    that is no field's, a connection-specific field (RFC 9110 7.6.1) and a name in
    `locked`, TypeError for wrong types.
    """
    fields = caller_fields(headers, status_code)
    for name in locked:
        if any(name == given for given, _ in fields):
            raise FieldError(
                name.decode(), "locked: callers cannot set it through headers"
            )
    return joined_fields(declared, fields, append)


def joined_fields(
    declared: list[tuple[bytes, bytes]],
    fields: list[tuple[bytes, bytes]],
    append: tuple[bytes, ...],
) -> list[tuple[bytes, bytes]]:
    """Declared fields at their places, each replaced or joined by what is given for it."""
    merged = dict(declared)
    last = dict(fields)
    for name in append:
        if name in last:
            last[name] = joined_list(name, merged.get(name, b""), last[name])
    # A dict keeps the place of a name whose value is replaced.
    merged.update(last)
    return repeated_cookies([*merged.items()], fields)


def caller_fields(
    headers: Mapping[str, str], status_code: int
) -> list[tuple[bytes, bytes]]:
    """The caller's fields, checked; of several spellings the last one wins."""
    try:
        items = headers.items()
    except AttributeError:
        raise wrong_type("headers", "Mapping[str, str]", headers) from None
    fields = [caller_field(name, value) for name, value in items]
    last = dict(fields)
    if not CONNECTION_FIELDS.isdisjoint(last):
        for name in last:
            refuse_connection_field(name, status_code)
    if len(last) == len(fields):
        return fields
    return repeated_cookies(list(last.items()), fields)


def caller_field(name: str, value: str) -> tuple[bytes, bytes]:
    """A field as a caller gives it. The cache is asked for an exact str alone."""
    if type(name) is not str:
        name = field_name(name).decode()
    return known_field_name(name), field_value(name, value)


# Callers name a few fields, again and again.
@lru_cache(maxsize=256)
def known_field_name(name: str) -> bytes:
    """`field_name`, computed once for each name."""
    return field_name(name)


def repeated_cookies(
    fields: list[tuple[bytes, bytes]], given: list[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    """`fields` with every Set-Cookie given: it alone may repeat (RFC 9110 5.3)."""
    cookies = [field for field in given if field[0] == b"set-cookie"]
    if len(cookies) < 2:
        return fields
    return [*(field for field in fields if field[0] != b"set-cookie"), *cookies]


def refuse_connection_field(name: bytes, status_code: int) -> None:
    """Raises ValueError for connection-specific fields; Upgrade goes with 101, 426."""
    if name not in CONNECTION_FIELDS or (
        name == b"upgrade" and status_code in (101, 426)
    ):
        return
    raise FieldError(
        name.decode(),
        "connection-specific: only the server may send it (RFC 9110 7.6.1)",
    )


def check_length(given: bytes, body: bytes | memoryview | None) -> None:
    """Raises ValueError for a Content-Length that is not the body's (RFC 9110 8.6)."""
    # 2**64 has 20 digits; a server that refuses a longer one sends the client nothing
    if not given.isdigit() or len(given) > 20:
        raise FieldError("content-length", "1 to 20 digits expected (RFC 9110 8.6)")
    if body and int(given) != len(body):
        raise FieldError(
            "content-length", f"the body has {len(body)} bytes (RFC 9110 8.6)"
        )
