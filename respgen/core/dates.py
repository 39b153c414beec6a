"""Dates (RFC 9110 5.6.7): moments as IMF-fixdate, and the moments that such texts name.

Goes in: an aware datetime, with the field's name for messages, or a text. Comes out: bytes on the
wire, or a datetime in UTC.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import cast

from respgen.core.grammar import FieldError, compiled, exact, wrong_type

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
UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TWO_DIGITS = tuple(f"{number:02}" for number in range(100))


def date_value(name: str, value: datetime) -> bytes:
    """An aware datetime as IMF-fixdate in GMT, in whole seconds (RFC 9110 5.6.7).

    Raises ValueError for a naive one and for one outside the years 1 to 9999 in GMT,
    TypeError for no datetime.
    """
    return imf_fixdate(universal(name, value)).encode("ascii")


def date_field(name: bytes, value: datetime) -> tuple[bytes, bytes]:
    """A field of a moment, as `date_value` has it."""
    if type(value) is datetime and value.tzinfo is UTC:
        return name, imf_fixdate(value).encode("ascii")
    return name, date_value(name.decode(), value)


def universal(name: str, value: datetime) -> datetime:
    """The moment in UTC. Raises as `date_value` does."""
    try:
        return UNIX_EPOCH + datetime.__sub__(aware(name, value), UNIX_EPOCH)
    except OverflowError:
        raise FieldError(name, "outside the years 1 to 9999 in GMT") from None


def aware(name: str, value: object) -> datetime:
    """`value` if it has a time zone. Raises ValueError, or TypeError for no datetime."""
    given = exact(value)
    if not issubclass(type(given), datetime):
        raise wrong_type(name, "datetime", value)
    moment = cast("datetime", given)
    # No subclass's own methods.
    if datetime.utcoffset(moment) is None:
        raise FieldError(name, "a datetime with a time zone expected")
    return moment


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
