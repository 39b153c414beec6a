"""Python source with double quotes -> the same with single ones, as ruff chooses them.

Both formatters prefer the quote that needs fewer escapes, so a literal keeps its length, and the
layout around it stays right. Docstrings keep their double quotes.
"""

from __future__ import annotations

import re
from functools import cache

_TOKENS = (
    r"#[^\n]*"
    r'|(?:\b[bru]{1,2}|)"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"""|(?P<prefix>\b[bfru]{1,2}|)(?:"(?P<double>(?:[^"\\\n]|\\.)*)"|'(?P<single>(?:[^'\\\n]|\\.)*)')"""
)
_FIELD = re.compile(r"\{\{|\}\}|(\{[^{}]*\})")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def single_quoted(text: str) -> str:
    """The text of a module that black has left as it is, its literals in single quotes."""
    return _tokens().sub(_requoted, text)


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(_TOKENS, re.DOTALL)


def _requoted(token: re.Match[str]) -> str:
    prefix, body = token["prefix"], token["double"]
    if body is None:
        body = token["single"]
    if body is None:  # a comment or a docstring
        return token[0]
    if "f" in prefix and _has_literals(body):
        return _formatted(token)
    if "r" in prefix:
        return token[0] if "'" in body else f"{prefix}'{body}'"
    bare = _ESCAPE.sub(_unescaped, body)
    quote = '"' if bare.count("'") > bare.count('"') else "'"
    return prefix + quote + bare.replace(quote, "\\" + quote) + quote


def _unescaped(escape: re.Match[str]) -> str:
    return escape[1] if escape[1] in "\"'" else escape[0]


def _has_literals(body: str) -> bool:
    """Whether there are quotes within the braces of an f-string."""
    return any("'" in field or '"' in field for field in _FIELD.findall(body))


def _formatted(token: re.Match[str]) -> str:
    """An f-string with literals in it: both change their quotes, unless its own text has some."""
    body = token["double"]
    if body is None or {"'", '"'} & {*_FIELD.sub("", body)}:
        return token[0]
    return f"{token['prefix']}'{body.replace(chr(39), chr(34))}'"
