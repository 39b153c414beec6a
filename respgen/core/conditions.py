"""Conditional requests (RFC 9110 13): whether the client has the representation already.

Goes in: a request, as its ASGI scope has it, and the response to it. Comes out: the fields of
the 304 that takes the response's place, or None.
"""

import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from respgen.core.applying import by_name
from respgen.core.dates import parse_date
from respgen.core.grammar import compiled
from respgen.core.values import OPAQUE_TAG

RawFields = Iterable[tuple[bytes, bytes]]

# What the 200 would have sent of these, the 304 sends (RFC 9110 15.4.5). Of cookies it does not
# speak: they are about the client, whatever it has.
UNMODIFIED_FIELDS = frozenset(
    {
        b"cache-control",
        b"content-location",
        b"date",
        b"etag",
        b"expires",
        b"set-cookie",
        b"vary",
    }
)
# RFC 9110 8.8.3
WHOLE_TAG = rf'(?:W/)?"{OPAQUE_TAG}"'
# RFC 9110 5.6.1.2: recipients take empty members, too
WHOLE_TAGS = rf"[ \t,]*(?:{WHOLE_TAG}[ \t]*(?:,[ \t,]*|\Z))*"
# RFC 9110 5.6.7: the two forms that nobody may send any more, and everybody has to read
RFC_850_DATE = (
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, ([0-9]{2})-([A-Z][a-z]{2})-([0-9]{2})"
    r" ([0-9:]{8}) GMT"
)
ASCTIME_DATE = r"([A-Z][a-z]{2}) ([A-Z][a-z]{2}) ([0-9 ][0-9]) ([0-9:]{8}) ([0-9]{4})"
# A leap second at the end of the year 9999 is no datetime.
NO_DATE = (ValueError, OverflowError)


class Conditional(Protocol):
    """What decides about a 304."""

    status_code: int
    raw_headers: list[tuple[bytes, bytes]]


def unmodified_fields(
    response: Conditional, request: Mapping[str, Any]
) -> list[tuple[bytes, bytes]] | None:
    """The fields of the 304 that answers the request, None where the response does.

    Preconditions are for a GET or HEAD that would be answered by a 2xx (RFC 9110 13.2.1).
    """
    if request.get("method") not in ("GET", "HEAD"):
        return None
    if not 200 <= response.status_code < 300:
        return None
    validators = dict(response.raw_headers)
    tag = listed_tag(validators.get(b"etag"))
    changed = http_date(validators.get(b"last-modified"))
    if modified(request["headers"], tag, changed):
        return None
    kept = UNMODIFIED_FIELDS if tag else UNMODIFIED_FIELDS | {b"last-modified"}
    return [field for field in response.raw_headers if field[0] in kept]


def modified(request: RawFields, tag: str | None, changed: datetime | None) -> bool:
    """Whether a client with these fields needs the representation (RFC 9110 13.2.2).

    Where it asks for a state that this one is not, it does not ask for a 304 either.
    """
    given = by_name([field for field in request if field[0].startswith(b"if-")])
    match = given.get(b"if-match")
    none_match = given.get(b"if-none-match")
    if match is not None:
        strong = tag if tag and not tag.startswith("W/") else None
        if not matches(match, strong, strong=True):
            return True
    elif changed and later(changed, given.get(b"if-unmodified-since")):
        return True
    if none_match is not None:
        return not matches(none_match, tag)
    since = http_date(given.get(b"if-modified-since"))
    return changed is None or since is None or changed > since


def matches(condition: bytes, tag: str | None, strong: bool = False) -> bool:
    """Whether a condition names the tag, or any (RFC 9110 13.1.1, 13.1.2).

    Tags are compared weakly unless `strong` (8.8.3.2). A malformed list names none.
    """
    text = condition.decode("latin-1").strip(" \t")
    if text == "*":
        return True
    if tag is None or not compiled(WHOLE_TAGS).fullmatch(text):
        return False
    found: list[str] = compiled(WHOLE_TAG).findall(text)
    if strong:
        return tag in found
    return tag.removeprefix("W/") in (each.removeprefix("W/") for each in found)


def listed_tag(field: bytes | None) -> str | None:
    """The tag of an ETag field, None for none."""
    text = b"" if field is None else field
    found = compiled(WHOLE_TAG).fullmatch(text.decode("latin-1"))
    return found[0] if found else None


def later(changed: datetime, condition: bytes | None) -> bool:
    """Whether a change came after the moment that a condition names; what is no date names none."""
    moment = http_date(condition)
    return moment is not None and changed > moment


def http_date(field: bytes | None) -> datetime | None:
    """The moment that a field names in any of its three forms, None for none (RFC 9110 5.6.7)."""
    text = b"" if field is None else field
    try:
        return parse_date(fixdate(text.decode("latin-1").strip(" \t")))
    except NO_DATE:
        return None


def fixdate(text: str) -> str:
    """A date of one of the older forms as an IMF-fixdate; any other text as it is."""
    older = compiled(RFC_850_DATE).fullmatch(text)
    if older:
        weekday, day, month, year, clock = older.groups()
        return f"{weekday[:3]}, {day} {month} {full_year(int(year))} {clock} GMT"
    oldest = compiled(ASCTIME_DATE).fullmatch(text)
    if oldest:
        weekday, month, day, clock, year = oldest.groups()
        return f"{weekday}, {day.replace(' ', '0')} {month} {year} {clock} GMT"
    return text


def full_year(digits: int) -> int:
    """The year of two digits that is at most 50 years ahead, and else the last one (RFC 9110 5.6.7)."""
    now = time.gmtime(time.time()).tm_year
    year = now - now % 100 + digits
    return year - 100 if year > now + 50 else year
