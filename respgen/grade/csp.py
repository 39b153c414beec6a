"""Content-Security-Policy -> what the observatory finds in it.

Reference: see `respgen.grade.results` (src/analyzer/tests/csp.js). The checks stand in the order in
which it makes them: the first that finds something decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from respgen.grade import results
from respgen.grade.csp_policies import (
    NONE,
    EffectivePolicy,
    InvalidPolicyError,
    Sources,
    observed,
)
from respgen.grade.results import Result

BROAD = frozenset(
    {"*", "ftp:", "http:", "https:"}
    | {"http://*", "http://*.*", "https://*", "https://*.*"}
)
INLINE = frozenset({"'unsafe-inline'", "data:"})
EVAL = "'unsafe-eval'"
STRICT = "'strict-dynamic'"
_PASSIVE = ("img-src", "media-src")
_TRUSTED = ("'nonce-", "'sha256-", "'sha384-", "'sha512-")
_INSECURE = ("http:", "ftp:")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; `about` names the first place. `framed` says that frame-ancestors stands there."""

    result: Result
    about: str = ""
    framed: bool = False


def judged(text: str | None, *, report_only: bool = False) -> Verdict:
    """What the observatory says of a field's value, None where it is not sent."""
    if text is None:
        return Verdict(results.CSP_REPORT_ONLY if report_only else results.CSP_ABSENT)
    try:
        read = observed(text)
    except InvalidPolicyError as error:
        return Verdict(results.CSP_INVALID, str(error))
    result, about = _first(_effective(read.policy))
    if result.passes and read.repeated:
        result, about = results.CSP_REPEATED, ", ".join(sorted(read.repeated))
    return Verdict(result, about, "frame-ancestors" in read.policy)


def _first(policy: EffectivePolicy) -> tuple[Result, str]:
    for result, check in _CHECKS:
        for about in check(policy):
            return result, about
    nothing = policy.get("default-src") == (NONE,)
    return results.CSP_NONE_BY_DEFAULT if nothing else results.CSP_SAFE, ""


# The checks: each yields what it minds


def _untrusted(policy: EffectivePolicy) -> Iterator[str]:
    """CSP 3, 8.2: without a nonce or a hash no script may load at all."""
    name, sources = _governing("script-src", policy)
    if STRICT in sources and not trusts(sources):
        yield f"{name} {STRICT} without a nonce or a hash"


def _unsafe(policy: EffectivePolicy) -> Iterator[str]:
    yield from _within(BROAD | INLINE, "script-src", policy)
    yield from _within(BROAD, "object-src", policy)


def _insecure(policy: EffectivePolicy) -> Iterator[str]:
    for name, sources in policy.items():
        if name not in _PASSIVE:
            yield from _without_tls(name, sources)


def _evaluated(policy: EffectivePolicy) -> Iterator[str]:
    yield from _within(frozenset({EVAL}), "script-src", policy)
    yield from _within(frozenset({EVAL}), "style-src", policy)


def _insecure_media(policy: EffectivePolicy) -> Iterator[str]:
    for wanted in _PASSIVE:
        yield from _without_tls(*_governing(wanted, policy))


def _unsafe_styles(policy: EffectivePolicy) -> Iterator[str]:
    yield from _within(BROAD | INLINE, "style-src", policy)


_CHECKS: tuple[tuple[Result, Callable[[EffectivePolicy], Iterator[str]]], ...] = (
    (results.CSP_INVALID, _untrusted),
    (results.CSP_UNSAFE, _unsafe),
    (results.CSP_INSECURE, _insecure),
    (results.CSP_EVAL, _evaluated),
    (results.CSP_INSECURE_MEDIA, _insecure_media),
    (results.CSP_UNSAFE_STYLES, _unsafe_styles),
)


def _within(
    minded: frozenset[str], wanted: str, policy: EffectivePolicy
) -> Iterator[str]:
    name, sources = _governing(wanted, policy)
    for source in sources:
        if source in minded:
            yield f"{name} {source}" if name else f"no {wanted}, and no default-src"


def _without_tls(name: str, sources: Sources) -> Iterator[str]:
    yield from (f"{name} {each}" for each in sources if each.startswith(_INSECURE))


# What browsers make of a policy


def _governing(wanted: str, policy: EffectivePolicy) -> tuple[str, Sources]:
    """The directive that decides, and its sources; nothing decides: all sources."""
    for name in (wanted, "default-src"):
        if name in policy:
            return name, policy[name]
    return "", ("*",)


def trusts(sources: Sources) -> bool:
    return any(source.startswith(_TRUSTED) for source in sources)


def ignored(sources: Sources, *, script: bool) -> frozenset[str]:
    """What browsers ignore beside a nonce or a hash, and beside 'strict-dynamic' (CSP 3, 6.7.3.2, 8.2)."""
    if not trusts(sources):
        return frozenset()
    beside = {"'unsafe-inline'"}
    if script and STRICT in sources:
        wide = tuple(BROAD)
        beside |= {"'self'", *(each for each in sources if each.startswith(wide))}
    return frozenset(beside)


def _effective(policy: EffectivePolicy) -> EffectivePolicy:
    """Without the sources that browsers ignore."""
    found = dict(policy)
    for wanted in ("script-src", "style-src"):
        name, sources = _governing(wanted, found)
        if name:
            beside = ignored(sources, script=wanted == "script-src")
            found[name] = tuple(each for each in sources if each not in beside)
    return found
