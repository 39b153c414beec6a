"""Cookies in people's Python (R930 to R936, and the rules of presets for what is constant).

Goes in: what code does. Come out: findings, where a set or a deletion is wrong by itself, and where
the two do not belong together.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.audit.acts import AnyAct
from respgen.audit.cookies.arguments import argument_findings
from respgen.audit.cookies.constants import constant_findings
from respgen.audit.cookies.logout import logout_findings
from respgen.audit.cookies.naming import key, named
from respgen.audit.cookies.operations import operations
from respgen.audit.cookies.pairs import pair_findings
from respgen.audit.findings import Found
from respgen.audit.spelling import spelt
from respgen.source.program.facts import Facts
from respgen.source.program.values import Known


def cookies(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Everything that is wrong with the cookies of a program."""
    found = facts.once(operations, done)
    yield from pair_findings(facts, found)
    yield from logout_findings(facts, found, done)
    yield from argument_findings(facts, found)
    yield from constant_findings(facts, found)


def named_cookies(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[tuple[str, bool]]:
    """The names of cookies that other parts of a program may have, too, and whether one is ended."""
    for each in facts.once(operations, done):
        ends = each.ends or each.values.get("value") == Known("")
        for one in named(facts, each):
            name = key(one.values["key"])
            text = spelt(name) if name else None
            if text:
                yield text, ends
