"""What the fields of a known grammar may hold.

Goes in: a field's name and a value that is a field value. Comes out: findings about it.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from respgen.core.grammar import TOKEN, compiled
from respgen.core.values import (
    OPAQUE_TAG,
    imf_fixdate,
    parse_date,
    parse_duration,
    parse_etag,
)
from respgen.diagnostics import Fix, Replace, Span
from respgen.grammars import GRAMMARS, Remark, part_name
from respgen.resolve.checks.finding import Finding
from respgen.resolve.specs import ConstantHeader
from respgen.rules import r2
from respgen.vocabulary import fields


def constant_findings(header: ConstantHeader) -> Iterator[Finding]:
    """Nothing, where the field has no grammar here."""
    yield from value_findings(header.name, header.value)
    for remark in _remarks(header.name, header.value):
        yield _found(remark, header)


def value_findings(name: str, value: str) -> Iterator[Finding]:
    """What is wrong in the value as a whole."""
    check = _CHECKS.get(name.lower())
    if check:
        yield from check(name, value)


def default_findings(name: str, value: str) -> Iterator[Finding]:
    """As `constant_findings`, of the value on the wire that a parameter's default has."""
    yield from value_findings(name, value)
    for remark in _remarks(name, value):
        yield Finding(remark.rule, f"{name}: {remark.message}", remark.advice)


def _remarks(name: str, value: str) -> Iterator[Remark]:
    grammar = GRAMMARS.get(name.lower())
    yield from grammar.remarks(value) if grammar else ()


def _found(remark: Remark, header: ConstantHeader) -> Finding:
    """A remark at the part that it is about, or the nearest around it whose place is known."""
    names = tuple(map(part_name, remark.part))
    above = (names[:length] for length in range(len(names), 0, -1))
    places = (header.parts[part] for part in above if part in header.parts)
    key_span, span = next(places, (header.value_span, header.value_span))
    place = key_span if remark.at_key else span
    message = f"{header.name}: {remark.message}"
    return Finding(
        remark.rule, message, remark.advice, place, _fix(remark, header, place)
    )


def _fix(remark: Remark, header: ConstantHeader, place: Span) -> Fix | None:
    """The part alone where it was written on its own, the whole text where it was not."""
    if not header.parts and remark.mended is not None:
        return Replace(header.value_span, remark.mended)
    own = tuple(map(part_name, remark.part)) in header.parts
    if own and remark.instead is not None:
        return Replace(place, remark.instead)
    return None


def _date(name: str, value: str) -> Iterator[Finding]:
    """RFC 9110 5.6.7; "0" in Expires is a moment that has passed (RFC 9111 5.3)."""
    if name.lower() == "expires" and value == "0":
        return
    try:
        parse_date(value)
    except ValueError as error:
        yield Finding(r2.DATE, f"{name}: {error}", _date_help(value))


def _date_help(value: str) -> str:
    moment = _moment(value)
    return f"write {imf_fixdate(moment)!r}" if moment else ""


def _moment(value: str) -> datetime | None:
    """What an ISO 8601 or another e-mail style date names, in UTC; None where it names nothing."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(value)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(
                UTC
            )
        except (ValueError, OverflowError):
            continue
    return None


def _entity_tag(name: str, value: str) -> Iterator[Finding]:
    """RFC 9110 8.8.3."""
    try:
        parse_etag(value)
    except ValueError as error:
        bare = value.removeprefix("W/").removeprefix("w/").strip("\"'")
        mended = f"write '\"{bare}\"', the double quotes are part of the value"
        help_line = (
            mended
            if compiled(OPAQUE_TAG).fullmatch(bare) and bare.isprintable()
            else ""
        )
        yield Finding(r2.ENTITY_TAG, f"{name}: {error}", help_line)


def _retry_after(name: str, value: str) -> Iterator[Finding]:
    """RFC 9110 10.2.3: delay-seconds or a date."""
    if value.isascii() and value.isdigit():
        return
    try:
        parse_date(value)
    except ValueError:
        message = f"{name}: neither seconds nor an IMF-fixdate (RFC 9110 10.2.3)"
        yield Finding(r2.RETRY_AFTER, message, _retry_help(value))


def _retry_help(value: str) -> str:
    try:
        return f"write '{parse_duration(value.replace(' ', ''))}'"
    except ValueError:
        return _date_help(value) or "write the seconds to wait, such as '120'"


def _vary(name: str, value: str) -> Iterator[Finding]:
    """RFC 9110 12.5.5: `*`, or names of request fields."""
    members = [member.strip(" \t") for member in value.split(",")]
    if "*" in members and len(members) > 1:
        message = (
            f"{name}: * says that every response differs, names beside it say nothing"
        )
        yield Finding(r2.VARY, message, "write * alone, or the names alone")
    for member in members:
        if not compiled(TOKEN).fullmatch(member):
            yield Finding(
                r2.VARY,
                f"{name}: {member!a} is no field name",
                "write names of request fields with commas between them",
            )


# What browsers run or show as the site's own page; they skip tabs when they read an address.
_SCRIPT = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)
# For a browser a backslash is a slash, and two of them begin a host (WHATWG URL 4.4)
_ANOTHER_HOST = re.compile(r"[/\\]{2}")


def _location(name: str, value: str) -> Iterator[Finding]:
    address = value.replace("\t", "").lstrip()
    if match := _SCRIPT.match(address):
        yield Finding(
            r2.LOCATION_SCRIPT,
            f"{name}: {match[0]} is no address to go to, it is content to run",
            "write an http or https address, or a path",
        )
    elif _ANOTHER_HOST.match(address):
        yield Finding(
            r2.LOCATION_RELATIVE,
            f"{name}: two slashes begin another host, reached by whatever scheme the page has",
            (
                f"write {'https:' + address!r} if another host is meant, else a path with one slash"
                if address.startswith("//")
                else "write a path with one slash"
            ),
        )


_CHECKS: dict[str, Callable[[str, str], Iterator[Finding]]] = {
    **dict.fromkeys(fields.DATES, _date),
    "etag": _entity_tag,
    "retry-after": _retry_after,
    "vary": _vary,
    "location": _location,
}
