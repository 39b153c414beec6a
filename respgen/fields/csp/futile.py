"""Finds commas that were to be semicolons: a policy that allows what the one before it forbids.

Goes in: the policies of a header, all of which apply (CSP3 2.2.2). Comes out: one policy of them and a
finding, where they are pieces of one, so that some of them can have no effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.diagnostics import Finding, Mend
from respgen.fields.csp.names import FALLBACKS
from respgen.fields.csp.policies import NONE, PolicyDirectives, first_of
from respgen.rules import r6

SELF = "'self'"


def futile_commas(
    found: tuple[PolicyDirectives, ...],
) -> tuple[tuple[PolicyDirectives, ...], list[Finding]]:
    """The policies as they were meant, with a finding at the first directive without effect.

    Policies that say something of their own each, or the same twice, may be meant.
    """
    every = tuple(directive for policy in found for directive in policy)
    if len(found) < 2 or len({each.name for each in every}) < len(every):
        return found, []
    slip = next(_futile(found), None)
    return ((every,), [slip]) if slip else (found, [])


def _futile(found: tuple[PolicyDirectives, ...]) -> Iterator[Finding]:
    for place, policy in enumerate(found[1:], 1):
        before = tuple(each for earlier in found[:place] for each in earlier)
        for name, values in first_of(policy).items():
            if forbidding := _forbidding(first_of(before), name, values):
                yield _slip(f"{forbidding} before", name)
        for name, values in first_of(before).items():
            if forbidding := _forbidding(first_of(policy), name, _places(values)):
                yield _slip(f"{forbidding} behind", name)


def _slip(forbidding: str, name: str) -> Finding:
    message = (
        f"a comma starts another policy, and {forbidding} it forbids what {name} allows"
    )
    advice = "separate directives with semicolons"
    return Finding(r6.CSP_COMMA, message, advice, (name,), fix=Mend())


def _places(values: tuple[str, ...]) -> tuple[str, ...]:
    """Hosts and schemes; a second policy may demand a nonce and a host, each in its own way."""
    return tuple(each for each in values if each == SELF or not each.startswith("'"))


def _forbidding(
    before: Mapping[str, tuple[str, ...]], name: str, values: tuple[str, ...]
) -> str:
    """The directive that browsers fall back to there, if it is too narrow for the values."""
    chain = (each for each in FALLBACKS.get(name, ()) if each in before)
    governing = next(chain, "")
    # hosts and schemes may have others below them
    allowed = {*before.get(governing, ())} - {NONE}
    narrow = governing and allowed <= {SELF}
    return governing if narrow and not {*values} <= {*allowed, NONE} else ""
