"""Referrer-Policy (W3C): a policy, maybe after others for browsers that do not know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from respgen.core.fields import field_value
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.forms import either, words
from respgen.fields.members import members, names, respelt, twice
from respgen.fields.pasted import QUOTES, unwrapped
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.rules import r6

_NAME = "Referrer-Policy"
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


# HTML 4.2.5.3: what the meta element still reads, and a word for the first of them
_FORMER = {
    "never": "no-referrer",
    "none": "no-referrer",
    "always": "unsafe-url",
    "default": "strict-origin-when-cross-origin",
    "origin-when-crossorigin": "origin-when-cross-origin",
}


def _canonical(policy: str) -> str:
    return policy.lower() if policy.lower() in _KNOWN else policy


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each policy."""
    yield from twice(text)
    mended = _mended(text)
    for policy in dict.fromkeys(members(text)):
        if policy.lower() not in _KNOWN:
            message = f"{quoted(policy)} is not a referrer policy"
            meant = _meant(policy)
            known = f"browsers know {', '.join(_KNOWN)}"
            advice = f"write {meant}" if meant else nearest(policy, _KNOWN, 0.85)
            fix = Mend(mended, meant, shown=True)
            yield Finding(r6.WORD, message, advice or known, (policy,), fix=fix)
        elif policy.lower() == "unsafe-url":
            message = "the whole URL goes to every site, even over plain HTTP"
            advice = "write strict-origin-when-cross-origin"
            yield Finding(r6.UNSAFE_URL, message, advice, (policy,))


def _meant(policy: str) -> str | None:
    """The policy that a word certainly means."""
    word = unwrapped(_NAME, policy).strip(f" ;{QUOTES}").lower()
    return _FORMER.get(word) or meant_word(word, _KNOWN)


def _mended(text: str) -> str | None:
    """All policies as they were meant; blanks and semicolons stand between some of them."""
    bare = unwrapped(_NAME, text)
    pieces = [
        [each] if _meant(each) else re.split(r"[;\s]+", each) for each in members(bare)
    ]
    meant = [_meant(each) for piece in pieces for each in piece if each]
    return ", ".join(filter(None, meant)) if meant and None not in meant else None


_POLICY = words(_KNOWN)
# browsers take the last one they know
_POLICIES = names(_canonical, _POLICY, "a list of policies")

REFERRER_POLICY = FieldType(
    names=(_NAME,),
    about="How much of the URL links and requests reveal (W3C Referrer Policy).",
    kind=replace(_POLICIES, form=either(_POLICY, _POLICIES.form)),
    encode=field_value,
    respell=partial(respelt, _canonical),
    judge=remarks,
    spelling=Spelling(",", _KNOWN),
)
