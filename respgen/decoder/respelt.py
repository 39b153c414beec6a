"""What an author certainly meant: the fixes of the language's own words and scalars.

Goes in: a word or a value that is wrong where it stands. Comes out: the fix, or None where it is
anybody's guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from respgen.diagnostics import Replace, Span, part_name
from respgen.load.tree import Node, Scalar

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_TRUTH = {"true": True, "false": False}


def respelt(span: Span, word: str, known: Iterable[str]) -> Replace | None:
    """The fix that writes the known word of the same letters."""
    meant = same_letters(word, known)
    return None if meant is None else Replace(span, meant)


def same_letters(word: str, known: Iterable[str]) -> str | None:
    """The one known word of the same letters: `max_age` for `Max-Age`, `lax` for `Lax`."""
    same = {each for each in known if _letters(each) == _letters(word)}
    return same.pop() if len(same) == 1 else None


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
