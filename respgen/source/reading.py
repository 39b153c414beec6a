"""The tree of a source file, or the reason why there is none.

Goes in: bytes, as somebody's editor left them. Comes out: a tree, or Unread: where it stops, what is
wrong there, and what would help. No bytes give any other exception.
"""

from __future__ import annotations

import ast
import codecs
import re
import sys
import warnings
from contextlib import suppress
from symtable import symtable
from typing import NamedTuple

MOST = 1 << 21
"""Bytes. What is larger was written by a program, and its tree takes a hundred times as much."""
_LINE_END = re.compile(r"\r\n?|\n")
_DECLARED = re.compile(
    rb"(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n?|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)"
)
"""The declaration of an encoding, in one of the first two lines (PEP 263)."""
_FEW = 10
"""Lines that tell which Python they are of."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PYTHON = f"Python {sys.version_info.major}.{sys.version_info.minor}"
_EXCLUDE = "or exclude the file in [tool.respgen.source]"


class Unread(Exception):  # noqa: N818 # what the file is, not what failed
    """The file cannot be read as Python."""

    def __init__(self, message: str, advice: str, line: int = 1, column: int = 1):
        super().__init__(message)
        self.message = message
        self.advice = f"{advice}, {_EXCLUDE}"
        self.line = line
        self.column = column


class _Syntax(NamedTuple):
    """What came with a version of Python, and how text that has it begins, line by line."""

    minor: int
    words: str
    text: re.Pattern[str]


_NEWER = (
    _Syntax(15, "lazy imports", re.compile(r"\s*lazy\s+(?:import|from)\s")),
    _Syntax(14, "template strings", re.compile(r".*(?<!\w)[tT][rR]?[\"']")),
    _Syntax(
        14,
        "except clauses without parentheses",
        re.compile(r"\s*except\*?\s+[\w.]+\s*,\s*(?:\w+\.)*[A-Z][\w.]*\s*(?:,|:)"),
    ),
    _Syntax(
        13,
        "defaults of type parameters",
        re.compile(r"\s*(?:class|type|(?:async\s+)?def)\s+\w+\s*\[[^\]]*=.*\]"),
    ),
    _Syntax(12, "type statements", re.compile(r"\s*type\s+\w+\s*(?:\[.*\]\s*)?=")),
    _Syntax(
        12,
        "type parameters",
        re.compile(r"\s*(?:class|(?:async\s+)?def)\s+\w+\s*\["),
    ),
    _Syntax(
        12,
        "f-strings with any expression in them",
        # within braces a backslash, a comment, the quote that is around them, or a line end
        re.compile(
            r".*(?<!\w)(?:[fF][rR]?|[rR][fF])([\"']).*\{[^}]*(?:[\\#]|\1.*\1|\n[^}]*\})"
        ),
    ),
)
_PYTHON_2 = re.compile(
    r"\s*(?:print|exec)\s+[^(=\s]|\s*raise\s+[\w.]+\s*,|\s*except\s+[^:]+,\s*\w+\s*:"
    r"|.*(?:`|<>|\b\d+[lL]\b|\b0[0-7]+\b|(?<!\w)[uU][rR][\"'])"
)


def encoding(data: bytes) -> str:
    """The one that the file declares, UTF-8 without one; it need not exist."""
    declared = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    return declared[1].decode().lower() if declared else "utf-8"


def display_lines(data: bytes) -> tuple[str, ...]:
    """The lines as the tree counts them, of any bytes; U+FFFD for what cannot be decoded."""
    try:
        text = data.decode(encoding(data), errors="replace")
    except (ValueError, LookupError):
        text = data.decode(errors="replace")
    text = text.removeprefix("\ufeff")
    return tuple(_LINE_END.split(text) if "\r" in text else text.split("\n"))


def check(data: bytes) -> None:
    """Raises Unread where `tree` would; takes two thirds of its time, since it makes no tree."""
    if len(data) <= MOST:
        with warnings.catch_warnings(), suppress(Exception):
            warnings.simplefilter("ignore")
            symtable(data, "", "exec")  # type: ignore[arg-type]  # bytes too, as compile()
            return
    tree(data)


def tree(data: bytes) -> ast.Module:
    """The statements of a file. Raises Unread."""
    if len(data) > MOST:
        message = f"the file has {len(data):,} bytes, and {MOST:,} are read at most"
        raise Unread(message, "split it")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(data)
    except (RecursionError, MemoryError) as error:
        message = f"{_PYTHON} cannot parse the file: it is nested too deep"
        raise Unread(message, "split the longest expression") from error
    except ValueError as error:  # a null byte, before Python 3.11.4
        raise _undecoded(data, str(error)) from error
    except SyntaxError as error:
        raise _reason(data, error) from error


def _reason(data: bytes, error: SyntaxError) -> Unread:
    if b"\0" in data or not error.lineno or "codec" in error.msg:
        return _undecoded(data, error.msg)
    text = "\n".join(display_lines(data)[error.lineno - 1 :][:_FEW])
    message = f"{_PYTHON} cannot parse the file: {error.msg}"
    advice = "correct it"
    if newer := _newer(text):
        needed = f"Python 3.{newer.minor}"
        message += f" ({newer.words} came with {needed})"
        advice = f"run respgen with {needed} or later"
    elif _PYTHON_2.match(text):
        message += " (it looks like Python 2)"
        advice = "convert it to Python 3"
    return Unread(message, advice, error.lineno, max(error.offset or 1, 1))


def _newer(text: str) -> _Syntax | None:
    return next(
        (
            each
            for each in _NEWER
            if each.minor > sys.version_info.minor and each.text.match(text)
        ),
        None,
    )


def _undecoded(data: bytes, reason: str) -> Unread:
    """What is the matter with the encoding: the one that the file has, or says that it has."""
    utf_8 = "save it as UTF-8"
    if data.startswith(_UTF_16):
        return Unread("the file is UTF-16, which Python does not read", utf_8)
    if b"\0" in data:
        line = _line_of(data, data.index(b"\0"))
        return Unread("the file has a null byte", "remove the null byte", line)
    name = encoding(data)
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        message = f"byte 0x{data[error.start]:02x} is not valid in {name}"
        advice = f"{utf_8}, declare the encoding in the first line"
        return Unread(message, advice, _line_of(data, error.start))
    except (ValueError, LookupError):
        pass
    message = f"the encoding of the file cannot be read: {reason}"
    return Unread(message, "declare one that Python knows, such as # coding: utf-8")


def _line_of(data: bytes, index: int) -> int:
    return len(_LINE_END.split(data[:index].decode("latin-1")))
