"""A policy -> one without what the observatory minds, everything else as it was."""

from __future__ import annotations

import json

from respgen.fields.csp import NONCE_PLACE, PolicyDirective, policies, serialised
from respgen.grade.csp import BROAD, EVAL, INLINE, STRICT, ignored, trusts
from respgen.grade.csp_policies import NONE, InvalidPolicyError, Sources, observed

# what each costs points for, in the directive itself or in default-src where it is silent
_COSTLY = {
    "script-src": BROAD | INLINE | {EVAL},
    "object-src": BROAD,
    "style-src": frozenset({EVAL}),
}
_NEEDED = (
    PolicyDirective("script-src", ("'self'",)),
    PolicyDirective("object-src", (NONE,)),
)


def mended(text: str) -> str | None:
    """The text of one policy that costs no points; None for several, and for what cannot be read."""
    try:
        observed(text)
    except InvalidPolicyError:
        return None
    policy, *others = policies(text)
    if others:
        return None
    names = {directive.name for directive in policy}
    needed = () if "default-src" in names else _NEEDED
    added = [directive for directive in needed if directive.name not in names]
    better = [_mended(directive, names) for directive in policy]
    return serialised([(*better, *added)])


def nonced(text: str) -> str:
    """A policy with a place for a nonce as the mapping that makes one; empty where it has none."""
    if NONCE_PLACE not in text:
        return ""
    (policy,) = policies(text)
    names = ", ".join(each.name for each in policy if NONCE_PLACE in each.values)
    parts = (f"{each.name}: {_listed(each.values)}" for each in policy)
    return f"{{{', '.join(parts)}, nonce: [{names}]}}"


def _mended(directive: PolicyDirective, names: set[str]) -> PolicyDirective:
    roles = {directive.name}
    if directive.name == "default-src":
        roles |= _COSTLY.keys() - names
    sources = [_over_tls(each) for each in directive.values]
    kept = [each for each in sources if not _costs(each, directive.values, roles)]
    if sources and not kept:
        kept = [NONE if directive.name == "object-src" else "'self'"]
    return PolicyDirective(directive.name, tuple(kept))


def _over_tls(source: str) -> str:
    return f"https:{source[5:]}" if source.lower().startswith("http:") else source


def _costs(written: str, sources: Sources, roles: set[str]) -> bool:
    source, known = written.lower(), tuple(map(str.lower, sources))
    script = "script-src" in roles
    if source in ignored(known, script=script):
        return False
    unbound = script and source == STRICT and not trusts(known)
    minded = any(source in _COSTLY.get(role, ()) for role in roles)
    return unbound or minded or source.startswith("ftp:")


def _listed(sources: Sources) -> str:
    """A list in YAML; a directive that stands alone is true."""
    others = [each for each in sources if each != NONCE_PLACE]
    return json.dumps(others) if sources else "true"
