"""Undoes slips of the fingers in the text of a field: a semicolon for a comma, quotes that are missing.

Goes in: a text in which the rules find a mistake, how its field is spelt, and what tells right texts.
Comes out: the one right text that its author can have meant; None where it is anybody's guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from respgen.decoder.respelt import meant_word
from respgen.fields.directives import QUOTED, split
from respgen.fields.durations import is_unsure, meant_seconds
from respgen.fields.pasted import STRAIGHT, unwrapped

_STEPS = 2
"""Slips that are undone in one text; more of them are no slip."""
_MOST = 400
"""Texts that are tried for one that is wrong."""
LONGEST = 1_000
"""Characters of a text in which slips are looked for."""

Right: TypeAlias = Callable[[str], str | None]
"""The canonical form of a right text; None for any other."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a field is written: what stands between its parts, and the words that are its own.

    `keys` are words that have a value behind a `=`. `open`: what its author names stands where a
    word would, so that a part that is split off would be one more name.
    `seconds`: its numbers are seconds. `unit` is that of other numbers, which is never written.
    `dates`: it may be an IMF-fixdate. `whole`: it is one text, so that only what stands around it
    is undone.
    """

    separators: str = ""
    words: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    open: bool = False
    seconds: bool = False
    unit: str = ""
    dates: bool = False
    whole: bool = False

    @property
    def is_free(self) -> bool:
        """Tells whether names are the author's own, so that more texts are right than are meant."""
        return self.open or bool(self.keys)


