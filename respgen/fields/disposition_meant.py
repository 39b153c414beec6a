"""Reads a Content-Disposition as people misspell it: what was meant, where that is certain.

Goes in: a text that breaks RFC 6266 4.1. Comes out: the text with its separators and quotes put right,
or None. Only the two dispositions and the two file names are known, so a value ends where one of
these begins.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from respgen.core.dispositions import EXTENDED_SAFE, quoted_text
from respgen.core.grammar import TOKEN, compiled
from respgen.decoder.respelt import meant_word
from respgen.fields.directives import QUOTED
from respgen.fields.pasted import TYPOGRAPHIC

KINDS = ("attachment", "inline")
PARAMETERS = ("filename", "filename*")
_QUOTES = f"'`{TYPOGRAPHIC}"
_KIND = r"""[ \t]*(["']?)([A-Za-z]+)\1[ \t]*(?:[;,:][ \t;,]*|[ \t]+|$)"""
_NAME = r"([A-Za-z_-]+\*?)[ \t]*[=:][ \t]*"
_NEXT = r"(?i)[ \t]*[;,]?[ \t]*(?=file[_-]?name\*?[ \t]*[=:])"
# one pair of quotes inside of a name; others may close it
_NESTED = r'(?:[^"]*[ (_-])?"\w[^"]*"[^"]*'
# the last word of nginx's directive
_ALWAYS = r"[ \t]+always[ \t]*;?$"
_KIND_BEHIND = r"(?i)[ \t,](?:attachment|inline)$"
_CLOSED = rf"{QUOTED}(?=[ \t]*(?:[;,][ \t;,]*)?(?:{_NEXT[4:]}|$))"


def meant(text: str) -> str | None:
    """The whole value; None where it may mean several things."""
    text = compiled(_ALWAYS).sub("", text)
    match = compiled(_KIND).match(text)
    kind = match and meant_word(match[2], KINDS)
    if match is None or kind is None:
        return None
    params = _params(text[match.end() :])
    if params is None:
        return None
    return "; ".join((kind, *(f"{name}={value}" for name, value in params.items())))


def _params(text: str) -> dict[str, str] | None:
    found: dict[str, str] = {}
    while text := text.strip(" \t;,"):
        match = compiled(_NAME).match(text)
        name = match and meant_word(match[1], PARAMETERS)
        if match is None or name is None or name in found:
            return None
        raw, text = _cut(text[match.end() :])
        value = _extended(raw) if name.endswith("*") else _file_name(raw)
        if value is None:
            return None
        found[name] = value
    return found


def _cut(text: str) -> tuple[str, str]:
    """A value and what stands behind it."""
    closed = compiled(rf"(?i){_CLOSED}").match(text)
    if closed:
        return closed[0], text[closed.end() :]
    end = compiled(_NEXT).search(text)
    stop = end.start() if end else len(text)
    return text[:stop].strip(" \t;,"), text[stop:]


def _file_name(raw: str) -> str | None:
    """The name as a token or in double quotes."""
    if compiled(QUOTED).fullmatch(raw) and raw != '""':
        return raw
    if raw[:2] == raw[-2:] == '""':
        raw = raw[1:-1]
    if len(raw) > 1 and raw[0] in _QUOTES and raw[-1] in _QUOTES:
        raw = raw[1:-1]
    bare = raw.removeprefix('"').removesuffix('"')
    # behind a semicolon that is not in quotes there may be something else
    if not bare or not bare.isascii() or ";" in bare or "\\" in bare:
        return None
    if '"' in bare and not compiled(_NESTED).fullmatch(bare):
        return None
    if compiled(_KIND_BEHIND).search(bare):
        return None
    is_token = raw == bare and compiled(TOKEN).fullmatch(bare)
    return bare if is_token else quoted_text(bare)


def _extended(raw: str) -> str | None:
    """A value in UTF-8; None where a quote in it may be either."""
    bare = raw.strip('"')
    head, *rest = bare.split("'", 2)
    if len(rest) == 1 or re.search("%(?![0-9A-Fa-f]{2})", bare):
        return None
    if rest and head.lower() not in ("utf-8", "utf8", "utf_8"):
        return None
    language, text = rest if rest else ("", bare)
    text = text.strip('"')
    if (
        not text
        or '"' in text
        or text[0] == "'"
        or (not rest and text.lower().startswith("utf"))
    ):
        return None
    return f"UTF-8'{language}'{quote(text, safe=EXTENDED_SAFE + '%')}"
