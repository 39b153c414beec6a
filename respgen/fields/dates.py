"""Reads and checks headers that say when: Retry-After (RFC 9110 10.2.3), Deprecation (RFC 9745), Sunset (RFC 8594).

Goes in: a date as ISO 8601 writes it (UTC where it names no zone), a duration, or the value on the
wire. Comes out: that value, and what the rules say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from respgen.core.dates import imf_fixdate, parse_date
from respgen.core.durations import parse_duration
from respgen.core.grammar import compiled
from respgen.core.structured import InnerItem, Item, sf_date_value, sf_item
from respgen.core.structured_text import parse_sf_item
from respgen.diagnostics import Finding, Mend
from respgen.fields.clocks import told_moment
from respgen.fields.durations import has_months, meant_duration
from respgen.fields.row import text_field
from respgen.fields.slips import Spelling
from respgen.rules import r2, r5


def moment(text: str) -> datetime | None:
    """Reads an ISO date or date-time; None for any other text, such as digits alone."""
    return None if text.isdigit() else _read(datetime.fromisoformat, text)


def _read(parse: Callable[[str], datetime], text: str) -> datetime | None:
    try:
        found = parse(text)
        zoned = found if found.tzinfo else found.replace(tzinfo=UTC)
        return zoned.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def fixdate(text: str) -> str | None:
    """An ISO date as IMF-fixdate (RFC 9110 5.6.7)."""
    at = moment(text)
    return imf_fixdate(at) if at else None


def _meant_date(text: str) -> str | None:
    """The same of a Unix time, whose digits are those of a day in this century."""
    if compiled(r"@?[0-9]{9,10}").fullmatch(text):
        return imf_fixdate(datetime.fromtimestamp(int(text.lstrip("@")), UTC))
    return fixdate(text)


_SOME_DATE = "write a date in ISO 8601, in quotes, or an IMF-fixdate"


def date_remarks(text: str) -> Iterator[Finding]:
    """RFC 9110 5.6.7."""
    try:
        parse_date(text)
    except ValueError as error:
        mended = _meant_date(text)
        advice = f"write {mended!r}" if mended else date_advice(text)
        yield Finding(r2.DATE, str(error), advice, fix=Mend(mended))


def date_advice(text: str) -> str:
    """For an e-mail's date, too: only its author knows whether its weekday is the mistake."""
    at = moment(text) or _read(told_moment, text)
    return f"write {imf_fixdate(at)!r}" if at else _SOME_DATE


# Retry-After


def _seconds(text: str) -> str | None:
    try:
        return str(parse_duration(text))
    except ValueError:
        return None


def _retry_after(text: str) -> str:
    return text if text.isdigit() else _seconds(text) or fixdate(text) or text


def _retry_remarks(text: str) -> Iterator[Finding]:
    if text.isascii() and text.isdigit():
        return
    try:
        parse_date(text)
    except ValueError:
        message = "neither a number of seconds nor an IMF-fixdate (RFC 9110 10.2.3)"
        if has_months(text):
            advice = (
                f"write days, such as {meant_duration(text)}: months differ in length"
            )
            yield Finding(r2.RETRY_AFTER, message, advice)
            return
        wait = _seconds(text) or meant_duration(text)
        mended = wait or _seconds(text.replace(" ", "")) or _meant_date(text)
        advice = _retry_advice(text, mended)
        yield Finding(r2.RETRY_AFTER, message, advice, fix=Mend(mended))


def _retry_advice(text: str, known: str | None) -> str:
    advice = f"write {known}" if known else date_advice(text)
    return "write seconds in digits, or a date" if advice == _SOME_DATE else advice


# Age


def _age(text: str) -> str:
    return _seconds(text) or text


def _age_remarks(text: str) -> Iterator[Finding]:
    if not (text.isascii() and text.isdigit()):
        message = "not a whole number of seconds, without a sign (RFC 9111 5.1)"
        meant = meant_duration(text)
        advice = f"write {meant or 'seconds in digits'}"
        yield Finding(r2.FIELD_VALUE, message, advice)


