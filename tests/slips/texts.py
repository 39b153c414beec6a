"""Slips of the fingers in a text: each makes one change at one place.

Goes in: a right text and the words that are its field's own. Comes out: the name of each slip and
the text with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

Slipped: TypeAlias = tuple[str, str]
"""The name of a slip, and the value with it."""

_QUOTED = re.compile(r'"[^"]*"')
_NUMBER = re.compile(r"(?<![\w.:/-])[0-9]+(?![\w.:/-])")
_SEPARATORS = {",": ";", ";": ","}


def slips(text: str, words: Iterable[str]) -> Iterator[Slipped]:
    """Every slip in a text, none twice."""
    seen = {text}
    for name, made in _every(text, tuple(words)):
        if made not in seen:
            seen.add(made)
            yield name, made


def _every(text: str, words: tuple[str, ...]) -> Iterator[Slipped]:
    for make in (_separators, _equals, _quotes, _numbers, _spaces, _pasted):
        yield from make(text)
    yield from _letters(text, words)


def _outside(text: str, marks: str) -> Iterator[int]:
    """The places of these characters outside of quotes."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for place, character in enumerate(text):
        inside = any(start <= place < end for start, end in quoted)
        if character in marks and not inside:
            yield place


def _separators(text: str) -> Iterator[Slipped]:
    for place in _outside(text, ",;"):
        head, mark, tail = text[:place], text[place], text[place + 1 :]
        yield "another separator", head + _SEPARATORS[mark] + tail
        yield "no separator", head + " " + tail.lstrip()
        yield "a separator twice", head + mark + mark + tail
        if "," in (mark, _SEPARATORS[mark]):
            yield "a full stop", head + "." + tail
        piece = head.rpartition(mark)[2].strip()
        yield "a piece twice", f"{head}{mark} {piece}{mark}{tail}"
    for mark in ",;":
        yield f"{mark} at the end", text + mark
        yield f"{mark} at the start", f"{mark} {text}"


def _equals(text: str) -> Iterator[Slipped]:
    for place in _outside(text, "="):
        head, tail = text[:place], text[place + 1 :]
        if not tail or head[-1:] == "=":
            continue  # padding of base64
        for name, between in (
            ("a colon", ":"),
            ("a colon and a space", ": "),
            ("spaces", " = "),
            ("a space before", " ="),
            ("a space after", "= "),
            ("a space", " "),
            ("nothing", ""),
            ("twice", "=="),
        ):
            yield f"{name} for =", head + between + tail
        value = re.match(r'"[^"]*"|[^,;]*', tail)
        rest = tail[value.end() :] if value else ""
        yield "no value after =", f"{head}={rest}"
        yield "no = and no value", head + rest


def _quotes(text: str) -> Iterator[Slipped]:
    for match in _QUOTED.finditer(text):
        head, inside, tail = text[: match.start()], match[0][1:-1], text[match.end() :]
        for name, opening, closing in (
            ("no quotes", "", ""),
            ("no quote before", "", '"'),
            ("no quote after", '"', ""),
            ("single quotes", "'", "'"),
            ("doubled quotes", '""', '""'),
            ("typographic quotes", "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"),
            ("escaped quotes", '\\"', '\\"'),
        ):  # fmt: skip
            yield name, head + opening + inside + closing + tail
    for quote in "\"'":
        yield "the whole in quotes", quote + text + quote


def _numbers(text: str) -> Iterator[Slipped]:
    bare = _QUOTED.sub(lambda match: "x" * len(match[0]), text)
    for match in _NUMBER.finditer(bare):
        head, number, tail = text[: match.start()], match[0], text[match.end() :]
        for name, made in (
            ("a unit", number + "s"),
            ("a unit after a space", number + " s"),
            ("a unit as a word", number + " seconds"),
            ("a minus sign", "-" + number),
            ("a plus sign", "+" + number),
            ("a fraction", number + ".5"),
            ("a fraction of nothing", number + ".0"),
            ("a number in quotes", f'"{number}"'),
            ("a number in single quotes", f"'{number}'"),
            ("underscores in a number", f"{int(number):_}"),
            ("commas in a number", f"{int(number):,}"),
            ("a letter for 0", number.replace("0", "O", 1)),
        ):
            yield name, head + made + tail


def _spaces(text: str) -> Iterator[Slipped]:
    yield "a space before", " " + text
    yield "a space after", text + " "
    yield "a tab after", text + "\t"
    for place in _outside(text, " "):
        yield "two spaces", text[:place] + " " + text[place:]


def _pasted(text: str) -> Iterator[Slipped]:
    """What comes along from the configuration of a server."""
    yield "always", text + " always"
    yield "always;", f'"{text}" always;'


def _letters(text: str, words: tuple[str, ...]) -> Iterator[Slipped]:
    yield "capitals", _outside_quotes(str.upper, text)
    yield "small letters", _outside_quotes(str.lower, text)
    for word in words:
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
            head, tail = text[: match.start()], text[match.end() :]
            for name, made in _misspelt(word):
                yield name, head + made + tail


def _outside_quotes(change: Callable[[str], str], text: str) -> str:
    pieces = re.split(f"({_QUOTED.pattern})", text)
    return "".join(piece if piece[:1] == '"' else change(piece) for piece in pieces)


def _misspelt(word: str) -> Iterator[Slipped]:
    yield "a word in capitals", word.upper()
    yield "a word with a capital", word.capitalize()
    if "-" in word:
        yield "underscores", word.replace("-", "_")
        yield "no hyphens", word.replace("-", "")
        yield "spaces for hyphens", word.replace("-", " ")
    for place in range(1, len(word) - 1 if len(word) > 4 else 0):
        head, one, two, tail = (
            word[:place],
            word[place],
            word[place + 1],
            word[place + 2 :],
        )
        if one != two:
            yield "letters swapped", head + two + one + tail
        yield "a letter doubled", head + one + one + two + tail
        yield "a letter missing", head + two + tail
        yield "another letter", head + "x" + two + tail


Slips: TypeAlias = Callable[[str], Iterator[Slipped]]
