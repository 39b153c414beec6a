"""Patterns of paths, as .gitignore has them.

Goes in: patterns such as `migrations/**` or `*_pb2.py`. Comes out: whether one matches a path, with
forward slashes, from the folder of the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_MAGIC = re.compile(r"\*\*|\*|\?|\[!?\]?[^]/]*\]|.", re.DOTALL)
_STEPS = {"**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern matches the path, or a folder that it lies in."""
    return any(_compiled(pattern).match(path) for pattern in patterns)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """With a slash before its end a pattern starts at the folder, without one anywhere below it."""
    plain = pattern.removeprefix("./").strip("/")
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    parts = plain.split("/")
    steps = "".join(
        "(?:.*/)?" if part == "**" else f"{_part(part)}/" for part in parts[:-1]
    )
    try:
        return re.compile(f"(?s:{anywhere}{steps}{_part(parts[-1])})(?:/|$)")
    except (
        re.error
    ):  # a range the wrong way round: it is what it says, letter for letter
        return re.compile(f"{anywhere}{re.escape(plain)}(?:/|$)")


def _part(part: str) -> str:
    return "".join(map(_step, _MAGIC.findall(part)))


def _step(piece: str) -> str:
    if piece[0] == "[" and len(piece) > 2:
        inside = piece[1:-1]
        negated = inside[:1] == "!"
        inside = re.sub(r"([\\\[\]^&~|])", r"\\\1", inside[negated:])
        return f"(?!/)[{'^' * negated}{inside}]"
    return _STEPS.get(piece, re.escape(piece))
