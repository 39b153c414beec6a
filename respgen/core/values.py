"""One encoder for each type of header value, and parsers for constants of those types.

Goes in: a Python value, with the field's name for messages. Comes out: its bytes on the
wire.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import isfinite
from typing import TypeVar
from urllib.parse import quote

from respgen.core.fields import TOKEN_CHARACTER, field_value
from respgen.core.grammar import (
    TOKEN,
    FieldError,
    compiled,
    outside,
    typed_integer,
    typed_text,
    wrong_type,
)

Member = TypeVar("Member")

# RFC 9110 5.6.7: IMF-fixdate, in English whatever the locale
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_NAMES = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
IMF_FIXDATE = (
    rf"({'|'.join(DAY_NAMES)}), ([0-9]{{2}}) ({'|'.join(MONTH_NAMES)}) ([0-9]{{4}})"
    r" ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT"
)
TWO_DIGITS = tuple(f"{number:02}" for number in range(100))
# RFC 9110 8.8.3: etagc
OPAQUE_TAG = r"[\x21\x23-\x7e\x80-\xff]*"
OPAQUE_CHARACTER = r"[\x21\x23-\x7e\x80-\xff]"
ENTITY_TAG = rf'(W/)?"({OPAQUE_TAG})"'
# Sequences of themselves or of numbers: never what a caller means by a list
LONE_TYPES: tuple[type, ...] = (str, bytes, bytearray, memoryview)
DURATION = r"([0-9]{1,640})([smhdwy]?)"
SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "y": 31536000}
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


def integer_value(name: str, value: int) -> bytes:
    """Decimal digits, a minus where negative. Raises TypeError, for a bool too."""
    return b"%d" % typed_integer(name, value)


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


def typed_number(name: str, value: object) -> float:
    """`value` if it is a float, or an int but no bool. Raises TypeError."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise wrong_type(name, "float", value)


def boolean_value(name: str, value: bool) -> bytes:
    """`true` or `false`. Raises TypeError for anything but a bool."""
    if value is True:
        return b"true"
    if value is False:
        return b"false"
    raise wrong_type(name, "bool", value)


def date_value(name: str, value: datetime) -> bytes:
    """An aware datetime as IMF-fixdate in GMT, in whole seconds (RFC 9110 5.6.7).

    Raises ValueError for a naive one and for one outside the years 1 to 9999 in GMT,
    TypeError for no datetime.
    """
    return imf_fixdate(universal(name, value)).encode("ascii")


def universal(name: str, value: datetime) -> datetime:
    """The moment in UTC. Raises as `date_value` does."""
    try:
        return aware(name, value).astimezone(UTC)
    except OverflowError:
        raise FieldError(name, "outside the years 1 to 9999 in GMT") from None


def aware(name: str, value: object) -> datetime:
    """`value` if it has a time zone. Raises ValueError, or TypeError for no datetime."""
    if not isinstance(value, datetime):
        raise wrong_type(name, "datetime", value)
    if value.utcoffset() is None:
        raise FieldError(name, "a datetime with a time zone expected")
    return value


def imf_fixdate(moment: datetime) -> str:
    """The text of a moment in UTC (RFC 9110 5.6.7)."""
    two = TWO_DIGITS  # a third of the time that format specifications take
    day, hour = calendar_day(moment.toordinal()), two[moment.hour]
    return f"{day} {hour}:{two[moment.minute]}:{two[moment.second]} GMT"


# The dates of resources lie on few days.
@lru_cache(maxsize=1024)
def calendar_day(ordinal: int) -> str:
    """The date of a day, by its number in the proleptic Gregorian calendar."""
    day = date.fromordinal(ordinal)
    month = MONTH_NAMES[day.month - 1]
    return f"{DAY_NAMES[day.weekday()]}, {day.day:02} {month} {day.year:04}"


def duration_value(name: str, value: timedelta | int) -> bytes:
    """Whole seconds (delta-seconds, RFC 9111 1.2.2).

    Raises ValueError for a negative duration or a fraction, TypeError for other types.
    """
    seconds = whole_seconds(name, value)
    if seconds < 0:
        raise FieldError(name, "a duration of 0 seconds or more expected")
    return b"%d" % seconds


