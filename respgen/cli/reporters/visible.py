"""Text that a terminal shows instead of obeying it."""

from __future__ import annotations

import unicodedata

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """The same text with control, bidirectional, invisible and unpaired characters as escapes."""
    return text if text.isprintable() else "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    if character.isprintable():
        return character
    return _SHORT.get(character) or _escape(ord(character))


def encodable(text: str) -> str:
    """The same text with unpaired surrogates, as odd file names have, as escapes."""
    return text.encode(errors="backslashreplace").decode()


def cells(shown: str) -> int:
    """The columns of a terminal that text takes: none for combining marks, two for wide ones."""
    return len(shown) if shown.isascii() else sum(map(_cells, shown))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