# Deprecation and Sunset


def _deprecation(text: str) -> str:
    if at := moment(text):
        return _sf_date(at)
    found = _item(text)
    return text if found is None else sf_item("", found).decode("ascii")


def _sf_date(at: datetime) -> str:
    return sf_date_value("", at).decode("ascii")


def _item(text: str) -> InnerItem | None:
    try:
        return parse_sf_item(text)
    except ValueError:
        return None


def deprecated(text: str) -> datetime | None:
    """Since when; None where the text does not say it (RFC 9745 2.1)."""
    found = _item(text)
    bare = found.value if isinstance(found, Item) else found
    return bare if isinstance(bare, datetime) else None


def _deprecation_remarks(text: str) -> Iterator[Finding]:
    if deprecated(text) is None:
        mended = _meant(text)
        message = "not a structured date, which is @ and the seconds since 1970"
        advice = (
            f"write {mended!r}" if mended else "write a date in ISO 8601, in quotes"
        )
        yield Finding(r5.DEPRECATION, message, advice, fix=Mend(mended))


def _meant(text: str) -> str | None:
    """Reads a date in another form, or seconds that have too many digits for a day."""
    if text.isascii() and text.isdigit():
        return f"@{text}" if len(text) in (9, 10) else None

    at = moment(text) or _read(parse_date, text)
    return _sf_date(at) if at else None


def _sunset(text: str) -> str:
    return fixdate(text) or text


# Fields that are an IMF-fixdate


def _expires(text: str) -> Iterator[Finding]:
    """ "0" is a moment that has passed (RFC 9111 5.3)."""
    if lifetime := meant_duration(text):
        message = "a duration, where only a date can stand (RFC 9111 5.3)"
        advice = f"write Cache-Control: {{max_age: {lifetime}}} instead of Expires"
        yield Finding(r2.DATE, message, advice)
    elif compiled("-[0-9]+").fullmatch(text):
        message = "no date: recipients take it for one that has passed (RFC 9111 5.3)"
        yield Finding(r2.DATE, message, "write 0", fix=Mend("0"))
    elif text.lower() in ("now", "epoch"):
        message = f"{text} is no date (RFC 9111 5.3)"
        yield Finding(r2.DATE, message, "write 0: it has already expired")
    elif text != "0":
        yield from date_remarks(text)


_DATE = "a date such as 2026-01-31"
_OF_DATES = Spelling(dates=True)
_OF_SECONDS = Spelling(dates=True, seconds=True)

DATES = (
    text_field(
        *("Date", "Last-Modified", "Memento-Datetime"),
        about="A moment, such as Sun, 06 Nov 1994 08:49:37 GMT (RFC 9110 5.6.7).",
        judge=date_remarks,
        spelling=_OF_DATES,
    ),
    text_field(
        "Expires",
        about="When the response becomes stale; 0: it already is (RFC 9111 5.3).",
        judge=_expires,
        spelling=_OF_DATES,
    ),
    text_field(
        "Age",
        about="How long ago it was made: seconds, or a duration such as 2m (RFC 9111 5.1).",
        judge=_age_remarks,
        respell=_age,
        spelling=_OF_SECONDS,
        expected="seconds, or a duration such as 2m",
    ),
    text_field(
        "Retry-After",
        about="When to come back: seconds, a duration such as 2m, or a date (RFC 9110 10.2.3).",
        judge=_retry_remarks,
        respell=_retry_after,
        spelling=_OF_SECONDS,
        expected="seconds, a duration such as 2m, or a date",
    ),
    text_field(
        "Deprecation",
        about="Since when the resource is, or will be, deprecated: an ISO date (RFC 9745).",
        judge=_deprecation_remarks,
        respell=_deprecation,
        spelling=_OF_DATES,
        expected=_DATE,
    ),
    text_field(
        "Sunset",
        about="When the resource will be gone: an ISO date (RFC 8594).",
        judge=date_remarks,
        respell=_sunset,
        spelling=_OF_DATES,
        expected=_DATE,
    ),
)
