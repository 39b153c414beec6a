"""Directives with or without an argument, between commas or semicolons (RFC 9110 5.6.1, 5.6.4).

Goes in: the text of a field. Comes out: its directives in order, names in lower case, arguments
without their quotes; a ValueError for what is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.core.grammar import TOKEN, compiled

QUOTED = r'"(?:[^"\\]|\\.)*"'
_ARGUMENT = rf"(?:{TOKEN}|{QUOTED})"
_DIRECTIVE = rf"({TOKEN})(?:=({_ARGUMENT}))?"


@dataclass(frozen=True, slots=True)
class Directive:
    """`name` or `name=argument`."""

    name: str
    argument: str | None = None


def split(text: str, separator: str) -> Iterator[str]:
    """What stands between separators outside of quotes, without blanks; empty ones are left out.

    A quote that nothing closes is a character like others: what stands behind it is split.
    """
    start = 0
    for end in (*_separators(text, separator), len(text)):
        if piece := text[start:end].strip(" \t"):
            yield piece
        start = end + 1


def _separators(text: str, separator: str) -> Iterator[int]:
    place, last_quote = 0, text.rfind('"')
    marks = re.compile(rf'["{separator}]')
    while match := marks.search(text, place):
        place = match.end()
        if match[0] == separator:
            yield match.start()
        elif place <= last_quote:
            closed = compiled(QUOTED).match(text, match.start())
            # once nothing closes a quote, nothing closes a later one
            last_quote = last_quote if closed else -1
            place = closed.end() if closed else place


def directives(text: str, separator: str) -> tuple[Directive, ...]:
    """The directives of a field. Raises ValueError for a text that has others."""
    return tuple(_directive(piece) for piece in split(text, separator))


def _directive(piece: str) -> Directive:
    match = compiled(_DIRECTIVE).fullmatch(piece)
    if match is None:
        raise ValueError(f"{piece!a} is no directive")
    return Directive(match[1].lower(), unquoted(match[2]))


def unquoted(argument: str | None) -> str | None:
    """What a quoted-string says; any other text says itself."""
    if argument is None or not argument.startswith('"'):
        return argument
    return re.sub(r"\\(.)", r"\1", argument[1:-1])


def twice(found: tuple[Directive, ...]) -> Iterator[str]:
    """The names that stand there again."""
    counts = Counter(directive.name for directive in found)
    yield from (name for name, times in counts.items() if times > 1)
