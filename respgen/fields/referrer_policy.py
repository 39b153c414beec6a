"""Referrer-Policy (W3C): a policy, maybe behind those for browsers that do not know it."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.diagnostics import nearest, quoted
from respgen.fields.forms import either, several, words
from respgen.fields.grammar import Grammar, Remark
from respgen.fields.members import listed, members
from respgen.load.tree import Plain
from respgen.rules import r6

_KNOWN = (
    "no-referrer",
    "no-referrer-when-downgrade",
    "same-origin",
    "origin",
    "strict-origin",
    "origin-when-cross-origin",
    "strict-origin-when-cross-origin",
    "unsafe-url",
)


def written(value: Plain) -> str:
    """The policies in the order written: browsers take the last one they know."""
    return listed(value, _canonical)


def _canonical(policy: str) -> str:
    return policy.lower() if policy.lower() in _KNOWN else policy


def remarks(text: str) -> Iterator[Remark]:
    """Of each policy."""
    for policy in dict.fromkeys(members(text)):
        if policy.lower() not in _KNOWN:
            message = f"{quoted(policy)} is no referrer policy"
            advice = nearest(policy, _KNOWN) or "write strict-origin-when-cross-origin"
            yield Remark(r6.WORD, message, advice, (policy,))
        elif policy.lower() == "unsafe-url":
            message = "the whole address goes to every site, over plain HTTP as well"
            advice = "write strict-origin-when-cross-origin"
            yield Remark(r6.UNSAFE_URL, message, advice, (policy,))


_POLICY = words(_KNOWN)
REFERRER_POLICY = Grammar(
    "Referrer-Policy",
    "text or a list of policies",
    written,
    remarks,
    "How much of the address links and requests tell (W3C Referrer Policy).",
    either(_POLICY, several(_POLICY)),
)
