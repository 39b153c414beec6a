"""The known name that an author probably meant, as the help line of an error.

Goes in: a word and the names that there are. Comes out: `did you mean 'media_type'?`, or nothing.
Within `bounded` all searches together take limited time: of thousands of mistakes the first get help.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TypeAlias

from respgen.lookalikes import looks_like

LONG = 80
"""Characters that no name of ours has."""
_EFFORT = 2_000_000
"""What the searches of one run may cost: about half a second."""
_LOOK = 1  # at a name, of which most are of another length
_COMPARISON = 10
_FEW = 100  # names: a search among more is not repeated with the same word

_NEGATED = re.compile(r"(?:no|non|not|un)(?=[-_])|no(?=store|cache|transform)")

_Search: TypeAlias = tuple[str, frozenset[str], float]


@dataclass(slots=True)
class _Effort:
    left: int = _EFFORT
    done: dict[_Search, str] = field(default_factory=dict)
    names: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)
    """Each set once, since many words are searched in the same."""


_effort: ContextVar[_Effort | None] = ContextVar("effort", default=None)


@contextmanager
def bounded() -> Iterator[None]:
    """One run: its searches share what they may cost, and none is done twice."""
    token = _effort.set(_Effort())
    try:
        yield
    finally:
        _effort.reset(token)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """A help line that names the nearest known word, or nothing where none is near.

    `cutoff` is how near it must be, from 0 to 1: the default makes str of string.
    """
    latin, strange = looks_like(word) if len(word) <= LONG else (word, "")
    if strange:
        return _written_in_ascii(latin, strange, known, cutoff)
    effort = _effort.get() or _Effort()
    if len(word) > LONG or effort.left <= 0:
        return ""
    names = frozenset(known)
    if len(names) > _FEW:
        return _search(word, names, cutoff, effort)
    search = word, effort.names.setdefault(names, names), cutoff
    if search not in effort.done:
        effort.done[search] = _search(word, names, cutoff, effort)
    return effort.done[search]


def alike(word: str, known: Iterable[str]) -> list[str]:
    """Those that forbid if the word forbids: `store` is near to `no-store`, and means the opposite."""
    forbids = _NEGATED.match(word) is not None
    return [each for each in known if (_NEGATED.match(each) is not None) == forbids]


def _written_in_ascii(
    latin: str, strange: str, known: Iterable[str], cutoff: float
) -> str:
    """The help for a word with letters that are others than they look."""
    names = {*known}
    if latin in names:
        return f"{strange}: write {latin!r}"
    near = nearest(latin, names, cutoff)
    return f"{strange}: {near}" if near else ""


def _search(word: str, names: frozenset[str], cutoff: float, effort: _Effort) -> str:
    by_lower = {name.lower(): name for name in sorted(names)}
    effort.left -= _LOOK * len(names)
    matcher = SequenceMatcher(b=word.lower())
    best = (cutoff, "")
    for lower in by_lower:
        if _at_most(len(word), len(lower)) < best[0]:
            continue
        effort.left -= _COMPARISON
        matcher.set_seq1(lower)
        if matcher.quick_ratio() >= best[0]:
            best = max(best, (matcher.ratio(), lower))
        if effort.left <= 0:
            break
    return did_you_mean(by_lower[best[1]]) if best[1] else ""


def did_you_mean(word: str) -> str:
    """The help line that names a known word."""
    return f"did you mean {word!r}?"


def is_slip(word: str, other: str) -> bool:
    """Whether one letter is left out, added or replaced, or two neighbours are swapped."""
    one, two = word, other
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    most = max(len(one), len(two))
    return most == 1 or (most == 2 and one == two[::-1])


def _at_most(one: int, other: int) -> float:
    """The ratio of two words of these lengths if one is a part of the other."""
    return 2 * min(one, other) / (one + other) if one + other else 1.0
