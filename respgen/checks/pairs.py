"""Checks what the headers of one response say together, if their texts are known.

Goes in: a response. Comes out: findings at the header that should give way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from respgen.checks import security
from respgen.checks.constants import Texts, texts
from respgen.core.dates import parse_date
from respgen.diagnostics import Finding
from respgen.fields.content_encoding import CODINGS
from respgen.fields.content_range import is_unsatisfied
from respgen.fields.dates import deprecated
from respgen.fields.directives import Directive, directives
from respgen.fields.members import members
from respgen.kinds import KINDS
from respgen.rules import r2, r4, r5
from respgen.specs import ResponseSpec, wire
from respgen.specs.wire import Presence


def pair_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports on every pair that the response has."""
    known = texts(response)
    yield from together(known)
    for check in _CHECKS:
        yield from check(response, known)


def together(known: Texts) -> Iterator[Finding]:
    """Reports on the pairs that disagree whatever else is sent."""
    for check in _ALONE:
        yield from check(known)


def _caching(known: Texts) -> dict[str, str | None]:
    """Reads the directives of Cache-Control; none if it is not sent, or malformed."""
    header = known.get("cache-control")
    try:
        found = directives(header.value, ",") if header else ()
    except ValueError:
        found = ()
    return dict(map(_pair, found))


def _pair(directive: Directive) -> tuple[str, str | None]:
    return directive.name, directive.argument


def _public_cookie(response: ResponseSpec, known: Texts) -> Iterator[Finding]:
    """RFC 9111 7.3: a shared cache hands a stored Set-Cookie to everybody."""
    cookies = wire.cookies(response.cookies)
    always = [each.use for each in cookies if each.presence is Presence.ALWAYS]
    if always and "public" in _caching(known):
        header = known["cache-control"]
        message = (
            f"{header.name}: public, but every response sets {always[0].cookie.key}:"
            " shared caches give everyone the same cookie"
        )
        advice = "write private, or list the cookie without set: always"
        place = header.place("public", at_key=True)
        yield Finding(r4.PUBLIC_COOKIE, message, advice, place)


def _public_cookies(response: ResponseSpec, known: Texts) -> Iterator[Finding]:
    """RFC 9111 7.3, of cookies that the class sets where its user says so."""
    cookies, caching = wire.cookies(response.cookies), _caching(known)
    always = any(each.presence is Presence.ALWAYS for each in cookies)
    named = (caching.get("no-cache") or "") + (caching.get("private") or "")
    if not cookies or always or "public" not in caching:
        return
    if "set-cookie" not in named.lower():
        header, key = known["cache-control"], cookies[0].use.cookie.key
        message = f"{header.name}: public, but the class can set {key}: shared caches would give it to everyone"
        advice = "write private, or list the cookie on a class that is not cached"
        place = header.place("public", at_key=True)
        yield Finding(r4.PUBLIC_COOKIES, message, advice, place)


def _coding(response: ResponseSpec, known: Texts) -> Iterator[Finding]:
    """RFC 9110 8.4: clients decode what nothing has encoded."""
    header = known.get("content-encoding")
    plain = response.renderer.name in _PLAIN and "render" not in response.inherits
    if header is None or not plain or not KINDS[response.kind].renders:
        return
    if any(each.lower() in CODINGS for each in members(header.value)):
        message = f"{header.name}: nothing encodes the body with {header.value}, so no client can read it"
        advice = "remove it: a middleware or a proxy that compresses adds it itself"
        yield Finding(r2.CODING, message, advice, header.span)


_PLAIN = ("json", "html", "text")


def _expires(known: Texts) -> Iterator[Finding]:
    """RFC 9111 5.3: a date in a schema is in the past, or does not agree with an age."""
    header, caching = known.get("expires"), _caching(known)
    past = _is_past(header.value) if header else None
    said = next((name for name in _AGES if name in caching), None)
    if header is None or past is None or said is None:
        return
    age = (caching[said] or "").strip("0")
    # a fixed date agrees with no age; one that has passed agrees with none at all
    if not past or age:
        directive = said if caching[said] is None else f"{said}={caching[said]}"
        message = f"{header.name}: disagrees with {directive}, which current caches obey instead"
        advice = "remove Expires" if age else 'remove Expires, or write "0"'
        yield Finding(r4.EXPIRES, message, advice, header.span)


_AGES = ("max-age", "s-maxage", "no-store", "no-cache")
# what an Expires before it means is "long ago", whenever the schema is read
_LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


def _is_past(value: str) -> bool | None:
    """Tells whether the time in Expires has passed; None if it has no time."""
    if value == "0":
        return True
    at = _date(value)
    return at < _LONG_AGO if at else None


def _date(value: str) -> datetime | None:
    try:
        return parse_date(value)
    except ValueError:
        return None


def _sunset(known: Texts) -> Iterator[Finding]:
    """RFC 9745 4: nothing is gone before it is deprecated."""
    sunset, deprecation = known.get("sunset"), known.get("deprecation")
    gone = _date(sunset.value) if sunset else None
    since = deprecated(deprecation.value) if deprecation else None
    if sunset and gone and since and gone < since:
        message = f"{sunset.name}: must not be before {since:%Y-%m-%d}, the date in Deprecation"
        advice = "write a later date, or an earlier one in Deprecation"
        yield Finding(r5.SUNSET, message, advice, sunset.span)


def _range(response: ResponseSpec, known: Texts) -> Iterator[Finding]:
    """RFC 9110 15.3.7, 15.5.17: the status says whether a part is sent."""
    header = known.get("content-range")
    none = is_unsatisfied(header.value) if header else None
    if header and none is not None and _PARTS.get(response.status_code, none) != none:
        what = (
            "sends a part, but this says that there is none"
            if none
            else "sends no part, but this is one"
        )
        message = f"{header.name}: {response.status_code} {what}"
        advice = "{first: 0, last: 99, complete: 1234}" if none else "{complete: 1234}"
        yield Finding(r2.RANGE_STATUS, message, f"write {advice}", header.span)


# whether Content-Range must say that no part is sent
_PARTS = {206: False, 416: True}

_ALONE: tuple[Callable[[Texts], Iterator[Finding]], ...] = (
    _expires,
    _sunset,
    security.frames,
    security.credentials,
)
_CHECKS: tuple[Callable[[ResponseSpec, Texts], Iterator[Finding]], ...] = (
    _public_cookie,
    _public_cookies,
    _coding,
    security.report_to,
    security.endpoints,
    _range,
)
