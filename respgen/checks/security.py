"""Checks what the security headers of one response say together: R621, R622, R626, R628.

Goes in: a response, and its headers that are known before run time. Comes out: findings at the
header that should give way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from respgen.checks.constants import Text, Texts
from respgen.core.structured import InnerList, Item
from respgen.core.structured_text import parse_sf_dict
from respgen.diagnostics import Finding, nearest
from respgen.fields import csp
from respgen.fields.endpoints import endpoint_names
from respgen.fields.isolation import endpoint
from respgen.fields.members import members
from respgen.fields.network_errors import group
from respgen.fields.report_to import groups
from respgen.rules import r6
from respgen.specs import ResponseSpec

_SAME_FRAMES = {"deny": (("'none'",), ()), "sameorigin": (("'self'",),)}


def frames(known: Texts) -> Iterator[Finding]:
    """CSP3 6.4.2.2: browsers ignore X-Frame-Options next to frame-ancestors."""
    header, policy = known.get("x-frame-options"), known.get(_POLICY)
    same = _SAME_FRAMES.get(header.value.lower()) if header else None
    ancestors = _directives(policy, "frame-ancestors")
    # of several policies each forbids something, which no one word can say
    if header and same and len(ancestors) == 1 and ancestors[0] not in same:
        shown = " ".join(ancestors[0]) or "'none'"
        message = f"{header.name}: {header.value} disagrees with frame-ancestors {shown}, which browsers obey instead"
        yield Finding(r6.FRAMES, message, _frames_advice(ancestors[0]), header.span)


def _frames_advice(ancestors: tuple[str, ...]) -> str:
    for word, same in _SAME_FRAMES.items():
        if ancestors in same:
            return f"write {word.upper()}, or remove it"
    return "remove it: frame-ancestors is enough"


_POLICY = "content-security-policy"


def _directives(header: Text | None, name: str) -> list[tuple[str, ...]]:
    """Collects the values of a directive from each of the header's policies that has it."""
    found = csp.policies(header.value) if header else ()
    given = (csp.first_of(policy) for policy in found)
    return [values[name] for values in given if name in values]


_WILD = (
    "access-control-allow-origin",
    "access-control-allow-methods",
    "access-control-allow-headers",
    "access-control-expose-headers",
)


def credentials(known: Texts) -> Iterator[Finding]:
    """Fetch 3.3.5: * is not a wildcard in responses with credentials."""
    allowed = known.get("access-control-allow-credentials")
    if allowed is None or allowed.value != "true":
        return
    for name in _WILD:
        header = known.get(name)
        if header and "*" in members(header.value):
            message = f"{header.name}: * next to {allowed.name} is not a wildcard"
            advice = "name each, or remove Access-Control-Allow-Credentials"
            yield Finding(r6.CREDENTIALS, message, advice, header.span)


def report_to(response: ResponseSpec, known: Texts) -> Iterator[Finding]:
    """Report-To is only for NEL, which reads no other header."""
    headers = {header.name.lower(): header for header in response.headers}
    header = headers.get("report-to")
    if header and "nel" not in headers:
        message = f"{header.name} is out of date: only NEL reads it"
        advice = "write Reporting-Endpoints"
        yield Finding(r6.OUTDATED, message, advice, header.span)


def endpoints(response: ResponseSpec, known: Texts) -> Iterator[Finding]:
    """Compares the endpoints that policies name with those that the same response declares.

    A response that declares none is not reported: a proxy may add them.
    """
    declared = _declared(known)
    unknown = {"reporting-endpoints", "report-to"} & _unknown(response, known)
    if not declared or unknown:
        return
    for header, name in _named(known):
        if name not in declared:
            message = (
                f"{header.name}: the endpoint {name!a} is not declared in this response"
            )
            advice = nearest(name, declared) or f"add {name!a} to Reporting-Endpoints"
            place = header.place("report-to")
            yield Finding(r6.ENDPOINT, message, advice, place)


def _unknown(response: ResponseSpec, known: Texts) -> set[str]:
    """Names the headers whose text is known only at run time."""
    return {header.name.lower() for header in response.headers} - {*known}


def _declared(known: Texts) -> frozenset[str]:
    header = known.get("reporting-endpoints")
    names = endpoint_names(header.value) if header else frozenset()
    older = known.get("report-to")
    return names | frozenset(groups(older.value) if older else ())


_Named: TypeAlias = Iterator[tuple[Text, str]]
_ISOLATION = ("cross-origin-opener-policy", "cross-origin-embedder-policy")


def _named(known: Texts) -> _Named:
    """Yields each header that asks for reports, with the endpoint it names."""
    for base in (_POLICY, "permissions-policy", *_ISOLATION):
        for name in (base, f"{base}-report-only"):
            header = known.get(name)
            yield from (
                ((header, each) for each in _names(base, header)) if header else ()
            )
    nel = known.get("nel")
    reported = group(nel.value) if nel and "report-to" in known else None
    if nel and reported:
        yield nel, reported


def _names(base: str, header: Text) -> list[str]:
    if base == _POLICY:
        return [name for names in _directives(header, "report-to") for name in names]
    if base in _ISOLATION:
        name = endpoint(header.value)
        return [name] if name else []
    return [*_of_features(header.value)]


def _of_features(text: str) -> Iterator[str]:
    try:
        found = parse_sf_dict(text).values()
    except ValueError:
        return
    for member in found:
        params = member.params if isinstance(member, Item | InnerList) else {}
        if isinstance(name := params.get("report-to"), str):
            yield name
