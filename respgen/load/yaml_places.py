"""Where values begin and end in a text that is almost YAML, as a reader would guess.

Goes in: the text and an offset. Comes out: offsets. It serves help lines, which may be wrong about
strange texts, and no reader.
"""

from __future__ import annotations

import re
from functools import lru_cache

from respgen.core.grammar import compiled

_GLUED = r"([A-Za-z][A-Za-z0-9_-]*):([^\s:/]\S{0,60})"
# quoted text and comments, where either may begin, and brackets
_TOKEN = re.compile(
    r"(?<![^\s\[{,])(?:\"(?:\\.|[^\"\\])*+\"|'(?:''|[^'])*+')"
    r"|(?<!\S)#[^\n]*+|[\[\]{}]",
    re.DOTALL,
)
_SHOWN = 60  # characters of a text in a help line
_PAIRS = {"]": "[", "}": "{"}
_NESTED = re.compile(r"\[[^\[\]\n]*+\]|\{[^{}\n]*+\}")


def line_of(text: str, at: int) -> tuple[int, int]:
    """Where the line of an offset starts and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def indent(text: str, start: int) -> int:
    """The spaces that a line begins with."""
    return len(text[start:]) - len(text[start:].lstrip(" "))


def number(text: str, at: int) -> int:
    """The line that an offset is on, from 1."""
    return text.count("\n", 0, at) + 1


def without_space(text: str) -> str:
    """The help for `key:value`, which YAML takes for a text; nothing for other texts."""
    glued = compiled(_GLUED).fullmatch(text)
    return f"add a space after the colon: {glued[1]}: {glued[2]}" if glued else ""


def in_quotes(value: str) -> str:
    """The help that shows a text in quotes, if it is short."""
    if not value or len(value) > _SHOWN or not value.isprintable():
        return 'put the whole text in "quotes"'
    quote = "'" if '"' in value else '"'
    shown = value.replace("'", "''") if quote == "'" else value.replace("\\", r"\\")
    return f"put it in quotes: {quote}{shown}{quote}"


@lru_cache(maxsize=4)
def _open(text: str, at: int) -> tuple[int, ...]:
    """The brackets before an offset that are open there, the innermost last."""
    stack: list[int] = []
    for match in _TOKEN.finditer(text, 0, at):
        mark, before = match[0], text[match.start() - 1 : match.start()]
        if mark in _PAIRS and stack and text[stack[-1]] == _PAIRS[mark]:
            stack.pop()
        elif mark in ("[", "{") and (not before or before in " \t\n[{,"):
            stack.append(match.start())
    return tuple(stack)


def open_bracket(text: str, at: int) -> int | None:
    """The innermost bracket that is open at an offset."""
    return next(reversed(_open(text, at)), None)


def in_brackets(text: str, at: int) -> bool:
    """Whether brackets stand around an offset, so that commas and brackets end text."""
    return bool(_open(text, at))


def value_start(text: str, at: int) -> int:
    """Where the value that an offset is in begins: behind a key, a comma or a bracket."""
    line = text.rfind("\n", 0, at) + 1
    if in_brackets(text, at):
        begin = max(
            text.rfind(", ", line, at) + 2, (open_bracket(text, at) or 0) + 1, line
        )
        colon = text.find(": ", begin, at)
        start = colon + 2 if colon >= 0 else begin
    else:
        colon = text.find(": ", line, at)
        start = colon + 2 if colon >= 0 else line
    return start + len(text[start:at]) - len(text[start:at].lstrip(" "))


def value_end(
    text: str, start: int, *, nested: bool = False, quotes: bool = True
) -> int:
    """Where the value that begins at an offset ends: on its line, before a comment.

    In brackets it ends at a comma or a closing bracket, those `nested` in the text aside.
    """
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    comment = re.compile(r"[ \t]+#").search(text, start, line_end)
    stop = comment.start() if comment else line_end
    if in_brackets(text, start):
        stop = _flow_end(text, start, stop, nested)
    return start + len(text[start:stop].rstrip())


def _flow_end(text: str, start: int, stop: int, nested: bool) -> int:
    at = start
    while at < stop and text[at] not in ",]}":
        inside = _NESTED.match(text, at, stop) if nested else None
        at = inside.end() if inside else at + 1
    return at


def align(text: str, start: int) -> str:
    """What to do with a line that belongs below the one that starts at an offset."""
    spaces, line = indent(text, start), number(text, start)
    if not spaces:
        return f"begin it in the first column, as line {line}"
    return f"align it with line {line}: {spaces} space{'s' * (spaces > 1)}"
