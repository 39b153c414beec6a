"""Names and values of cookies (RFC 6265 4.1.1): what is set, and what it reads back as.

Goes in: a key and a value. Comes out: the bytes of the value or of `key=value`; of what a
client sent, the value.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from urllib.parse import quote, unquote_to_bytes

from respgen.core.bodies import JSON_PARTS, JsonValue
from respgen.core.fields import TOKEN_CHARACTER
from respgen.core.grammar import (
    TOKEN,
    FieldError,
    compiled,
    outside,
    typed_text,
)

# RFC 6265 4.1.1: cookie-octet. Quotes around a value are part of it there, so they are
# refused.
COOKIE_OCTETS = r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*"
COOKIE_CHARACTER = r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]"
# The same of ASCII for bytes.translate, which changes what is none: faster than any regex
NO_OCTETS = bytes([*range(0x21), *b'",;\\', 0x7F])
OCTETS_ALONE = bytes.maketrans(NO_OCTETS, b"-" * len(NO_OCTETS))
# RFC 6265bis 5.6: browsers drop what is larger
COOKIE_SIZE = 4096
PAIR_SIZE = COOKIE_SIZE + len("=")

BASE64URL = r"[A-Za-z0-9_\-]*"
# RFC 3986 2.1, in cookie-octets
PERCENT_ENCODED = (
    r"(?:[\x21\x23\x24\x26-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]|%[0-9A-Fa-f]{2})*"
)
# RFC 3986 2.3: unreserved
UNRESERVED = r"[A-Za-z0-9_.~\-]*"
# A client may nest deeper than Python can follow.
NO_JSON = (ValueError, RecursionError)


def cookie_name(key: str) -> bytes:
    """A cookie's name: a token (RFC 6265 4.1.1). Raises ValueError or TypeError."""
    name = typed_text("cookie name", key)
    if compiled(TOKEN).fullmatch(name):
        return name.encode("ascii")
    raise outside(
        f"cookie name {name!a}", TOKEN_CHARACTER, name, "a token (RFC 6265 4.1.1)"
    )


def checked_key(key: str) -> str:
    """A name that was read. Raises ValueError for what is no token, TypeError for no text."""
    return cookie_name(key).decode("ascii")


def filled_key(key: str, *values: str) -> str:
    """A name with `{}` at its places, filled: other values never make the same name.

    Raises ValueError naming the cookie for an empty value and for one that has the text
    between two places in it, TypeError for no text.
    """
    first, *texts = key.split("{}")
    parts = [first]
    for number, (value, text) in enumerate(zip(values, texts, strict=True), 1):
        part = typed_text(f"cookie {key!a}", value)
        if not part:
            raise FieldError(f"cookie {key!a}", "the value of a place is empty")
        # behind the last place nothing can be taken for something else
        if number < len(values) and (part + text).find(text) < len(part) and text:
            reason = f"the value of a place contains {text!a}, which ends it"
            raise FieldError(f"cookie {key!a}", reason)
        parts += part, text
    return "".join(parts)


def cookie_pair(key: str, value: bytes) -> bytes:
    """`key=value`, of a value that is checked. Raises ValueError above 4096 octets."""
    pair = cookie_prefix(key) + value
    if len(pair) > PAIR_SIZE:
        raise too_large(key)
    return pair


def too_large(key: str) -> FieldError:
    """The error for a cookie that browsers would drop."""
    return FieldError(
        f"cookie {key!a}", f"name and value exceed {COOKIE_SIZE} octets (6265bis 5.6)"
    )


# An application has a few cookies and sets them again and again.
@lru_cache(maxsize=256)
def cookie_prefix(key: str) -> bytes:
    """`key=`, checked once for each key."""
    return cookie_name(key) + b"="


def plain_cookie(key: str, value: str) -> bytes:
    """`key=value` with the value as it is.

    Raises ValueError for what is not cookie-octets (RFC 6265 4.1.1) and above 4096
    octets, TypeError for no text.
    """
    pair = cookie_prefix(key) + plain_octets(key, value)
    if len(pair) > PAIR_SIZE:
        raise too_large(key)
    return pair


def plain_octets(key: str, value: str) -> bytes:
    """The value as it is. Raises ValueError for what is not cookie-octets, TypeError."""
    text = value if type(value) is str else typed_text(f"cookie {key!a}", value)
    try:
        octets = text.encode("ascii")
    except UnicodeEncodeError:
        raise not_plain(key, text) from None
    if octets.translate(OCTETS_ALONE) != octets:
        raise not_plain(key, text)
    return octets


