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

ON = ("1", "true", "yes", "on")
OFF = ("0", "false", "no", "off", "none", "never")
"""Arguments that are meant to switch a directive on or off, which its name alone does."""


@dataclass(frozen=True, slots=True)
class Directive:
    """`name` or `name=argument`."""

    name: str
    argument: str | None = None


def split(text: str, separator: str) -> Iterator[str]:
    """Yields the pieces between separators outside quotes, stripped; skips empty ones.

    A quote that nothing closes is a character like others: what follows it is split.
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
        raise ValueError(f"{piece!a} is not a directive")
    return Directive(match[1].lower(), unquoted(match[2]))


def unquoted(argument: str | None) -> str | None:
    """Unquotes a quoted-string; returns any other text as it is."""
    if argument is None or not argument.startswith('"'):
        return argument
    return re.sub(r"\\(.)", r"\1", argument[1:-1])


def twice(found: tuple[Directive, ...]) -> Iterator[str]:
    """Yields the names that appear more than once."""
    counts = Counter(directive.name for directive in found)
    yield from (name for name, times in counts.items() if times > 1)


def once(names: str) -> str:
    """A list of names, each once whatever its case, as it stands there first."""
    first = {name.lower(): name for name in reversed([*split(names, ",")])}
    return ", ".join(reversed(first.values()))
