"""A value as it was copied from a server's configuration or from a tool -> the value alone.

Goes in: the name of a field and a text. Comes out: the text without the field's name, the words of
nginx and Apache, and the quotes around the whole; the same text where none of them is there.
"""

from __future__ import annotations

import re

_COMMAND = r"(?:add_header\s+|header\s+(?:always\s+)?(?:set|add|append)\s+)"
_TAIL = r"(?P<value>.*?)(?:\s+always)?\s*;?"
_SUFFIX = "-Report-Only"
QUOTES = "\"'`"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033"
TYPOGRAPHIC = _SINGLE + _DOUBLE
"""Quotes as word processors and web sites make them."""
STRAIGHT = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"')})
"""The quotes of ASCII in their place."""


def unwrapped(name: str, text: str) -> str:
    """The value alone."""
    either = re.escape(name.removesuffix(_SUFFIX)) + f"(?:{_SUFFIX})?"
    spelt = rf"[\"']?{either}[\"']?"
    command = re.fullmatch(rf"{_COMMAND}{spelt}\s+{_TAIL}", text, re.IGNORECASE)
    line = re.fullmatch(rf"{spelt}\s*:\s*(?P<value>.*)", text, re.IGNORECASE)
    tail = re.fullmatch(r"(?P<value>.*\S)\s+always", text, re.IGNORECASE)
    found = command or line or tail
    return _unquoted(found["value"] if found else text)


def _unquoted(text: str) -> str:
    """Without the quotes at both ends, which stand nowhere inside, or the only one at one end."""
    if text.count('"') == 1 and '"' in (text[0], text[-1]):
        return text.strip('" \t')
    mark, inside = text[:1], text[1:-1]
    closed = len(text) > 1 and mark in QUOTES and text[-1] == mark
    return inside.strip(" \t") if closed and mark not in inside else text
