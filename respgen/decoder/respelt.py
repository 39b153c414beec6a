"""What an author certainly meant: the fixes of the language's own words and scalars.

Goes in: a word or a value that is wrong where it stands. Comes out: the fix, or None where it is
anybody's guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from respgen.diagnostics import Replace, Span, part_name
from respgen.load.tree import Node, Scalar
from respgen.nearness import LONG, did_you_mean, is_slip

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_TRUTH = {"true": True, "false": False}
_SHORT = 5
"""Letters below which one slip makes any word of any other."""


def respelt(
    span: Span, word: str, known: Iterable[str], advice: str = ""
) -> Replace | None:
    """The fix that writes the one word that is meant; `advice` may name a known one."""
    named = (each for each in known if advice == did_you_mean(each))
    meant = meant_word(word, known) or next(named, None)
    return None if meant is None else Replace(span, meant)


def meant_word(word: str, known: Iterable[str]) -> str | None:
    """The one known word of the same letters, else the one that a slip of the fingers makes it.

    `max_age` for `Max-Age`, `lax` for `Lax`; `no-store` for `no-sotre`.
    """
    letters = _letters(word)
    if len(word) > LONG:
        return None
    spelt = {each: _letters(each) for each in known}
    near = {each for each, own in spelt.items() if own == letters}
    if not near and len(letters) >= _SHORT:
        near = {each for each, own in spelt.items() if is_slip(letters, own)}
    return near.pop() if len(near) == 1 else None


def _letters(word: str) -> str:
    return part_name(word).replace(" ", "")


def without_quotes(expected: str, node: Node) -> Replace | None:
    """The number or truth value that a text spells, where one is expected."""
    text = node.value if isinstance(node, Scalar) else None
    if not isinstance(text, str):
        return None
    if expected.startswith("a whole number") and _WHOLE.fullmatch(text):
        return Replace(node.span, int(text))
    if expected.startswith("true") and text.lower() in _TRUTH:
        return Replace(node.span, _TRUTH[text.lower()])
    return None
