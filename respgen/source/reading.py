"""The text and the tree of a source file, or the reason why there is none.

Goes in: bytes, as somebody's editor left them. Comes out: a tree, or Unread: where it stops, what is
wrong there, and what would help. No bytes give any other exception.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import warnings
from codecs import BOM_UTF8
from tokenize import detect_encoding

MOST = 1 << 21
"""Bytes. What is larger was written by a program, and its tree takes a hundred times as much."""
_LINE_END = re.compile(r"\r\n?|\n")
_PYTHON = f"Python {sys.version_info.major}.{sys.version_info.minor}"


class Unread(Exception):  # noqa: N818 # what the file is, not what failed
    """The file cannot be read as Python."""

    def __init__(self, message: str, advice: str, line: int = 1, column: int = 1):
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.line = line
        self.column = column


def display_lines(data: bytes) -> tuple[str, ...]:
    """The lines as the tree counts them, of any bytes; U+FFFD for what cannot be decoded."""
    try:
        encoding, _ = detect_encoding(io.BytesIO(data).readline)
    except (SyntaxError, UnicodeDecodeError):
        encoding = "utf-8"
    return tuple(_LINE_END.split(data.decode(encoding, errors="replace")))


def tree(data: bytes) -> ast.Module:
    """The statements of a file. Raises Unread."""
    if len(data) > MOST:
        message = f"the file has {len(data):,} bytes, more than are read"
        raise Unread(message, "exclude it: [tool.respgen.source] exclude")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(data.removeprefix(BOM_UTF8))
    except SyntaxError as error:
        line, column = max(error.lineno or 1, 1), max(error.offset or 1, 1)
        message = f"{_PYTHON} cannot parse the file: {error.msg}"
        raise Unread(message, "correct it, or exclude it", line, column) from error
    except (RecursionError, MemoryError) as error:
        message = f"the file is nested too deep for {_PYTHON}"
        raise Unread(message, "exclude it") from error
    except ValueError as error:  # a null byte, before Python 3.11.4
        message = f"{_PYTHON} cannot parse the file: {error}"
        raise Unread(message, "remove the null bytes") from error
