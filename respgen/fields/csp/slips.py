"""Reads a Content-Security-Policy whose marks are wrong: what its author meant, and each slip.

Goes in: the text of the header. Comes out: the policies with every mark where it belongs, and a
finding for each that was not there. The values of directives are checked elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from respgen.core.grammar import compiled
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.csp.futile import futile_commas
from respgen.fields.csp.names import FORMER, KNOWN, NO_SWITCH, OFF, Takes
from respgen.fields.csp.policies import (
    DIRECTIVE_NAME,
    PolicyDirective,
    PolicyDirectives,
    canonical,
    policies,
)
from respgen.fields.csp.sources import is_value
from respgen.fields.pasted import unwrapped
from respgen.rules import r6

Policies = tuple[PolicyDirectives, ...]

_MARKS = "\"'`:=,"
_NAMES = (Takes.GROUP, Takes.TYPES)
_STICKING = frozenset("'\"*=:")
_APART = 3
"""Letters and hyphens that a slip makes of a name, at most."""
_WITH_PATH = r"(?:[A-Za-z][A-Za-z0-9+.-]*://)?[^/':]+(?::[0-9*]+)?/"
_PATH = r"(?:^|[^:/])/"
_NEAR = 0.75
"""How near a known name must be: many end in -src."""


@dataclass(frozen=True, slots=True)
class Read:
    """The policies as they were meant, and what was wrong with how they are written."""

    policies: Policies
    slips: tuple[Finding, ...]

    @property
    def is_sure(self) -> bool:
        """Tells whether nobody can have meant other policies by the marks that are wrong."""
        return not any(
            slip.rule is r6.CSP_SEPARATOR and slip.fix is None for slip in self.slips
        )


def read_slips(name: str, text: str) -> Read:
    """Reads the policies of a header. The fix of a slip says only that there is one."""
    bare = unwrapped(name, text)
    slips = [_wrapped()] if bare != text else []
    found = policies(bare)
    for step in (_commas, _semicolons, _swallowed, _names, futile_commas):
        found, more = step(found)
        slips.extend(more)
    return Read(found, tuple(slips))


def _wrapped() -> Finding:
    message = "the value alone is sent, without the header's name or quotes around it"
    return Finding(r6.CSP_SEPARATOR, message, "write the value alone", fix=Mend())


@lru_cache(maxsize=512)
def meant_name(written: str) -> str:
    """The directive that a name certainly means; '' for an unknown one."""
    name = re.sub(r"[_ ]", "-", written.lower().strip(_MARKS))
    if name in KNOWN or not compiled(DIRECTIVE_NAME).fullmatch(name):
        return name if name in KNOWN else ""
    near = [known for known in KNOWN if abs(len(known) - len(name)) <= _APART]
    return meant_word(name, near) or ""


# Marks between directives


def _commas(found: Policies) -> tuple[Policies, list[Finding]]:
    """A comma after which no policy follows was meant to separate sources."""
    joined: list[PolicyDirectives] = []
    slips: list[Finding] = []
    for policy in found:
        first, *others = policy
        if joined and not _begins(first):
            slips.append(_comma(first, joined[-1][-1]))
            *before, last = joined[-1]
            joined[-1] = (*before, _continued(last, first), *others)
        else:
            joined.append(policy)
    return tuple(joined), slips


def _comma(begun: PolicyDirective, last: PolicyDirective) -> Finding:
    message = (
        f"a comma starts another policy, and {quoted(begun.name)} is not a directive"
    )
    advice = "separate sources with spaces, and directives with semicolons"
    in_path = _in_path(last, begun)
    if in_path:
        advice = "write %2C for a comma in a path, or a space between sources"
    fix = None if in_path else Mend()
    return Finding(r6.CSP_SEPARATOR, message, advice, (last.name,), fix=fix)


def _in_path(last: PolicyDirective, more: PolicyDirective) -> bool:
    """Tells whether a path may go on behind the mark: as two sources it would allow more."""
    before = last.values[-1] if last.values else ""
    return bool(compiled(_WITH_PATH).match(before)) and not re.search(
        r"^['\"*]|:", more.written
    )


def _begins(directive: PolicyDirective) -> bool:
    """Tells whether it is a directive; a name that nobody knows is one if it stands alone as such."""
    return bool(_split(directive.written)[0])


def _continued(last: PolicyDirective, more: PolicyDirective) -> PolicyDirective:
    """The directive with what stands behind the mark that is too many."""
    further = (canonical(more.written), *more.values)
    return replace(last, values=(*last.values, *further))


def _semicolons(found: Policies) -> tuple[Policies, list[Finding]]:
    """A semicolon after which a source follows ends a directive too early."""
    slips: list[Finding] = []
    return tuple(_joined(policy, slips) for policy in found), slips


def _joined(policy: PolicyDirectives, slips: list[Finding]) -> PolicyDirectives:
    kept: list[PolicyDirective] = []
    for directive in policy:
        if kept and _goes_on(kept[-1], directive):
            message = f"a semicolon ends {kept[-1].name}, and {quoted(directive.written)} is not a directive"
            at = (directive.name,)
            advice = "separate sources with spaces"
            in_path = _in_path(kept[-1], directive)
            fix = None if in_path else Mend()
            if in_path:
                advice = (
                    "write %3B for a semicolon in a path, or a space between sources"
                )
            slips.append(
                Finding(r6.CSP_SEPARATOR, message, advice, at, at_key=True, fix=fix)
            )
            kept[-1] = _continued(kept[-1], directive)
        else:
            kept.append(directive)
    return tuple(kept)


def _goes_on(last: PolicyDirective, directive: PolicyDirective) -> bool:
    """Tells whether what stands there as a name can only be a value of the directive before."""
    known = KNOWN.get(meant_name(last.name))
    named = compiled(DIRECTIVE_NAME).fullmatch(directive.written)
    if known is None or _begins(directive):
        return False
    if named and not (
        known.takes is Takes.SANDBOX or (known.takes in _NAMES and not last.values)
    ):
        return False
    return is_value(known.takes, canonical(directive.written))


def _swallowed(found: Policies) -> tuple[Policies, list[Finding]]:
    """A directive among the values of another one: a semicolon is missing before it."""
    slips: list[Finding] = []
    apart = (
        tuple(part for directive in policy for part in _apart(directive, slips))
        for policy in found
    )
    return tuple(apart), slips


def _apart(
    directive: PolicyDirective, slips: list[Finding]
) -> Iterator[PolicyDirective]:
    parts = [replace(directive, values=())]
    for value in directive.values:
        if value.lower().rstrip(":=") in KNOWN:
            parts.append(PolicyDirective(value.lower(), written=value))
        else:
            parts[-1] = replace(parts[-1], values=(*parts[-1].values, value))
    if parts[1:] and meant_name(directive.name):
        slips.append(_semicolon(directive.name, parts))
        yield from parts
    else:
        yield directive


def _semicolon(name: str, parts: list[PolicyDirective]) -> Finding:
    names = [each.name for each in parts[1:]]
    shown = " and ".join(dict.fromkeys(names))
    message = f"{shown} would be read as sources of {name}: a semicolon is missing"
    advice = f"write {', '.join(map(listed, parts))}"
    sure = all("-" in each for each in names)
    if not sure:  # a host may have a name of one word
        advice = "write https:// before it if it is a host, or a semicolon if it is a directive"
    fix = Mend() if sure else None
    return Finding(r6.CSP_SOURCE, message, advice, (name, names[0]), fix=fix)


def listed(directive: PolicyDirective) -> str:
    """The directive as an entry of a mapping."""
    name = meant_name(directive.name)
    alone = not directive.values and KNOWN[name].takes is Takes.NOTHING
    return f"{name}: {'true' if alone else json.dumps(directive.values)}"


# Names of directives


def _names(found: Policies) -> tuple[Policies, list[Finding]]:
    slips: list[Finding] = []
    named = (tuple(_all_named(policy, slips)) for policy in found)
    return tuple(named), slips


def _all_named(
    policy: PolicyDirectives, slips: list[Finding]
) -> Iterator[PolicyDirective]:
    before: tuple[str, ...] = ()
    for directive in policy:
        yield _named(directive, before, slips)
        before = directive.values


def _named(
    directive: PolicyDirective, before: tuple[str, ...], slips: list[Finding]
) -> PolicyDirective:
    """The directive under its name; `before` are the values of the one in front of it."""
    if directive.name in KNOWN:
        return directive
    meant, value = _split(directive.written)
    message = f"unknown directive {quoted(directive.name)}"
    at = (directive.name,)
    if not meant:
        advice = _advice(directive.name, before)
        slips.append(Finding(r6.CSP_DIRECTIVE, message, advice, at, at_key=True))
        return directive
    values = (canonical(value), *directive.values) if value else directive.values
    if KNOWN[meant].takes is Takes.NOTHING and any(map(_is_off, values)):
        slips.append(Finding(r6.CSP_DIRECTIVE, message, NO_SWITCH, at, at_key=True))
        return directive
    mend = Mend(part=meant)
    advice = f"write {meant}"
    slips.append(Finding(r6.CSP_DIRECTIVE, message, advice, at, at_key=True, fix=mend))
    return PolicyDirective(meant, values, directive.written)


def _is_off(value: str) -> bool:
    return value.strip(_MARKS).lower() in OFF


def _split(written: str) -> tuple[str, str]:
    """The directive that is meant, and the value that sticks to its name."""
    lower = written.lower().replace("_", "-")
    for name in sorted(KNOWN, key=len, reverse=True):
        mark, value = lower[len(name) :][:1], written[len(name) :].lstrip("=:")
        sticks = mark in _STICKING or (mark and "://" in value)
        if lower.startswith(name) and value.strip(_MARKS) and sticks:
            return name, value
    return meant_name(written), ""


def _advice(name: str, before: tuple[str, ...]) -> str:
    if near := FORMER.get(name) or nearest(name, KNOWN, _NEAR):
        return near
    if before and compiled(_PATH).search(before[-1]):
        return "write %3B for a semicolon in a path, or a directive of CSP3"
    return "write a directive of CSP3, such as default-src"
