"""What TOML writes without quotes: numbers, truth values, dates and times.

Goes in: a cursor before a value. Comes out: the value, dates and times as the text that is written.
"""

from __future__ import annotations

import math
import re
from datetime import date

from respgen.core.grammar import compiled
from respgen.load.cursor import Cursor
from respgen.load.source import integer
from respgen.located import WrittenFloat
from respgen.rules import r0

_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?"
_OFFSET = r"[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]"
_DATE = (  # RFC 3339 section 5.6
    rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?:[Tt ]({_TIME})({_OFFSET})?)?"
)

_BASED = r"0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0b[01](?:_?[01])*|0o[0-7](?:_?[0-7])*"
_DIGITS = r"[0-9](?:_?[0-9])*"
_NUMBER = rf"[+-]?(?:0|[1-9](?:_?[0-9])*)(\.{_DIGITS})?([eE][+-]?{_DIGITS})?"
_WORD = r"[^\s,\[\]{}#=\"']+"
_WORDS: dict[str, bool | float] = {
    "true": True, "false": False,
    "inf": math.inf, "+inf": math.inf, "-inf": -math.inf,
    "nan": math.nan, "+nan": math.nan, "-nan": math.nan,
}  # fmt: skip


def bare(cursor: Cursor) -> str | int | float:
    """A value without quotes (bool is an int)."""
    start = cursor.at
    if found := cursor.match(_DATE):
        return _ended(cursor, start, _date(cursor, start, found))
    if time := cursor.match(_TIME):
        return _ended(cursor, start, time[0])
    word = cursor.match(_WORD)
    if word is None:
        cursor.wrong("expected a value", 'write a number, true, false or "text"')
    if word[0] in _WORDS:
        value = _WORDS[word[0]]
        return WrittenFloat.of(value, word[0]) if isinstance(value, float) else value
    return _number(cursor, start, word[0])


def _date(cursor: Cursor, start: int, found: re.Match[str]) -> str:
    year, month, day = (int(part) for part in found.group(1, 2, 3))
    try:
        date(year, month, day)
    except ValueError:
        message = f"{found[0]} is not a valid date"
        cursor.source.halt(
            r0.SYNTAX, cursor.span(start), message, f'quote text: "{found[0]}"'
        )
    return found[0]


def _ended(cursor: Cursor, start: int, value: str) -> str:
    if cursor.match(_WORD):
        cursor.no_value(start, "TOML")
    return value


def _number(cursor: Cursor, start: int, word: str) -> int | float:
    digits = word.replace("_", "")
    if compiled(_BASED).fullmatch(word):
        return integer(cursor.source, cursor.span(start), digits, 0, word)
    number = compiled(_NUMBER).fullmatch(word)
    if number is None:
        cursor.no_value(start, "TOML")
    if number[1] or number[2]:
        return WrittenFloat.of(float(digits), word)
    return integer(cursor.source, cursor.span(start), digits, text=word)
