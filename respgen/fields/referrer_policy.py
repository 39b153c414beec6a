"""Referrer-Policy (W3C): a policy, maybe after others for browsers that do not know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from respgen.core.fields import field_value
from respgen.diagnostics import Finding, nearest, quoted
from respgen.fields.forms import either, words
from respgen.fields.members import members, names, respelt
from respgen.fields.row import FieldType
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


def _canonical(policy: str) -> str:
    return policy.lower() if policy.lower() in _KNOWN else policy


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each policy."""
    for policy in dict.fromkeys(members(text)):
        if policy.lower() not in _KNOWN:
            message = f"{quoted(policy)} is not a referrer policy"
            advice = nearest(policy, _KNOWN) or "write strict-origin-when-cross-origin"
            yield Finding(r6.WORD, message, advice, (policy,))
        elif policy.lower() == "unsafe-url":
            message = "the whole URL goes to every site, even over plain HTTP"
            advice = "write strict-origin-when-cross-origin"
            yield Finding(r6.UNSAFE_URL, message, advice, (policy,))


_POLICY = words(_KNOWN)
# browsers take the last one they know
_POLICIES = names(_canonical, _POLICY, "a list of policies")

REFERRER_POLICY = FieldType(
    names=("Referrer-Policy",),
    about="How much of the URL links and requests reveal (W3C Referrer Policy).",
    kind=replace(_POLICIES, form=either(_POLICY, _POLICIES.form)),
    encode=field_value,
    respell=partial(respelt, _canonical),
    judge=remarks,
)
