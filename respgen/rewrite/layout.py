"""A call of several lines: one argument a line.

Goes in: the text of an expression or a statement that ends with a call. Comes out: the same laid out
as black does, or None where that is not possible.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from itertools import pairwise

_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_RETURN = re.compile(r"\r(?!\n)")


def exploded(
    text: str,
    margin: str,
    indent: str,
    newline: str,
    notes: Sequence[tuple[int, str]] = (),
) -> str | None:
    """Its last call with an argument a line, and a comma behind each.

    `notes` are comments, each with a place in the argument in whose line it comes to stand.
    """
    parts = _parts(text)
    if parts is None:
        return None
    head, places = parts
    arguments = [_shifted(text[s:e].strip(), margin + indent) for s, e in places]
    behind = [[note for at, note in notes if s <= at < e] for s, e in places]
    if sum(map(len, behind)) < len(notes) or any(len(each) > 1 for each in behind):
        return None
    said = [f"  {note}" for each in behind for note in each or [""]]
    said = [each.rstrip() for each in said]
    for comma in (",", ""):  # none may follow a generator
        commas = [*[","] * (len(arguments) - 1), comma]
        rows = map("".join, zip(arguments, commas, said, strict=True))
        inner = f"{newline}{margin}{indent}".join(rows)
        new = f"{head}{newline}{margin}{indent}{inner}{newline}{margin})"
        if _parses(new):
            return new
    return None


def _shifted(text: str, margin: str) -> str:
    """An argument of several lines at a margin, as far as its last bracket tells where it was."""
    first, *lines = [each.group() for each in _LINE.finditer(text)]
    if not lines or lines[-1].lstrip()[:1] not in _CLOSING or not _is_loose(text):
        return text
    old = _margin(lines[-1])
    if not all(each.startswith(old) or not each.strip() for each in lines):
        return text
    return first + "".join(
        margin + each[len(old) :] if each.strip() else each for each in lines
    )


def _is_loose(text: str) -> bool:
    """Whether no string and no statement holds on to white space at the start of a line."""
    found = _tokens(text)
    if found is None or "\\\n" in _lines(text) or "\\\r" in text:
        return False
    return all(each.start[0] == each.end[0] for each in found)


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t\f"))]


def is_split(text: str) -> bool:
    """Whether lines end inside of brackets; those inside of strings do not count."""
    found = _tokens(text)
    return found is None or any(each.type == tokenize.NL for each in found)


def _parses(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _parts(text: str) -> tuple[str, list[tuple[int, int]]] | None:
    """What stands before the arguments of the last call, and where these are."""
    found = _tokens(text)
    if not found or found[-1].string != ")":
        return None
    depth, commas = 0, [_end(text, found[-1]) - 1]
    for each in reversed(found):
        if each.string in _CLOSING and each.type == tokenize.OP:
            depth += 1
        elif each.string in _OPENING and each.type == tokenize.OP:
            depth -= 1
        elif depth == 1 and each.type == tokenize.COMMENT:
            return None
        elif depth == 1 and each.string == ",":
            commas.append(_end(text, each) - 1)
        if depth == 0:
            commas.append(_end(text, each) - 1)
            break
    arguments = list(_between(text, commas[::-1]))
    return (text[: commas[-1] + 1], arguments) if arguments else None


def _between(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    for start, end in pairwise(places):
        if text[start + 1 : end].strip():
            yield start + 1, end


def _tokens(text: str) -> list[tokenize.TokenInfo] | None:
    """Its tokens, without those that end it; None where it is no code by itself."""
    kinds = tokenize.NEWLINE, tokenize.ENDMARKER
    try:
        found = list(tokenize.generate_tokens(io.StringIO(_lines(text)).readline))
    except (tokenize.TokenError, SyntaxError):
        return None
    while found and (found[-1].type in kinds or not found[-1].string):
        found.pop()
    return found


def _end(text: str, token: tokenize.TokenInfo) -> int:
    row, column = token.end
    lines = _lines(text).split("\n")
    return sum(len(line) + 1 for line in lines[: row - 1]) + column


def _lines(text: str) -> str:
    """As long, with line ends that the tokenizer knows."""
    return _RETURN.sub("\n", text)
