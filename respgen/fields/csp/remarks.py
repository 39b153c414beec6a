"""Checks a Content-Security-Policy on the wire (CSP3; the family R6).

Goes in: the text of the header. Comes out: findings about directives, their values, and what
the policy still allows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, Mend, Span, nearest, quoted
from respgen.fields.csp.names import INLINE, KNOWN, Takes
from respgen.fields.csp.policies import (
    DIRECTIVE_NAME,
    PolicyDirective,
    PolicyDirectives,
    first_of,
    policies,
    serialised,
)
from respgen.fields.csp.sources import value_remark
from respgen.fields.csp.weaknesses import weaknesses
from respgen.rules import r6

_LISTS = (Takes.SOURCES, Takes.ANCESTORS, Takes.TYPES)


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each policy: its directives, those that appear twice, and its weaknesses."""
    found = policies(text)
    for place, policy in enumerate(found):
        if place and policy[0].name not in KNOWN:
            yield _comma(found, place)
            policy = policy[1:]
        for directive in policy:
            for remark in _directive(directive):
                yield _mended(found, remark)
        for name in _twice(policy):
            yield _again(found, policy, name)
        yield from weaknesses(first_of(policy))


def _comma(found: tuple[PolicyDirectives, ...], place: int) -> Finding:
    """Reports a comma after which no policy follows: it was meant to separate sources."""
    begun = found[place][0]
    message = (
        f"a comma starts another policy, and {quoted(begun.name)} is not a directive"
    )
    advice = "separate sources with spaces, and directives with semicolons"
    above = (found[place - 1][-1].name,)
    mended = serialised(_joined(found))
    return Finding(r6.CSP_SEPARATOR, message, advice, above, fix=Mend(mended))


def _joined(found: tuple[PolicyDirectives, ...]) -> Iterator[PolicyDirectives]:
    """The policies without the commas that were meant to separate sources."""
    joined: list[list[tuple[str, list[str]]]] = []
    for policy in found:
        own = [(each.name, [*each.values]) for each in policy]
        if joined and policy[0].name not in KNOWN:
            name, values = own.pop(0)
            joined[-1][-1][1].extend((name, *values))
            joined[-1].extend(own)
        else:
            joined.append(own)
    for each in joined:
        yield tuple(PolicyDirective(name, tuple(values)) for name, values in each)


def _directive(directive: PolicyDirective) -> Iterator[Finding]:
    name, values = directive.name, directive.values
    known = KNOWN.get(name)
    if known is None:
        advice = (
            nearest(name, KNOWN) or "write a directive of CSP3, such as default-src"
        )
        message = f"unknown directive {quoted(name)}"
        yield Finding(r6.CSP_DIRECTIVE, message, advice, (name,), at_key=True)
        return
    swallowed = [each for each in dict.fromkeys(values) if each.lower() in KNOWN]
    if swallowed and known.takes in _LISTS:
        yield _swallowed(directive, swallowed)
    for value in dict.fromkeys(values):
        if value not in swallowed and (remark := value_remark(known.takes, value)):
            fixed = remark.rule is r6.CSP_NONCE and name in INLINE
            advice = f"write nonce: [{name}]" if fixed else remark.help
            yield replace(remark, at=(name, value), help=advice)
    yield from _together(known.takes, name, values)


def _swallowed(directive: PolicyDirective, names: list[str]) -> Finding:
    """Reports directives that a missing semicolon makes sources of another one."""
    shown = " and ".join(names)
    message = (
        f"{shown} would be read as sources of {directive.name}: a semicolon is missing"
    )
    text = " ".join(f"; {v}" if v in names else v for v in directive.values)
    advice = f"write {directive.name} {text}".replace(" ;", ";")
    return Finding(r6.CSP_SOURCE, message, advice, (directive.name, names[0]))


def _together(takes: Takes, name: str, values: tuple[str, ...]) -> Iterator[Finding]:
    """Reports what is wrong in all values of a directive together."""
    if takes in _LISTS and len(values) > 1 and "'none'" in values:
        message = f"{name}: browsers skip 'none' unless it is the only source"
        advice = "remove it, or the other sources"
        yield Finding(r6.CSP_NONE, message, advice, (name, "'none'"))
    if takes is Takes.GROUP and len(values) != 1:
        message = f"{name} must name exactly one endpoint"
        yield Finding(r6.CSP_SOURCE, message, f"write {name}: default", (name,))
    if takes in (Takes.SINKS, Takes.RTC) and not values:
        message = f"{name} has no effect without a value"
        advice = "add 'script'" if takes is Takes.SINKS else "add 'block'"
        yield Finding(r6.CSP_SOURCE, message, advice, (name,))


def _twice(policy: PolicyDirectives) -> Iterator[str]:
    counts = Counter(directive.name for directive in policy)
    for name, times in counts.items():
        if times > 1 and compiled(DIRECTIVE_NAME).fullmatch(name):
            yield name


def _again(
    found: tuple[PolicyDirectives, ...], policy: PolicyDirectives, name: str
) -> Finding:
    first = next(each for each in policy if each.name == name)
    once = tuple(each for each in policy if each.name != name or each is first)
    mended = serialised(once if each is policy else each for each in found)
    message = f"{name} appears twice: browsers use only the first one"
    advice = "write all sources in one directive"
    return Finding(
        r6.CSP_TWICE, message, advice, (name,), at_key=True, fix=Mend(mended)
    )


def _mended(found: tuple[PolicyDirectives, ...], remark: Finding) -> Finding:
    """Adds to the fix of one value the text of the whole header after that fix."""
    fix, at = remark.fix, remark.at
    if isinstance(at, Span) or not (
        isinstance(fix, Mend) and isinstance(fix.part, str)
    ):
        return remark
    _, value = at
    whole = serialised(
        tuple(_respelt(each, str(value), fix) for each in policy) for policy in found
    )
    return replace(remark, fix=replace(fix, whole=whole))


def _respelt(directive: PolicyDirective, value: str, fix: Mend) -> PolicyDirective:
    """The directive with a value mended, if that is to be mended in it."""
    known = KNOWN.get(directive.name)
    remark = value_remark(known.takes, value) if known else None
    if remark is None or remark.fix != fix:
        return directive
    values = (str(fix.part) if each == value else each for each in directive.values)
    return PolicyDirective(directive.name, tuple(values))
