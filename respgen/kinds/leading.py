"""What is known before run time of where URLs may lead, of redirects and of headers.

Goes in: a Destination. Comes out: findings at its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from respgen.core.grammar import compiled
from respgen.core.redirects import HERE, SAME_ORIGIN, destination
from respgen.diagnostics import Finding, quoted
from respgen.rules import r7
from respgen.specs.destinations import Destination
from respgen.specs.origins import Constant, Template

# a host, or its end, at a place (RFC 3986 3.2): "\0" stands for one
_OPEN_HOST = r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?//[^/?#]*\0(?::[0-9]+)?(?:[/?#].*)?"
_LOOPBACK = (
    r"http://(?:localhost|127\.[0-9.]+|\[::1\]|[a-z0-9.\-]+\.localhost)(?::[0-9]+)?"
)


def remarks(of: Destination) -> Iterator[Finding]:
    """What is wrong with origins, with the template and with a fallback that is known."""
    yield from _plain(of)
    if of.template:
        yield from _led(of, of.template)
    if isinstance(of.fallback, Constant) and not _is_home(of, of.fallback.text):
        message = f"the fallback {quoted(of.fallback.text)} leads elsewhere than allow"
        advice = "write a path such as /, or list its origin in allow"
        yield Finding(r7.FALLBACK, message, advice, of.place("fallback"))


def _plain(of: Destination) -> Iterator[Finding]:
    for origin in of.allow:
        if origin.startswith("http:") and not compiled(_LOOPBACK).fullmatch(origin):
            message = f"{origin} is reached without encryption"
            advice = f"write 'https{origin[4:]}'"
            yield Finding(r7.PLAIN_ORIGIN, message, advice, of.place(origin))


def _led(of: Destination, template: Template) -> Iterator[Finding]:
    """What is known of a template before it is filled."""
    texts = template.pattern.texts
    if not of.allow and compiled(_OPEN_HOST).fullmatch("\0".join(texts)):
        message = f"a param decides the host of {quoted(template.pattern.shown)}"
        advice = (
            "write url: {template: ..., allow: [...]} with the origins it may lead to"
        )
        yield Finding(r7.OPEN_HOST, message, advice, of.place("template"))
    if of.allow and not _open(texts) and not may_lead(of, "x".join(texts)):
        message = "the template leads elsewhere than allow, whatever its params are"
        advice = allowing("x".join(texts))
        yield Finding(r7.NEVER_ALLOWED, message, advice, of.place("template"))


def allowing(text: str) -> str:
    """What would allow a URL: of one that can be read in two ways, nothing."""
    match destination(text):
        case None:
            return "write a path such as /, or a whole URL of https"
        case "":
            return "list same_origin in allow"
        case _:
            return "list its origin in allow"


def _open(texts: Sequence[str]) -> bool:
    """Whether a place stands in the scheme or in the host."""
    before = texts[0]
    absolute = "//" in before.partition("?")[0]
    return len(texts) > 1 and (
        not before or (absolute and "/" not in before.split("//", 1)[1])
    )


def _is_home(of: Destination, text: str) -> bool:
    return destination(text) == HERE or may_lead(of, text)


def may_lead(of: Destination, text: str) -> bool:
    """Whether a URL is allowed; the page's own origin is known at run time alone."""
    found = destination(text)
    if SAME_ORIGIN in of.allow and found is not None:
        return True
    return found in of.allow and found != HERE
