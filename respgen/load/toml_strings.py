"""The four kinds of TOML strings (TOML 1.0, section String).

Goes in: a cursor before the quotes. Comes out: the text; the cursor is behind the quotes.
"""

from __future__ import annotations

from typing import NoReturn

from respgen.load.cursor import Cursor
from respgen.rules import r0

_BREAK = r"\r?\n"
_FOLD = r"\\[ \t]*\r?\n(?:[ \t]|\r?\n)*"
_PLAIN = r'[^"\\\r\n]*'
_RAW = r"'|[^'\r\n]+"
_MORE_QUOTES = {'"""': '"{0,2}', "'''": "'{0,2}"}
_LITERAL = r"'([^'\r\n]*)'"
_ESCAPE = r'\\(?:(["\\bfnrt])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))'
_SHORT = {
    '"': '"', "\\": "\\",
    "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}  # fmt: skip


def string(cursor: Cursor) -> str:
    """A string on one line or on several, as a value may be."""
    start = cursor.at
    for quotes in _MORE_QUOTES:
        if cursor.take(quotes):
            return _long(cursor, start, quotes)
    return line_string(cursor)


def line_string(cursor: Cursor) -> str:
    """A string on one line, as a key must be."""
    start = cursor.at
    if literal := cursor.match(_LITERAL):
        return literal[1]
    quote = cursor.peek()
    cursor.at += 1
    parts: list[str] = []
    while not cursor.take('"'):
        if quote == "'" or cursor.peek() in ("\r", "\n", ""):
            _unclosed(cursor, start, quote)
        parts.append(_piece(cursor))
    return "".join(parts)


def _long(cursor: Cursor, start: int, quotes: str) -> str:
    cursor.match(_BREAK)
    parts: list[str] = []
    while not cursor.take(quotes):
        if not cursor.peek():
            _unclosed(cursor, start, quotes)
        parts.append(_long_piece(cursor, quotes))
    if more := cursor.match(_MORE_QUOTES[quotes]):
        parts.append(more[0])
    return "".join(parts)


def _long_piece(cursor: Cursor, quotes: str) -> str:
    if cursor.match(_BREAK):
        return "\n"
    if cursor.peek() == "\r":
        cursor.wrong("a carriage return without a line feed", r"write \r, or remove it")
    if quotes == "'''":
        raw = cursor.match(_RAW)
        return raw[0] if raw else ""
    if cursor.match(_FOLD):
        return ""
    return '"' if cursor.take('"') else _piece(cursor)


def _piece(cursor: Cursor) -> str:
    """Plain text up to a quote or the end of the line, or one escape."""
    if cursor.peek() == "\\":
        return _escape(cursor)
    plain = cursor.match(_PLAIN)
    return plain[0] if plain else ""


def _escape(cursor: Cursor) -> str:
    start = cursor.at
    match = cursor.match(_ESCAPE)
    if match is None:
        advice = "write \\\\ for a backslash, or use 'single quotes'"
        cursor.wrong("unknown escape", advice)
    if match[1]:
        character = _SHORT[match[1]]
    elif (code := int(match[2] or match[3], 16)) <= 0x10FFFF:
        character = chr(code)
    else:
        message = "there is no such Unicode character"
        advice = "write the character itself"
        cursor.source.halt(r0.SYNTAX, cursor.span(start), message, advice)
    cursor.check_escape(start, character)
    return character


def _unclosed(cursor: Cursor, start: int, quotes: str) -> NoReturn:
    span = cursor.source.span(start, start + len(quotes))
    message = f"the string is not closed by {quotes}"
    cursor.source.halt(r0.SYNTAX, span, message, f"add {quotes} at its end")
