"""[tool.respgen] header: comments that every generated module begins with, below our own.

Goes in: a line. Comes out: what is wrong with it. It is the one text of an author's that becomes a
comment, so it must pass neither for code nor for our stamp.
"""

from __future__ import annotations

import re

# printable ASCII, without a blank at the end, which formatters take away
_COMMENT = re.compile("# [ -~]*[!-~]")
_STAMP = "# respgen"


def fault(line: str) -> tuple[str, str] | None:
    """What is wrong, and what to write instead."""
    if not _COMMENT.fullmatch(line):
        advice = "write printable ASCII that begins with '# ': \"# ruff: noqa: D\""
        return f"{line!r} is not a comment of one line", advice
    if line.startswith(_STAMP):
        return f"{line!r} looks like respgen's stamp", "begin it with another word"
    return None
