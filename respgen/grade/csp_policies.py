"""The text of Content-Security-Policy -> its directives, read as the observatory reads them.

Reference: see `respgen.grade.results` (src/analyzer/cspParser.js). It is stricter than browsers
(CSP 3, 2.2.1): a directive that comes twice makes the whole field invalid. Of several policies,
between commas, a source must stand in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, pairwise
from urllib.parse import unquote

from respgen.fields.csp import policies

NONE = "'none'"
Sources = tuple[str, ...]
EffectivePolicy = Mapping[str, Sources]

_SHORTEST = len("img-src") - 1
_MAY_REPEAT = frozenset({"report-uri", "report-to"})


class InvalidPolicyError(ValueError):
    """What the observatory calls no policy; the message says why."""


@dataclass(frozen=True, slots=True)
class PolicySet:
    """All policies of a field as one, names and sources in lower case; `repeated`: said twice, and may be."""

    policy: EffectivePolicy
    repeated: frozenset[str] = field(default_factory=frozenset)


def observed(text: str) -> PolicySet:
    """Read a field's value. Raises InvalidPolicyError."""
    read = [_policy(each) for each in text.split(",")]
    first: EffectivePolicy = {
        name: _distinct(sources) for name, sources in read[0][0].items()
    }
    merged = reduce(_joined, (policy for policy, _ in read[1:]), first)
    shown = {name: sources or (NONE,) for name, sources in merged.items()}
    return PolicySet(shown, frozenset[str]().union(*(twice for _, twice in read)))


def _policy(text: str) -> tuple[EffectivePolicy, frozenset[str]]:
    if len(text.strip()) < _SHORTEST:
        raise InvalidPolicyError(f"{text.strip()!a} is no policy")
    found: dict[str, Sources] = {}
    twice = set[str]()
    for directive in chain(*policies(text)):
        name = directive.name
        if name in found:
            twice.add(name)
        if name in twice - _MAY_REPEAT:
            raise InvalidPolicyError(f"{name} twice")
        implied = (NONE,) if name.endswith("-src") else ()
        found[name] = tuple(map(str.lower, directive.values)) or implied
    return found, frozenset(twice)


def _distinct(sources: Iterable[str]) -> Sources:
    """Without those that a shorter one before them covers."""
    ordered = sorted(sources)
    longer = (b for a, b in pairwise(ordered) if not b.startswith(a))
    return (*ordered[:1], *longer)


def _joined(earlier: EffectivePolicy, later: EffectivePolicy) -> EffectivePolicy:
    """What both allow; of a directive that only one of them has, the earlier's alone counts."""
    both = {name: _common(earlier.get(name, ()), later[name]) for name in later}
    return {**earlier, **both}


def _common(some: Sources, others: Sources) -> Sources:
    """The sources of either that one of the other covers."""
    kept = [each for each in others if any(_covers(one, each) for one in some)]
    kept += [each for each in some if any(_covers(one, each) for one in others)]
    return tuple(dict.fromkeys(kept))


def _covers(wide: str, narrow: str) -> bool:
    """Whether paths match: all of it, or what stands below a path that ends with a slash (CSP 3, 6.7.2.12)."""
    wide_parts, parts = unquote(wide).split("/"), unquote(narrow).split("/")
    if wide_parts[-1]:
        return wide_parts == parts
    return wide_parts[:-1] == parts[: len(wide_parts) - 1] and len(parts) >= len(
        wide_parts
    )