def not_plain(key: str, value: str) -> FieldError:
    """The error for a value that only another encoding can hold."""
    return outside(
        f"cookie {key!a}", COOKIE_CHARACTER, value, "a plain value (RFC 6265 4.1.1)"
    )


def percent_cookie(key: str, value: str) -> bytes:
    """`key=value` in UTF-8 with all but RFC 3986 unreserved percent-encoded.

    Raises ValueError for lone surrogates and above 4096 octets, TypeError for no text.
    """
    return cookie_pair(key, percent_octets(key, value))


def percent_octets(key: str, value: str) -> bytes:
    """Text in UTF-8, percent-encoded. Raises ValueError for lone surrogates, TypeError."""
    return percent_encoded(key, typed_text(f"cookie {key!a}", value))


def percent_encoded(key: str, text: str) -> bytes:
    """Text in UTF-8, percent-encoded (RFC 3986 2.1)."""
    if compiled(UNRESERVED).fullmatch(text):
        return text.encode("ascii")
    return quote(utf_8(key, text), safe="").encode("ascii")


def utf_8(key: str, value: str) -> bytes:
    """Text in UTF-8. Raises ValueError naming the cookie for a lone surrogate."""
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError:
        raise FieldError(
            f"cookie {key!a}", "a lone surrogate is not a character"
        ) from None


def base64url_cookie(key: str, value: str) -> bytes:
    """`key=value` in UTF-8, then base64url without padding (RFC 4648 5).

    Raises ValueError for lone surrogates and above 4096 octets, TypeError for no text.
    """
    return cookie_pair(key, base64url_octets(key, value))


def base64url_octets(key: str, value: str) -> bytes:
    """Text in UTF-8, then base64url. Raises ValueError for lone surrogates, TypeError."""
    text = typed_text(f"cookie {key!a}", value)
    return urlsafe_b64encode(utf_8(key, text)).rstrip(b"=")


def json_cookie(key: str, value: JsonValue) -> bytes:
    """`key=value` as compact JSON, then percent-encoded.

    Raises ValueError for NaN, infinities, lone surrogates and above 4096 octets,
    TypeError for what JSON cannot hold.
    """
    return cookie_pair(key, json_octets(key, value))


def json_octets(key: str, value: JsonValue) -> bytes:
    """Compact JSON, percent-encoded. Raises ValueError, TypeError for no JSON."""
    try:
        text = "".join(JSON_PARTS(value, 0))
    except RecursionError:
        raise FieldError(f"cookie {key!a}", "nested too deeply for JSON") from None
    except TypeError as error:
        raise TypeError(f"cookie {key!a}: {error}") from None
    except ValueError as error:
        raise FieldError(f"cookie {key!a}", str(error)) from None
    return percent_encoded(key, text)


def read_plain_cookie(value: str | None) -> str | None:
    """The value of a plain cookie, None where it is absent or malformed."""
    return (
        value
        if value is not None and compiled(COOKIE_OCTETS).fullmatch(value)
        else None
    )


def read_percent_cookie(value: str | None) -> str | None:
    """The text of a percent-encoded cookie, None where it is absent or malformed."""
    if value is None or not compiled(PERCENT_ENCODED).fullmatch(value):
        return None
    try:
        return unquote_to_bytes(value).decode("utf-8")
    except UnicodeDecodeError:
        return None


def read_base64url_cookie(value: str | None) -> str | None:
    """The text of a base64url cookie, None where it is absent or malformed."""
    if value is None or not compiled(BASE64URL).fullmatch(value):
        return None
    try:
        return urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode("utf-8")
    except ValueError:
        return None


def read_json_cookie(value: str | None) -> JsonValue:
    """The value of a JSON cookie, None where it is absent or malformed."""
    text = read_percent_cookie(value)
    if text is None:
        return None
    try:
        parsed: JsonValue = json.loads(text, parse_constant=refuse_constant)
    except NO_JSON:
        return None
    return parsed


def refuse_constant(word: str) -> None:
    """Raises ValueError: NaN and the infinities are no JSON (RFC 8259 6)."""
    raise ValueError(f"{word} is not valid JSON")
