"""Attributes of cookies (RFC 6265bis 4.1.2; CHIPS): where a cookie goes, and how long it stays.

Goes in: attributes. Comes out: their bytes. The parameters of `cookie_attributes` are the table of
all attributes, their types and what silent ones are; presets, specs and generated code follow it.
"""

import time
from datetime import datetime, timedelta
from typing import Literal, TypedDict, cast, get_args

from respgen.core.cookie_promises import check_cookie
from respgen.core.dates import UNIX_EPOCH, date_value, imf_fixdate
from respgen.core.grammar import (
    FieldError,
    compiled,
    exact,
    outside,
    typed_integer,
    typed_text,
)

# RFC 6265bis 4.1.1: av-octet
ATTRIBUTE_OCTETS = r"[\x20-\x3a\x3c-\x7e]*"
ATTRIBUTE_CHARACTER = r"[\x20-\x3a\x3c-\x7e]"
# RFC 6265bis 5.6: browsers ignore what is larger
ATTRIBUTE_SIZE = 1024

SameSite = Literal["lax", "strict", "none"]
Priority = Literal["Low", "Medium", "High"]
SAMESITE_VALUES: tuple[str, ...] = get_args(SameSite)
PRIORITIES: tuple[str, ...] = get_args(Priority)
EPOCH = "Thu, 01 Jan 1970 00:00:00 GMT"


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
        raise FieldError(
            f"cookie {name}", f"longer than {ATTRIBUTE_SIZE} octets (RFC 6265bis 5.6)"
        )
    return text.encode("ascii")


class CookieAttributes(TypedDict, total=False):
    """Attributes on their way to `cookie_attributes`, whose parameters they are."""

    max_age: int | None
    expires: datetime | str | int | None
    path: str
    domain: str | None
    secure: bool
    httponly: bool
    samesite: SameSite | None
    partitioned: bool
    priority: Priority | None


# What a deletion says otherwise than the set before it. It repeats all else: browsers
# know the cookie by some of it, and take the deletion only with the rest.
DELETION: CookieAttributes = {"max_age": 0, "expires": EPOCH, "priority": None}


def cookie_attributes(
    key: str | None = None,
    *,
    max_age: int | None = None,
    expires: datetime | str | int | None = None,
    path: str = "/",
    domain: str | None = None,
    secure: bool = False,
    httponly: bool = False,
    samesite: SameSite | None = None,
    partitioned: bool = False,
    priority: Priority | None = None,
) -> bytes:
    """The attributes in the reference's order and spelling, then Priority.

    `max_age` in seconds; `expires` a moment, seconds from now, or its text. None and an
    empty text leave an attribute out. With a `key`, they are held to what browsers hold
    a cookie of that name to. Raises ValueError or TypeError naming the attribute.
    """
    if key is not None:
        check_cookie(
            key, max_age, path, domain, secure, httponly, samesite, partitioned
        )
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
    given = exact(expires)
    if type(given) is str:
        return attribute_value("expires", given)
    if issubclass(type(given), datetime):
        return date_value("cookie expires", cast("datetime", given))
    seconds = int(time.time()) + typed_integer("cookie expires", given)
    try:
        moment = UNIX_EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        raise FieldError("cookie expires", "outside the years 1 to 9999") from None
    return imf_fixdate(moment).encode("ascii")


def one_of(name: str, value: str, known: tuple[str, ...]) -> bytes:
    """A word, in any case, of `known`. Raises ValueError, or TypeError for no text."""
    text = typed_text(f"cookie {name}", value)
    if text.lower() not in map(str.lower, known):
        raise FieldError(f"cookie {name}", f"one of {', '.join(known)} expected")
    return text.encode("ascii")
