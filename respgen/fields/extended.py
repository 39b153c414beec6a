"""Extended values (RFC 8187 3.2.1): `UTF-8'en'na%C3%AFve`, of parameters whose name ends with a star.

Goes in: the value. Comes out: its charset and its text, and whether that is UTF-8.
"""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from respgen.core.grammar import compiled

_VALUE = (
    r"([A-Za-z0-9!#$%&+^_`{}~-]+)'[A-Za-z0-9-]*'"
    r"((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-Fa-f]{2})*)"
)


def extended(value: str) -> tuple[str, str] | None:
    """The charset in small letters, and the text, percent-encoded; None where it is no such value."""
    match = compiled(_VALUE).fullmatch(value)
    return (match[1].lower(), match[2]) if match else None


def is_utf_8(text: str) -> bool:
    """Whether what is percent-encoded is UTF-8."""
    try:
        unquote_to_bytes(text).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
