"""Reports headers that browsers have retired: R627, R628.

Goes in: a header, whatever its value, or those next to it. Comes out: a finding about its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from respgen.diagnostics import Finding, Remove, Span
from respgen.fields.feature_slips import UnclearError, meant_policy
from respgen.rules import r6
from respgen.specs import Constant, HeaderSpec, wire

_RETIRED = {
    "expect-ct": "browsers no longer read it: they always require logged certificates",
    "public-key-pins": "browsers no longer read pins, which locked people out of their own sites",
    "public-key-pins-report-only": "browsers no longer read pins, which locked people out of their own sites",
}


def retired_findings(header: HeaderSpec) -> Iterator[Finding]:
    """Reports a header that is no longer in use."""
    lower = header.name.lower()
    if lower in _RETIRED:
        # code may pass the argument, so its author removes it
        fix = Remove(header.span) if isinstance(header.origin, Constant) else None
        message = f"{header.name}: {_RETIRED[lower]}"
        yield Finding(r6.RETIRED, message, "remove it", fix=fix)
    elif lower == "feature-policy":
        message = (
            f"{header.name} became Permissions-Policy, which has a different syntax"
        )
        yield Finding(r6.RETIRED, message, _successor(header))


def pragma(headers: Iterable[HeaderSpec]) -> Iterator[tuple[Finding, Span]]:
    """Reports Pragma, but next to no-store: OAuth asks for both (RFC 6749 5.1)."""
    by_name = {header.name.lower(): header for header in headers}
    header, caching = by_name.get("pragma"), by_name.get("cache-control")
    if header is None:
        return
    # what run time sends may be no-store
    sent = (wire.known(caching).constant or "no-store") if caching else ""
    if "no-store" not in sent:
        message = f"{header.name} means nothing in a response"
        advice = "remove it: Cache-Control says what caches may do"
        yield Finding(r6.OUTDATED, message, advice), header.span


def _successor(header: HeaderSpec) -> str:
    """Suggests the Permissions-Policy of the same meaning, if there is one."""
    try:
        meant = meant_policy(header.name, wire.known(header).constant or "")
    except UnclearError:
        return (
            "send Permissions-Policy: each feature with = and a list, such as camera=()"
        )
    return f"write Permissions-Policy: {meant.text}"
