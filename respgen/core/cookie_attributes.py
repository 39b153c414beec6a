"""Attributes of cookies (RFC 6265bis 4.1.2; CHIPS): where a cookie goes, and how long it stays.

Goes in: attributes. Comes out: their bytes, for a set and for the deletion of it.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Literal

from respgen.core.grammar import (
    FieldError,
    compiled,
    outside,
    typed_integer,
    typed_text,
)
from respgen.core.values import date_value, imf_fixdate

# RFC 6265bis 4.1.1: av-octet
ATTRIBUTE_OCTETS = r"[\x20-\x3a\x3c-\x7e]*"
ATTRIBUTE_CHARACTER = r"[\x20-\x3a\x3c-\x7e]"
# RFC 6265bis 5.6: browsers ignore what is larger
ATTRIBUTE_SIZE = 1024

SAMESITE_VALUES = ("lax", "strict", "none")
PRIORITIES = ("Low", "Medium", "High")
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
        raise FieldError("cookie expires", "outside the years 1 to 9999") from None
    return imf_fixdate(moment).encode("ascii")


def one_of(name: str, value: str, known: tuple[str, ...]) -> bytes:
    """A word, in any case, of `known`. Raises ValueError, or TypeError for no text."""
    text = typed_text(f"cookie {name}", value)
    if text.lower() not in map(str.lower, known):
        raise FieldError(f"cookie {name}", f"one of {', '.join(known)} expected")
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