def whole_seconds(name: str, value: timedelta | int) -> int:
    """The seconds of a duration. Raises ValueError for a fraction, or TypeError."""
    if not isinstance(value, timedelta):
        return typed_integer(name, value)
    if value.microseconds:
        raise FieldError(name, "whole seconds expected")
    return value.days * 86400 + value.seconds


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
        "an opaque tag, given without quotes (RFC 9110 8.8.3)",
    )


def weak_etag_value(name: str, value: str) -> bytes:
    """A weak entity tag; otherwise as `etag_value`."""
    return b"W/" + etag_value(name, value)


def url_value(name: str, value: str) -> bytes:
    """A URL, percent-encoded as the reference's RedirectResponse does it: no controls.

    Raises ValueError for a lone surrogate, TypeError for no text.
    """
    text = typed_text(name, value)
    try:
        quoted = (
            text
            if compiled(URL_AS_IT_IS).fullmatch(text)
            else quote(text, safe=URL_SAFE)
        )
    except UnicodeEncodeError:
        raise FieldError(name, "a lone surrogate is no character") from None
    return quoted.encode("ascii")


def enum_value(name: str, value: str, values: tuple[str, ...]) -> bytes:
    """One of `values`. Raises ValueError for any other."""
    if value not in values:
        raise FieldError(name, f"one of {', '.join(map(repr, values))} expected")
    return field_value(name, value)


def list_value(
    name: str, values: Sequence[Member], encode: Callable[[str, Member], bytes]
) -> bytes:
    """The members, each encoded by `encode`, joined by commas (RFC 9110 5.6.1).

    Raises ValueError for an empty member or one with a comma, TypeError for a lone
    text, bytes or what is no sequence.
    """
    check_sequence(name, values)
    members = [encode(name, value) for value in values]
    for member in members:
        if not member or b"," in member:
            raise FieldError(
                name, "a member of a list is neither empty nor holds a comma"
            )
    return b", ".join(members)


def check_sequence(name: str, values: object) -> None:
    """Raises TypeError for a text, for bytes and for what is no sequence."""
    if isinstance(values, LONE_TYPES) or not isinstance(values, Sequence):
        raise wrong_type(name, "a sequence of members", values)


def parse_date(value: str) -> datetime:
    """The moment that an IMF-fixdate names, in UTC (RFC 9110 5.6.7).

    Raises ValueError for other forms, for no such date and for the wrong day of the
    week.
    """
    match = compiled(IMF_FIXDATE).fullmatch(value)
    if match is None:
        raise ValueError("not an IMF-fixdate such as 'Sun, 06 Nov 1994 08:49:37 GMT'")
    day, hour, minute, second = map(int, (match[2], match[5], match[6], match[7]))
    # 5.6.7 allows 23:59:60, a leap second
    leap = (hour, minute, second) == (23, 59, 60)
    month = MONTH_NAMES.index(match[3]) + 1
    written = datetime(
        int(match[4]), month, day, hour, minute, 59 if leap else second, tzinfo=UTC
    )
    if DAY_NAMES[written.weekday()] != match[1]:
        raise ValueError(
            f"{written:%Y-%m-%d} is a {DAY_NAMES[written.weekday()]}, not a {match[1]}"
        )
    return written + timedelta(seconds=leap)


def parse_etag(value: str) -> tuple[bool, str]:
    """Whether an entity tag is weak, and its opaque tag (8.8.3). Raises ValueError."""
    match = compiled(ENTITY_TAG).fullmatch(value)
    if match is None:
        raise ValueError('not an entity tag such as "abc" or W/"abc" (RFC 9110 8.8.3)')
    return match[1] is not None, match[2]


def parse_duration(value: str | int) -> int:
    """The seconds of `90`, `90s`, `15m` (minutes), `12h`, `14d`, `2w`, `1y` (365 days).

    Raises ValueError for any other text and for a negative number, TypeError for a
    bool.
    """
    if not isinstance(value, str):
        if typed_integer("duration", value) < 0:
            raise ValueError("a duration of 0 seconds or more expected")
        return value
    match = compiled(DURATION).fullmatch(value)
    if match is None:
        raise ValueError("not a duration such as 90, 90s, 15m, 12h, 14d, 2w or 1y")
    return int(match[1]) * SECONDS[match[2]]
