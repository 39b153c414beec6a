"""Templates of field values, filled with a constructor's parameters.

Goes in: a template of ours in the form of str.format, with `{}` at each place, and the
values in its order. Comes out: the text, which the field's own encoder judges as a whole.
"""

from datetime import datetime
from urllib.parse import quote

from respgen.core.grammar import FieldError, compiled, wrong_type
from respgen.core.values import LONE_TYPES

# CSP3 2.3.1: base64-value
NONCE = r"[A-Za-z0-9+/_\-]+={0,2}"
# RFC 3986 5.2.4: a recipient takes these segments for steps in the path
DOT_SEGMENTS = (".", "..")


def filled(name: str, template: str, *values: object) -> str:
    """The template with each value as text.

    Raises TypeError for None and for what has no plain text, such as bytes and lists.
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
    """`true` and `false`, an ISO 8601 date, or what str() makes of it."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, (*LONE_TYPES, list, tuple, set, dict)):
        raise wrong_type(name, "a value with a text form", value)
    try:
        return value.isoformat() if isinstance(value, datetime) else str(value)
    # An int may have more digits than Python writes.
    except ValueError:
        raise FieldError(name, "a value with a text form expected") from None


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
    if not isinstance(value, str):
        raise wrong_type(name, "str", value)
    if not compiled(NONCE).fullmatch(value):
        raise FieldError(name, "a nonce must be a base64 value (CSP3 2.3.1)")
    return str(value)
