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
from respgen.fields.durations import meant_seconds

_STEPS = 2
"""Slips that are undone in one text; more of them are no slip."""
_MOST = 400
"""Texts that are tried for one that is wrong."""
_LONGEST = 1_000
"""Characters of a text in which slips are looked for."""

Right: TypeAlias = Callable[[str], str | None]
"""The canonical form of a right text; None for any other."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a field is written: what stands between its parts, and the words that are its own.

    `seconds`: its numbers are seconds. `unit` is that of other numbers, which is never written.
    """

    separators: str = ""
    words: tuple[str, ...] = ()
    seconds: bool = False
    unit: str = ""


def meant_text(
    text: str, name: str, spelling: Spelling, right: Right, steps: int = _STEPS
) -> str | None:
    """The right text that is the fewest slips away, if there is one alone."""
    tried, layer = {text}, [text]
    for _ in range(steps if len(text) <= _LONGEST else 0):
        made = (new for one in layer for new in _undone(one, name, spelling))
        layer = [*islice(_fresh(made, tried), _MOST)]
        found = {canonical for each in layer if (canonical := right(each)) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _fresh(texts: Iterable[str], tried: set[str]) -> Iterator[str]:
    for text in texts:
        if text and text not in tried:
            tried.add(text)
            yield text


def _undone(text: str, name: str, spelling: Spelling) -> Iterator[str]:
    """Every text that is one slip away."""
    yield from _unpasted(text, name)
    yield from _separated(text, spelling.separators)
    yield from _assigned(text)
    yield from _numbers(text, spelling)
    yield from _quotes(text)
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
    bare = re.sub(rf"(?i)^{re.escape(name)}\s*:\s*", "", text)
    yield bare
    for quote in "\"'":
        wrapped = rf"{quote}(.*){quote}(?:\s*always)?\s*;?"
        if match := re.fullmatch(wrapped, bare):
            yield match[1]
    yield re.sub(r"\s+always\s*;?$", "", bare)


def _separated(text: str, separators: str) -> Iterator[str]:
    yield text.strip(" ,;")
    if not separators:
        return
    yield from _each(r"\.(?= |$)", separators[0], text)
    for mark in separators:
        others = {",": ";", ";": ","}[mark]
        yield from _each(rf" *[{others}] *", f"{mark} ", text)
        yield from _each(r"(?<=[^\s,;:=]) +(?=[^\s,;:=])", f"{mark} ", text)
        pieces = [*split(text, mark)]
        yield f"{mark} ".join(dict.fromkeys(pieces))
    yield from _each(r"([,;])[ ,;]*[,;]", r"\1", text)


def _assigned(text: str) -> Iterator[str]:
    yield from _each(r"(?<=[\w*-])[ \t]*(?:[:=][ \t]*)+", "=", text)
    yield from _each(r"(?<=[A-Za-z]) +(?=[0-9\"])", "=", text)
    yield from _each(r"(?<=[A-Za-z])(?=[0-9\"])", "=", text)


_THOUSANDS = r"(?<![\w.])[0-9]{1,3}(?:[,_'][0-9]{3})+(?![\w.])"


def _numbers(text: str, spelling: Spelling) -> Iterator[str]:
    yield from _each(_THOUSANDS, lambda match: re.sub("[,_']", "", match[0]), text)
    yield from _each(r"(?<![\w.])\+(?=[0-9])", "", text)
    yield from _each(r"(?<=[0-9])\.0+(?![\w.])", "", text)
    if spelling.seconds:
        amount = r"(?<![\w.-])[0-9]+(?:\.[0-9]+)? *[A-Za-z]+(?![\w-])"
        yield from _each(
            amount, lambda match: meant_seconds(match[0]) or match[0], text
        )
    if spelling.unit:
        yield from _each(rf"(?<=[0-9]) *{spelling.unit}(?!\w)", "", text)


_TYPOGRAPHIC = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{NO-BREAK SPACE}": " ",
        "\N{EN DASH}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
    }
)  # fmt: skip


def _quotes(text: str) -> Iterator[str]:
    yield text.translate(_TYPOGRAPHIC)
    yield from _each(r"'([^'\"]*)'", r'"\1"', text)
    yield from _each(r"'([^'\"]*)'", r"\1", text)
    yield from _each(r'\\"([^"\\]*)\\"', r'"\1"', text)
    yield from _each(r'""([^"]+)""', r'"\1"', text)
    yield from _each(r'"([\w.:/*?+@-]+)"', r"\1", text)
    yield from _each(r'(?<==)([^\s",;=]+)(?=[,;]|$)', r'"\1"', text)
    yield from _each(r'(?<==)([^\s",;=][^",;=]*)(?=[,;]|$)', r'"\1"', text)
    yield from _each(r"(?<![^,; ])([\w*-]+)(?=[,;]|$)", r'"\1"', text)
    if text.count('"') % 2:
        yield from _closed(text)


def _closed(text: str) -> Iterator[str]:
    """With the quote that is missing, wherever a quoted text may start or end."""
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
    longest = sorted(words, key=len, reverse=True)
    yield from _each(
        rf"(?<![\w-])({'|'.join(map(re.escape, longest))})(?=[0-9])", r"\1=", text
    )
