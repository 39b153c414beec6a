"""Cookies (RFC 6265 4.1.1): what Set-Cookie is made of, and what values read back as.

Goes in: a key, a value, attributes. Comes out: the bytes of `key=value` or of the
attributes.
"""

import json
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal
from urllib.parse import quote, unquote_to_bytes

from respgen.core.bodies import JSON_ENCODER, JsonValue
from respgen.core.fields import TOKEN_CHARACTER
from respgen.core.grammar import TOKEN, compiled, outside, typed_text, wrong_type
from respgen.core.values import date_value, imf_fixdate, typed_integer

# RFC 6265 4.1.1: cookie-octet. Quotes around a value are part of it there, so they are
# refused.
COOKIE_OCTETS = r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*"
COOKIE_CHARACTER = r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]"
# RFC 6265bis 4.1.1: av-octet
ATTRIBUTE_OCTETS = r"[\x20-\x3a\x3c-\x7e]*"
ATTRIBUTE_CHARACTER = r"[\x20-\x3a\x3c-\x7e]"
# RFC 6265bis 5.6: browsers drop what is larger
COOKIE_SIZE = 4096
PAIR_SIZE = COOKIE_SIZE + len("=")
ATTRIBUTE_SIZE = 1024

SAMESITE_VALUES = ("lax", "strict", "none")
PRIORITIES = ("Low", "Medium", "High")
EPOCH = "Thu, 01 Jan 1970 00:00:00 GMT"

BASE64URL = r"[A-Za-z0-9_\-]*"
# RFC 3986 2.1, in cookie-octets
PERCENT_ENCODED = (
    r"(?:[\x21\x23\x24\x26-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]|%[0-9A-Fa-f]{2})*"
)
# RFC 3986 2.3: unreserved
UNRESERVED = r"[A-Za-z0-9_.~\-]*"


def cookie_name(key: str) -> bytes:
    """A cookie's name: a token (RFC 6265 4.1.1). Raises ValueError or TypeError."""
    try:
        if compiled(TOKEN).fullmatch(key):
            return key.encode("ascii")
    except TypeError:
        raise wrong_type("cookie name", "str", key) from None
    raise outside(
        f"cookie name {key!a}", TOKEN_CHARACTER, key, "a token (RFC 6265 4.1.1)"
    )


def attribute_value(name: str, value: str) -> bytes:
    """A cookie attribute's value: at most 1024 of %x20-3A / %x3C-7E (RFC 6265bis 5.6).

    Raises ValueError naming the attribute for anything else, TypeError for no text.
    """
    text = typed_text(f"cookie {name}", value)
    if not compiled(ATTRIBUTE_OCTETS).fullmatch(text):
        raise outside(
            f"cookie {name}",
            ATTRIBUTE_CHARACTER,
            text,
            "a cookie attribute (RFC 6265bis 4.1.1)",
        )
    if len(text) > ATTRIBUTE_SIZE:
        raise ValueError(
            f"cookie {name}: longer than {ATTRIBUTE_SIZE} octets (RFC 6265bis 5.6)"
        )
    return text.encode("ascii")


def cookie_pair(key: str, value: bytes) -> bytes:
    """`key=value`, of a value that is checked. Raises ValueError above 4096 octets."""
    pair = cookie_prefix(key) + value
    if len(pair) > PAIR_SIZE:
        raise too_large(key)
    return pair


