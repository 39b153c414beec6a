"""Dates as e-mails and people tell them: `Tue, 6 Nov 2029 11:59 PM CET`.

Goes in: a text that is no date of HTTP. Comes out: the moment that it names. Many zones share their
letters (BST, CST, IST), so that only those are known whose name has one meaning.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from respgen.core.grammar import compiled

_CLOCK = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:[ \t]*([AaPp])\.?[Mm]\b\.?)?"
_OFFSET = r"([+-])([0-9]{1,2})(?::?([0-9]{2}))?"
_REST = rf"(?i)[ \t]*([0-9]{{4}}\b)?[ \t]*([A-Z]+)?(?:{_OFFSET})?[ \t]*(?:\([^()]*\))?"
_ZONES = {
    0: "GMT UTC UT Z WET",
    1: "CET",
    2: "CEST EET",
    3: "EEST MSK",
    9: "JST",
    -4: "EDT",
    -5: "EST",
    -6: "MDT",
    -7: "MST PDT",
    -8: "PST",
}
_HOURS = {name: hours for hours, names in _ZONES.items() for name in names.split()}
_NOON = 12


def told_moment(text: str) -> datetime:
    """The moment, in GMT where no zone is named. Raises ValueError for other texts."""
    from email.utils import parsedate_to_datetime  # loads sockets

    match = compiled(_CLOCK).search(text)
    if match is None:
        return parsedate_to_datetime(text)
    rest = compiled(_REST).fullmatch(text, match.end())
    if rest is None:
        raise ValueError("words behind the time that are no zone")
    clock = f"{_hour(match[1], match[4])}:{match[2]}:{match[3] or '00'}"
    zone = _zone(rest[2] or "GMT", rest[3], rest[4], rest[5])
    told = f"{text[:match.start()]}{clock} {rest[1] or 'GMT'}"
    return parsedate_to_datetime(told).replace(tzinfo=zone)


def _hour(hour: str, half: str | None) -> int:
    """The hour of 24. Raises ValueError for one that the half of a day does not have."""
    if half is None:
        return int(hour)
    if not 1 <= int(hour) <= _NOON:
        raise ValueError(f"{hour} is no hour of 12")
    return int(hour) % _NOON + (_NOON if half in "Pp" else 0)


def _zone(name: str, sign: str | None, hours: str, minutes: str | None) -> timezone:
    """A zone. Raises ValueError for a name that has several meanings, or none."""
    if name.upper() not in _HOURS:
        raise ValueError(f"{name} is no zone, or several")
    if sign is None:
        offset = timedelta(hours=_HOURS[name.upper()])
        return timezone(offset) if offset else UTC
    if _HOURS[name.upper()]:
        raise ValueError("a zone, and an offset that may be from it")
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-offset if sign == "-" else offset)
