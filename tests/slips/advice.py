"""What a help line proposes, and what a value becomes where somebody follows it.

Goes in: a help line and a value. Comes out: the words that it shows, and every value that its
reader may make of it.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator

from respgen.located import Plain

_PROPOSAL = re.compile(r"(?:^|: )(?:write|did you mean) (.+)$")
_QUOTED = re.compile(r"('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")
_PIECES = re.compile(r"[\w*?-]+(?:\.\w+)*|\s+|.")


def proposed(advice: str) -> tuple[str, ...]:
    """The text that it tells to write, with quotes and without; nothing where it shows none."""
    match = _PROPOSAL.search(advice)
    text = match[1].removesuffix("?") if match else ""
    shown = _QUOTED.match(text)
    # a text that is shown as Python shows it, perhaps with a reason behind it
    if shown and (shown.end() == len(text) or text[shown.end()] == ":"):
        return str(literal_eval(shown[1])), text
    return (text,) if text else ()


def followed(value: Plain, text: str) -> Iterator[Plain]:
    """The value with that text in the place of the whole, or of one part of it."""
    yield text
    if isinstance(value, str):
        yield from _replaced(value, text)
    else:
        scalar = _scalar(text)
        yield scalar
        yield from _put(value, scalar, text)


def _scalar(text: str) -> Plain:
    known: dict[str, Plain] = {"true": True, "false": False}
    return int(text) if text.isdecimal() else known.get(text, text)


def _replaced(value: str, text: str) -> Iterator[str]:
    """Each run of pieces gives way."""
    places = [0, *(match.end() for match in _PIECES.finditer(value))]
    for number, start in enumerate(places):
        for end in places[number + 1 :]:
            yield value[:start] + text + value[end:]


def _put(value: Plain, scalar: Plain, key: str) -> Iterator[Plain]:
    """Each item, value and key gives way."""
    if isinstance(value, dict):
        for name, inside in value.items():
            for changed in (scalar, *_put(inside, scalar, key)):
                yield {**value, name: changed}
            yield {key if each == name else each: v for each, v in value.items()}
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            for changed in (scalar, *_put(inside, scalar, key)):
                yield [*value[:place], changed, *value[place + 1 :]]
