"""Codes of rules as settings and comments write them: whole, or the beginning of several.

Goes in: a code, or a line with a comment. Comes out: what it stands for, and what to write where
it stands for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from respgen.diagnostics import Span, nearest
from respgen.rules import RULES

_COMMENT = re.compile(
    r"(?:^|\s)(#\s*respgen:?\s*ignore\b(?P<file>-file\b)?(?:\s*\[(?P<codes>[^\]#]*)\])?)(?P<reason>.*)"
)
_CODE = re.compile(r"[^,\s]+")


@dataclass(frozen=True, slots=True)
class IgnoreComment:
    """`# respgen: ignore[R301, R4] reason`: the codes, or their beginnings, each with its place.

    `whole_file`: it is written `ignore-file`.
    """

    span: Span
    codes: Mapping[str, Span]
    whole_file: bool = False
    reason: str = ""

    def covers(self, code: str) -> bool:
        """Whether it names a rule."""
        return any(code[:end] in self.codes for end in range(1, len(code) + 1))


def ignore_comment(file: str, number: int, line: str) -> IgnoreComment | None:
    """The comment in a line of a file, if it has one of ours."""
    if "#" not in line or (match := _COMMENT.search(line)) is None:
        return None

    def span(start: int, end: int) -> Span:
        return Span(file, number, start + 1, number, end + 1)

    start = match.start("codes")
    codes = {
        code[0]: span(start + code.start(), start + code.end())
        for code in _CODE.finditer(match["codes"] or "")
    }
    reason = match["reason"].partition("#")[0].strip()
    return IgnoreComment(span(*match.span(1)), codes, bool(match["file"]), reason)


def named(code: str) -> bool:
    """Whether it is the code of a rule, or begins one."""
    return code != "" and any(rule.startswith(code) for rule in RULES)


def may_be_ignored(code: str) -> bool:
    """Whether one of the rules that it names can be ignored."""
    rules = (rule for rule in RULES.values() if rule.code.startswith(code))
    return any(rule.ignorable for rule in rules)


def near(code: str) -> str:
    """A help line for a code that names nothing."""
    families = sorted({rule[:2] for rule in RULES})
    if named(code.upper()):
        return f"did you mean {code.upper()!r}?"
    if code[:2] in families and (close := nearest(code, RULES)):
        return close
    return (
        f"codes begin with {families[0]} to {families[-1]}; `respgen rule` lists them"
    )