def too_large(key: str) -> ValueError:
    """The error for a cookie that browsers would drop."""
    return ValueError(
        f"cookie {key!a}: name and value above {COOKIE_SIZE} octets (6265bis 5.6)"
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
    try:
        plain = compiled(COOKIE_OCTETS).fullmatch(value)
    except TypeError:
        raise wrong_type(f"cookie {key!a}", "str", value) from None
    if plain:
        pair = cookie_prefix(key) + value.encode("ascii")
        if len(pair) > PAIR_SIZE:
            raise too_large(key)
        return pair
    raise outside(
        f"cookie {key!a}", COOKIE_CHARACTER, value, "a plain value (RFC 6265 4.1.1)"
    )


def percent_cookie(key: str, value: str) -> bytes:
    """`key=value` in UTF-8 with all but RFC 3986 unreserved percent-encoded.

    Raises ValueError for lone surrogates and above 4096 octets, TypeError for no text.
    """
    return cookie_pair(key, percent_encoded(key, typed_text(f"cookie {key!a}", value)))


def percent_encoded(key: str, value: str) -> bytes:
    """Text in UTF-8, percent-encoded (RFC 3986 2.1)."""
    if compiled(UNRESERVED).fullmatch(value):
        return value.encode("ascii")
    return quote(utf_8(key, value), safe="").encode("ascii")


def utf_8(key: str, value: str) -> bytes:
    """Text in UTF-8. Raises ValueError naming the cookie for a lone surrogate."""
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError(f"cookie {key!a}: a lone surrogate is no character") from None


def base64url_cookie(key: str, value: str) -> bytes:
    """`key=value` in UTF-8, then base64url without padding (RFC 4648 5).

    Raises ValueError for lone surrogates and above 4096 octets, TypeError for no text.
    """
    text = typed_text(f"cookie {key!a}", value)
    return cookie_pair(key, urlsafe_b64encode(utf_8(key, text)).rstrip(b"="))


def json_cookie(key: str, value: JsonValue) -> bytes:
    """`key=value` as compact JSON, then percent-encoded.

    Raises ValueError for NaN, infinities, lone surrogates and above 4096 octets,
    TypeError for what JSON cannot hold.
    """
    try:
        text = JSON_ENCODER.encode(value)
    except ValueError as error:
        raise ValueError(f"cookie {key!a}: {error}") from None
    return cookie_pair(key, percent_encoded(key, text))


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
    # A client may nest deeper than Python can follow.
    except (ValueError, RecursionError):
        return None
    return parsed


def refuse_constant(word: str) -> None:
    """Raises ValueError: NaN and the infinities are no JSON (RFC 8259 6)."""
    raise ValueError(f"{word} is no JSON")


def cookie_attributes(
    *,
    max_age: int | None = None,
    expires: datetime | str | int | None = None,
    path: str | None = "/",
    domain: str | None = None,
    secure: bool = False,
    httponly: bool = False,
    samesite: Literal["lax", "strict", "none"] | None = None,
    partitioned: bool = False,
    priority: Literal["Low", "Medium", "High"] | None = None,
) -> bytes:
    """The attributes in the reference's order and spelling, then Priority.

    `max_age` in seconds; `expires` a moment, seconds from now, or its text. None and an
    empty text leave an attribute out. Raises ValueError or TypeError naming the
    attribute.
    """
    parts = [b""]
    if domain:
        parts.append(b"Domain=" + attribute_value("Domain", domain))
    if expires is not None and expires != "":
        parts.append(b"expires=" + expiry(expires))
    if httponly:
        parts.append(b"HttpOnly")
    if max_age is not None:
        parts.append(b"Max-Age=%d" % typed_integer("cookie Max-Age", max_age))
    if partitioned:
        parts.append(b"Partitioned")
    if path:
        parts.append(b"Path=" + attribute_value("Path", path))
    if samesite is not None:
        parts.append(b"SameSite=" + one_of("SameSite", samesite, SAMESITE_VALUES))
    if secure:
        parts.append(b"Secure")
    if priority is not None:
        parts.append(b"Priority=" + one_of("Priority", priority, PRIORITIES))
    return b"; ".join(parts)


def expiry(expires: datetime | str | int) -> bytes:
    """The value of expires; seconds count from `time.time()`. Raises ValueError."""
    if isinstance(expires, str):
        return attribute_value("expires", expires)
    if isinstance(expires, datetime):
        return date_value("cookie expires", expires)
    seconds = int(time.time()) + typed_integer("cookie expires", expires)
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except OverflowError:
        raise ValueError("cookie expires: outside the years 1 to 9999") from None
    return imf_fixdate(moment).encode("ascii")


def one_of(name: str, value: str, known: tuple[str, ...]) -> bytes:
    """A word, in any case, of `known`. Raises ValueError, or TypeError for no text."""
    text = typed_text(f"cookie {name}", value)
    if text.lower() not in map(str.lower, known):
        raise ValueError(f"cookie {name}: one of {', '.join(known)} expected")
    return text.encode("ascii")


def deletion_attributes(
    *,
    path: str | None = "/",
    domain: str | None = None,
    secure: bool = False,
    httponly: bool = False,
    samesite: Literal["lax", "strict", "none"] | None = None,
    partitioned: bool = False,
) -> bytes:
    """The attributes that delete what `cookie_attributes` set: same scope, in the past.

    Raises ValueError or TypeError naming the attribute.
    """
    return cookie_attributes(
        max_age=0,
        expires=EPOCH,
        path=path,
        domain=domain,
        secure=secure,
        httponly=httponly,
        samesite=samesite,
        partitioned=partitioned,
    )
