"""Checks a Content-Security-Policy on the wire (CSP3; the family R6).

Goes in: the name of the header and its text. Comes out: findings about directives, their values, and
what the policy still allows; with the author's own policy put right where one meaning is certain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, Mend
from respgen.fields.csp.names import INLINE, KNOWN, Takes
from respgen.fields.csp.policies import (
    DIRECTIVE_NAME,
    NONE,
    PolicyDirective,
    PolicyDirectives,
    first_of,
    policies,
    serialised,
)
from respgen.fields.csp.reports import report_only_remarks
from respgen.fields.csp.slips import Policies, read_slips
from respgen.fields.csp.sources import SAMPLES, value_remark
from respgen.fields.csp.weaknesses import weaknesses
from respgen.rules import r6

_SMALL = 4_000
"""Characters of a policy that is put right as a whole."""
_LISTS = (Takes.SOURCES, Takes.ANCESTORS, Takes.TYPES)


def remarks(name: str, text: str, *, report_only: bool = False) -> Iterator[Finding]:
    """Reports on each policy: its directives, those that appear twice, and its weaknesses."""
    read = read_slips(name, text)
    meant = (
        tuple(_mended(read.policies)) if read.is_sure and len(text) <= _SMALL else ()
    )
    # of sources that contradict each other nobody knows the right ones
    mended = serialised(meant) if meant and not _contradicts(meant) else None
    for slip in read.slips:
        yield _whole(slip, mended)
    for policy in read.policies:
        for directive in policy:
            for remark in _directive(directive):
                yield _whole(remark, mended)
        yield from weaknesses(first_of(policy))
        if report_only:
            yield from report_only_remarks(first_of(policy))
    yield from _twice(policies(text))


def _contradicts(found: Policies) -> bool:
    return any(
        _beside_none(directive.values) and known.takes in _LISTS
        for policy in found
        for directive in policy
        if (known := KNOWN.get(directive.name))
    )


def _beside_none(values: tuple[str, ...]) -> bool:
    return NONE in values and bool({*values} - {NONE, SAMPLES})


def _whole(remark: Finding, mended: str | None) -> Finding:
    """Adds the text of the whole header, with all that is certain put right."""
    if not isinstance(remark.fix, Mend):
        return remark
    return replace(remark, fix=replace(remark.fix, whole=mended, shown=True))


def _mended(found: Policies) -> Iterator[PolicyDirectives]:
    for policy in found:
        yield tuple(PolicyDirective(each.name, tuple(_values(each))) for each in policy)


def _values(directive: PolicyDirective) -> Iterator[str]:
    known, values = KNOWN.get(directive.name), directive.values
    there = {*values}
    for value in values:
        remark = value_remark(known.takes, value, values) if known else None
        fix = remark.fix if remark else None
        if not isinstance(fix, Mend):
            yield value
        elif fix.part is not None and fix.part not in there:  # None: it goes
            there.add(part := str(fix.part))
            yield part


def _directive(directive: PolicyDirective) -> Iterator[Finding]:
    name, values = directive.name, directive.values
    known = KNOWN.get(name)
    if known is None:
        return
    written = directive.written or name
    for value in dict.fromkeys(values):
        if remark := value_remark(known.takes, value, values):
            fixed = remark.rule is r6.CSP_NONCE and name in INLINE
            advice = f"write nonce: [{name}]" if fixed else remark.help
            yield replace(remark, at=(written, value), help=advice)
    yield from _together(known.takes, name, written, values)


def _together(
    takes: Takes, name: str, written: str, values: tuple[str, ...]
) -> Iterator[Finding]:
    """Reports what is wrong in all values of a directive together."""
    if takes in _LISTS and _beside_none(values):
        message = f"{name}: browsers skip 'none' unless it is the only source"
        advice = "remove it, or the other sources"
        yield Finding(r6.CSP_NONE, message, advice, (written, NONE))
    if takes is Takes.GROUP and len(values) != 1:
        message = f"{name} must name exactly one endpoint"
        yield Finding(r6.CSP_SOURCE, message, "write the name of one", (written,))
    if takes in (Takes.SINKS, Takes.RTC) and not values:
        message = f"{name} has no effect without a value"
        advice = "add 'script'" if takes is Takes.SINKS else "add 'block'"
        yield Finding(r6.CSP_SOURCE, message, advice, (written,))


def _twice(found: Policies) -> Iterator[Finding]:
    for policy in found:
        counts = Counter(directive.name for directive in policy)
        for name, times in counts.items():
            if times > 1 and compiled(DIRECTIVE_NAME).fullmatch(name):
                yield _again(found, policy, name)


def _again(found: Policies, policy: PolicyDirectives, name: str) -> Finding:
    first = next(each for each in policy if each.name == name)
    once = tuple(each for each in policy if each.name != name or each is first)
    more = {value for each in policy if each.name == name for value in each.values}
    mended = serialised(once if each is policy else each for each in found)
    fix = None if more - {*first.values} else Mend(mended)
    message = f"{name} appears twice: browsers use only the first one"
    advice = "write all sources in one directive"
    return Finding(r6.CSP_TWICE, message, advice, (name,), at_key=True, fix=fix)
