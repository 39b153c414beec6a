"""Templates of field values, filled with a constructor's parameters.

Goes in: a template of ours in the form of str.format, with `{}` at each place, and the
values in its order. Comes out: the text, which the field's own encoder judges as a whole.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from respgen.core.addresses import address_text, is_address
from respgen.core.grammar import (
    FieldError,
    compiled,
    exact,
    typed_integer,
    typed_text,
    wrong_type,
)

# CSP3 2.3.1: base64-value
NONCE = r"[A-Za-z0-9+/_\-]+={0,2}"
# bool before int, datetime before date: they are these, too. No subclass's own methods.
TEXT_FORMS: dict[type, Callable[[str, Any], str]] = {
    str: typed_text,
    bool: lambda _, value: "true" if value else "false",
    int: lambda name, value: str(typed_integer(name, value)),
    float: lambda _, value: repr(value),
    datetime: lambda _, value: datetime.isoformat(value),
    date: lambda _, value: date.isoformat(value),
    UUID: lambda _, value: UUID.__str__(value),
}
# RFC 3986 5.2.4: a recipient takes these segments for steps in the path
DOT_SEGMENTS = (".", "..")


def filled(name: str, template: str, *values: object) -> str:
    """The template with each value as text.

    Raises TypeError for None and for what has no text form, such as a list or a model.
    """
    return template.format(*(place_text(name, value) for value in values))


def filled_url(name: str, template: str, *values: object) -> str:
    """The template with each value percent-encoded: it stays one part of the URL.

    Raises ValueError for an empty value and for a dot segment (RFC 3986 5.2.4), which
    would name another resource, TypeError as `filled` does.
    """
    return template.format(*(url_part(name, value) for value in values))


def filled_nonce(name: str, template: str, *values: object) -> str:
    """The template with each value a nonce (CSP3 2.3.1). Raises ValueError, TypeError."""
    return template.format(*(nonce_text(name, value) for value in values))


def place_text(name: str, value: object) -> str:
    """Text as it is, numbers in decimal, `true` and `false`, dates in ISO 8601, a UUID.

    A URL of the reference is its text. Another class says that it has a text form by a
    `__format__` of its own, as Decimal, the classes of ipaddress and an Enum do; a dataclass or a model has none, and what
    str() shows of it may be no one's business.
    """
    if type(value) is str:
        return value
    if type(value) is int:
        return str(typed_integer(name, value))
    given = exact(value)
    # isinstance() would ask the value.
    kind = type(given)
    for known, text in TEXT_FORMS.items():
        if issubclass(kind, known):
            return text(name, given)
    if is_address(given):
        return address_text(name, given)
    if kind.__format__ is object.__format__:
        raise wrong_type(name, "a value with a text form", value)
    return typed_text(name, format(given))


def quoted_part(name: str, value: object) -> str:
    """A value inside of a quoted-string, which it cannot end (RFC 9110 5.6.4).

    Raises TypeError as `filled` does.
    """
    text = place_text(name, value)
    return text.replace("\\", "\\\\").replace('"', '\\"')


def url_part(name: str, value: object) -> str:
    """A value with all but RFC 3986 unreserved percent-encoded."""
    text = place_text(name, value)
    if not text or text in DOT_SEGMENTS:
        raise FieldError(name, f"{text!a} cannot be part of a URL (RFC 3986 5.2.4)")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise FieldError(name, "a lone surrogate is not a character") from None


def nonce_text(name: str, value: object) -> str:
    """A nonce. The value, which is a secret, is not in the message."""
    text = typed_text(name, value)
    if not compiled(NONCE).fullmatch(text):
        raise FieldError(name, "a nonce must be a base64 value (CSP3 2.3.1)")
    return text
