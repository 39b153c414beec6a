"""Fields that browsers have retired, and those that mean nothing in a response: R627, R628.

Goes in: a header, whatever its value. Comes out: a finding about its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.diagnostics import Finding, Remove
from respgen.fields.feature_policy import as_permissions
from respgen.rules import r6
from respgen.specs import Constant, HeaderSpec, wire

_RETIRED = {
    "expect-ct": "browsers ask for logged certificates anyway, and read it no more",
    "public-key-pins": "browsers read pins no more: they locked people out",
    "public-key-pins-report-only": "browsers read pins no more: they locked people out",
}


def retired_findings(header: HeaderSpec) -> Iterator[Finding]:
    """Nothing, where the field is in use."""
    lower = header.name.lower()
    if lower in _RETIRED:
        # an argument may be given somewhere, so its author takes it away
        fix = Remove(header.span) if isinstance(header.origin, Constant) else None
        message = f"{header.name}: {_RETIRED[lower]}"
        yield Finding(r6.RETIRED, message, "take it away", fix=fix)
    elif lower == "feature-policy":
        message = f"{header.name} became Permissions-Policy, with another syntax"
        yield Finding(r6.RETIRED, message, _successor(header))
    elif lower == "pragma":
        message = f"{header.name} means nothing in a response, whatever it says"
        advice = "take it away: Cache-Control says what caches may do"
        yield Finding(r6.OUTDATED, message, advice)


def _successor(header: HeaderSpec) -> str:
    """Permissions-Policy with the same meaning, if the value has one."""
    value = wire.known(header).constant or ""
    meant = as_permissions(value)
    return f"write Permissions-Policy: {meant or 'geolocation=(self)'}"
