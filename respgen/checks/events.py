"""Checks event streams (WHATWG HTML 9.2): rules R710 to R715.

Goes in: a response. Comes out: findings about what browsers, caches and proxies make of its events.
"""

from collections.abc import Iterator

from respgen.checks.constants import Texts, texts
from respgen.diagnostics import Finding, KeyPath
from respgen.fields.directives import directives
from respgen.kinds import KINDS
from respgen.kinds.kind import PING
from respgen.renderers import RENDERERS
from respgen.rules import r7
from respgen.specs import ResponseSpec
from respgen.vocabulary.media_types import essence

_EVENT_STREAM = "text/event-stream"


def event_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports on a stream of events, whoever makes them."""
    if not KINDS[response.kind].streams or "render" in response.inherits:
        return
    is_labelled = essence(response.media_type) == _EVENT_STREAM
    if RENDERERS[response.renderer.name].events:
        if not is_labelled:
            yield from _label(response)
        yield from _names(response)
        yield from _ping(response)
    if is_labelled:
        known = texts(response)
        yield from _status(response)
        yield from _stored(known)
        yield from _gathered(known)


def _label(response: ResponseSpec) -> Iterator[Finding]:
    """9.2.2: with another Content-Type the connection fails."""
    if place := _place(response, "media_type", "render", "kind"):
        message = (
            f"browsers refuse an event stream whose media type is {response.media_type}"
        )
        advice = f"leave media_type out: render: sse implies {_EVENT_STREAM}"
        yield Finding(r7.EVENTS_LABEL, message, advice, place)


def _status(response: ResponseSpec) -> Iterator[Finding]:
    """9.2.2: the same with another status."""
    place = _place(response, "status_code", "kind")
    if place and response.status_code != 200:
        message = f"browsers refuse an event stream with {response.status_code}, and do not connect again"
        advice = "leave status_code out: streams of events have 200"
        yield Finding(r7.EVENTS_STATUS, message, advice, place)


_OWN = {
    "error": "browsers have an event 'error' themselves, for a connection that is lost",
    "open": "browsers have an event 'open' themselves, for a connection that is made",
}
"""9.2.3: the events that an EventSource has by itself."""


def _names(response: ResponseSpec) -> Iterator[Finding]:
    events = RENDERERS[response.renderer.name].events
    named = events.named(response.renderer.options) if events else ()
    for each in named if "render" in response.spans else ():
        if each.name in _OWN:
            advice = f"write another name, such as {each.name}ed"
            yield Finding(r7.EVENT_NAME, _OWN[each.name], advice, each.key)


_PATIENCE = 60
"""Seconds after which nginx, and the load balancers of clouds, end a silent connection."""


def _ping(response: ResponseSpec) -> Iterator[Finding]:
    ping = KINDS[response.kind].ping(response.options)
    if PING in response.spans and ping is not None and ping >= _PATIENCE:
        message = f"a ping after {ping} seconds is late: many proxies end a connection after {_PATIENCE}"
        yield Finding(r7.LATE_PING, message, "write ping: 15s", (PING,))


def _stored(known: Texts) -> Iterator[Finding]:
    """RFC 9111 3: what may be stored is served again, long after it happened."""
    header = known.get("cache-control")
    try:
        found = directives(header.value, ",") if header else ()
    except ValueError:
        return
    given = {each.name: each.argument for each in found}
    storing = [name for name in given if name in _STORING and given[name] != "0"]
    if header and storing and not given.keys() & {"no-store", "no-cache"}:
        message = f"{header.name}: {storing[0]} lets caches keep an event stream, and serve old events"
        advice = "write {no_store: true}, or leave it out"
        yield Finding(r7.EVENTS_STORED, message, advice, header.span)


_STORING = ("max-age", "s-maxage", "public", "immutable")


def _gathered(known: Texts) -> Iterator[Finding]:
    header = known.get("x-accel-buffering")
    if header and header.value.lower() == "yes":
        message = f"{header.name}: yes makes nginx hold events back until it has a buffer full"
        advice = f'write {header.name}: "no"'
        yield Finding(r7.EVENTS_GATHERED, message, advice, header.span)


def _place(response: ResponseSpec, *keys: str) -> KeyPath:
    """Where it stands; nowhere if a parent says it."""
    return next(((key,) for key in keys if key in response.spans), ())
