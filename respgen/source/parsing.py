"""The statements of a source file of the project.

Goes in: its bytes. Come out: the statements of the module; none of a file that is too large, or too
deep, to be read for a few names of it.
"""

from __future__ import annotations

import ast
import warnings

_LARGE = 1 << 19
"""Bytes: some ten thousand lines, which take half a second. What is larger is mostly data."""


def statements(data: bytes) -> list[ast.stmt] | None:
    """Raises SyntaxError for what is no Python, with the line where one is known."""
    if len(data) > _LARGE:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(data).body
    except (RecursionError, MemoryError):
        return None
    except ValueError as wrong:  # a null byte, before Python 3.11.4
        raise SyntaxError(str(wrong)) from wrong


def readable(data: bytes) -> list[ast.stmt] | None:
    """The statements; None where the text is no Python, too."""
    try:
        return statements(data)
    except SyntaxError:
        return None
