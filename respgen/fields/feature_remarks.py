"""Checks a Permissions-Policy on the wire (W3C Permissions Policy; RFC 9651): R616, R617.

Goes in: the text of the header. Comes out: findings about its features and their lists, each with
the author's own policy put right where one meaning is certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.core.structured import (
    BareItem,
    StructuredMember,
    bare_item,
)
from respgen.core.structured_text import parse_sf_dict
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.feature_mends import (
    REPORT,
    SMALL,
    Policy,
    is_none,
    is_right,
    meant_name,
    meant_of,
    names_mended,
    text_of,
)
from respgen.fields.feature_slips import UnclearError, meant_policy
from respgen.fields.features import FEATURES, GONE, RENAMED, current, spelt
from respgen.fields.structured import bare, items, params, repeated
from respgen.rules import r6

_GRAMMAR = "write = behind each feature, then *, () or a list such as (self), and commas between features"


def remarks(name: str, text: str) -> Iterator[Finding]:
    """Reports on each feature and its list."""
    try:
        members = parse_sf_dict(text)
    except ValueError as error:
        yield _unread(name, text, str(error))
        return
    policy = Policy(name, text, members)
    for key in repeated(text):
        message = f"{key} appears twice: only the last one counts"
        yield Finding(r6.FEATURES, message, "write it once", (key,), at_key=True)
    for key, member in members.items():
        yield from _feature(policy, key)
        if spelt(key) != REPORT:
            yield from _strangers(policy, key, member)
        yield from _params(policy, key, params(member))


def _unread(name: str, text: str, why: str) -> Finding:
    """Reports a text that is no dictionary, and what it was to be."""
    try:
        meant = meant_policy(name, text)
    except UnclearError:
        return Finding(r6.FEATURES, why, _GRAMMAR)
    said = "; ".join(meant.slips) or why
    message = f"{said}: browsers ignore the whole header"
    small = parse_sf_dict(meant.text) if len(meant.text) <= SMALL else {}
    mended = names_mended(small) or meant.text
    fix = Mend(mended, shown=True)
    return Finding(r6.FEATURES, message, f"write {mended}", fix=fix)


# Names of features


def _feature(policy: Policy, key: str) -> Iterator[Finding]:
    """Reports a name that browsers do not know, or no longer."""
    if key in FEATURES:
        return
    if "*" in key:
        message = f"unknown feature {quoted(key)}"
        yield Finding(r6.FEATURE, message, "write = before *", (key,), at_key=True)
        return
    meant, members = meant_name(key), policy.members
    advice = f"write {meant}"
    if meant in members:
        advice = f"remove it: {meant} is there already"
    if spelt(key) == REPORT:
        message = f"{key} is no feature: it stands behind a semicolon"
        advice = "write it behind the list of a feature"
        whole = Mend(policy.with_commas, shown=True)
        yield Finding(r6.FEATURES, message, advice, (key,), at_key=True, fix=whole)
        return
    if spelt(key) in GONE:
        message, advice = f"{key} is retired: browsers no longer know it", "remove it"
    elif spelt(key) in RENAMED:
        message = f"{key} has been renamed: the old name forbids nothing"
    else:
        message = f"unknown feature {quoted(key)}"
        near = (
            nearest(key, FEATURES) or "remove it, or write a feature that browsers know"
        )
        advice = near if meant not in members else advice
    fix = _renamed(policy, key)
    yield Finding(r6.FEATURE, message, advice, (key,), at_key=True, fix=fix)


def _renamed(policy: Policy, key: str) -> Mend | None:
    """The fix of all names that have one: another name, or none."""
    meant, gone = meant_name(key), spelt(key) in GONE
    whole = policy.with_names
    if not whole or not (meant or gone):
        return None
    removed = gone or meant in policy.members
    return Mend(whole, None if removed else meant, removed)


# What stands in their lists


def _strangers(policy: Policy, key: str, member: StructuredMember) -> Iterator[Finding]:
    for item in items(member):
        if not is_right(item):
            yield _stranger(policy, key, member, bare(item))


def _stranger(
    policy: Policy, key: str, member: StructuredMember, found: object
) -> Finding:
    """Reports what an allowlist cannot hold."""
    if found is True:
        message = f"{key} has no list, so browsers skip it"
        advice = f"write {key}=(), {key}=(self) or {key}=*"
        return Finding(r6.FEATURES, message, advice, (key,))
    shown = text_of(found)
    message = f"{key}: {quoted(shown)} is not self, * or an origin"
    meant = meant_of(found)
    fix = None
    advice = "write self, *, or an origin with its scheme, without a path"
    if meant is not None:
        part = text_of(meant)
        advice = f"write {bare_item('', meant).decode('ascii')}"
        fix = Mend(policy.with_lists, part, shown=True)
    elif is_none(found):
        alone = len(items(member)) == 1
        advice = "write an empty list, []" if alone else "remove it, or all others"
        fix = Mend(policy.with_lists, shown=True)
    elif len(shown.split()) > 1:
        advice = "write each as a separate item of a list"
    return Finding(r6.FEATURES, message, advice, (key, shown), fix=fix)


# What stands behind them


def _params(
    policy: Policy, key: str, given: Mapping[str, BareItem]
) -> Iterator[Finding]:
    """A parameter is only report-to; a feature is one where a semicolon stands for a comma."""
    for other in given:
        if current(other) or spelt(other) in GONE:
            message = f"{key}: a semicolon makes {other} a parameter of it, so browsers skip it"
            advice = "separate features with commas"
        elif other != REPORT and spelt(other) == REPORT:
            message = f"{key}: browsers know no parameter {other}"
            advice = f"write {REPORT}"
        else:
            continue
        fix = Mend(policy.with_commas, shown=True)
        yield Finding(r6.FEATURES, message, advice, (key,), fix=fix)
    endpoint = given.get(REPORT, "")
    if not isinstance(endpoint, str):
        message = f"{key}: report-to must name an endpoint in double quotes"
        advice = f'write ;report-to="{text_of(endpoint)}"'
        fix = Mend(policy.with_endpoints, shown=True)
        yield Finding(r6.FEATURES, message, advice, (key,), fix=fix)