def meant_text(text: str, name: str, spelling: Spelling, right: Right) -> str | None:
    """The right text that is the fewest slips away, if there is one alone."""
    if len(text) > LONGEST or (spelling.seconds and is_unsure(text)):
        return None
    bare, *inside = _unpasted(text, name)
    tried = {text}
    layer = [*_fresh((bare, *inside), tried)]
    for step in range(1 if spelling.whole else _STEPS + 1):
        if step == 1:
            layer = [bare, *inside]
        if step:
            made = (new for one in layer for new in _undone(one, spelling))
            layer = [*islice(_fresh(made, tried), _MOST)]
        found = {sent for each in layer if (sent := _kept(each, right(each), spelling))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _kept(text: str, sent: str | None, spelling: Spelling) -> str | None:
    """What is sent for a text, if every letter of it is: of two values of a key one is lost."""
    if sent is None or not spelling.is_free:
        return sent
    return sent if _letters(sent) == _letters(text) else None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _fresh(texts: Iterable[str], tried: set[str]) -> Iterator[str]:
    for text in texts:
        if text and text not in tried:
            tried.add(text)
            yield text


def _undone(text: str, spelling: Spelling) -> Iterator[str]:
    """Every text that is one slip away."""
    yield from _separated(text, spelling.separators)
    yield from _assigned(text)
    yield from _numbers(text, spelling)
    if spelling.dates:
        yield from _dates(text)
    yield from _quotes(text, spelling.words)
    if not spelling.keys:
        yield from _each(r'(?<==)([^\s",;=][^",;=]*)(?=[,;]|$)', r'"\1"', text)
    yield from _words(text, spelling.words)


# Pieces of a text outside of its quotes


def _each(
    pattern: str, new: str | Callable[[re.Match[str]], str], text: str
) -> Iterator[str]:
    """All places at once, then each of them alone; none of them inside of quotes."""
    inside = [match.span() for match in re.finditer(QUOTED, text)]
    places = [
        match
        for match in re.finditer(pattern, text)
        if not any(start < match.start() < end for start, end in inside)
    ]
    yield _changed(text, places, new)
    if len(places) > 1:
        yield from (_changed(text, [place], new) for place in places)


def _changed(
    text: str, places: list[re.Match[str]], new: str | Callable[[re.Match[str]], str]
) -> str:
    for match in reversed(places):
        made = match.expand(new) if isinstance(new, str) else new(match)
        text = text[: match.start()] + made + text[match.end() :]
    return text


# What each kind of slip looks like


def _unpasted(text: str, name: str) -> Iterator[str]:
    """Without what comes along from the configuration of a server, or from a response."""
    bare = unwrapped(name, re.sub(r"(\s+always)?[\s;]*$", "", text))
    yield bare
    # quotes of the value's own may stand inside
    yield from (bare[1:-1] for quote in "\"'" if bare[:1] == bare[-1:] == quote)


def _separated(text: str, separators: str) -> Iterator[str]:
    yield text.strip(" ,;")
    if not separators:
        return
    yield from _each(r"\.(?= |$)", separators[0], text)
    for mark in separators:
        others = {",": ";", ";": ","}[mark]
        yield from _each(rf" *[{others}] *", f"{mark} ", text)
        yield from _each(r" *[|&/] *", f"{mark} ", text)
        yield from _each(r"(?<=[^\s,;:=]) +(?=[^\s,;:=])", f"{mark} ", text)
        yield f"{mark} ".join(dict.fromkeys(split(text, mark)))
    yield from _each(r"([,;])[ ,;]*[,;]", r"\1", text)


def _assigned(text: str) -> Iterator[str]:
    yield from _each(r"(?<=[\w*-])[ \t]*(?:[:=][ \t]*)+", "=", text)
    yield from _each(r"(?<=[A-Za-z]) +(?=[0-9\"])", "=", text)
    yield from _each(r"(?<=[A-Za-z]) *[:=] *(?=[0-9*])", " ", text)
    yield from _each(r"(?<=[A-Za-z])(?=[0-9\"])", "=", text)


_THOUSANDS = r"(?<![\w.])[0-9]{1,3}(?:[,_'][0-9]{3})+(?![\w.])"


def _numbers(text: str, spelling: Spelling) -> Iterator[str]:
    yield from _each(_THOUSANDS, lambda match: re.sub("[,_']", "", match[0]), text)
    yield from _each(r"(?<![\w.])\+(?=[0-9])", "", text)
    yield from _each(r"(?<=[0-9])\.(?!000(?!0))0+(?![\w.])", "", text)
    if spelling.seconds:
        amount = r"(?<![\w.-])[0-9]+(?:\.[0-9]+)? *[A-Za-z]+(?![\w-])"
        yield from _each(
            amount, lambda match: meant_seconds(match[0]) or match[0], text
        )
    if spelling.unit:
        yield from _each(rf"(?<=[0-9]) *{spelling.unit}(?!\w)", "", text)


_DATE = (
    r"([a-z]{3})[a-z]*[\W_]+([0-9]{1,2})[\W_]+([a-z]{3})[a-z]*[\W_]+([0-9]{4})[\W_]+"
)
_TIME = (
    r"([0-9]{2})\W([0-9]{2})\W([0-9]{2})[\W_]*(?:GMT|UTC|Z)(?![\w+-]|[ \t]*[+-]?[0-9])"
)


def _dates(text: str) -> Iterator[str]:
    """The same words and numbers as an IMF-fixdate (RFC 9110 5.6.7)."""
    if match := re.search(f"(?i){_DATE}{_TIME}", text):
        day, date, month, year, *time = match.groups()
        clock = ":".join(time)
        yield f"{day.title()}, {date:0>2} {month.title()} {year} {clock} GMT"


_MARKS = STRAIGHT | {
    ord("\N{NO-BREAK SPACE}"): " ",
    ord("\N{EN DASH}"): "-",
    ord("\N{NON-BREAKING HYPHEN}"): "-",
}


def _quotes(text: str, words: tuple[str, ...]) -> Iterator[str]:
    yield text.translate(_MARKS)
    yield from _each(r"'([^'\"]*)'", r'"\1"', text)
    yield from _each(r"'([^'\"]*)'", r"\1", text)
    yield from _each(r'\\"([^"\\]*)\\"', r'"\1"', text)
    yield from _each(r'""([^"]+)""', r'"\1"', text)
    yield from _each(r'"([\w.:/*?+@-]+)"', r"\1", text)
    yield from _each(r'(?<==)([^\s",;=]+)(?=[,;]|$)', r'"\1"', text)
    yield from _each(r"(?<![^,; ])([\w*-]+)(?=[,;]|$)", r'"\1"', text)
    if text.count('"') % 2:
        yield from _closed(text, words)


def _closed(text: str, words: tuple[str, ...]) -> Iterator[str]:
    """With the quote that is missing, wherever a quoted text may start or end.

    Nowhere, where a word of the field's own may stand inside of the quotes, or behind them.
    """
    behind = text.rpartition('"')[2].split(",")[1:]
    if any(part.strip().lower() in words for part in behind):
        return
    for match in re.finditer(r"(?<==)|(?<=,)|(?<=, )|^|$|(?=[,;])", text):
        yield f'{text[: match.start()]}"{text[match.start() :]}'


def _words(text: str, words: tuple[str, ...]) -> Iterator[str]:
    yield from _each(r"[A-Z]+", lambda match: match[0].lower(), text)
    if not words:
        return

    def known(match: re.Match[str]) -> str:
        # what a field names itself has a case in a few fields alone
        return meant_word(match[0], words) or match[0]

    yield from _each(r"(?<![\w=])[A-Za-z][\w-]*", known, text)
    yield from _each(r"(?<![\w=])[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)+", known, text)
    yield re.sub(r'(?<=")[A-Za-z][\w-]*(?=")', known, text)
    longest = sorted(words, key=len, reverse=True)
    yield from _each(
        rf"(?<![\w-])({'|'.join(map(re.escape, longest))})(?=[0-9])", r"\1=", text
    )
