"""Codes of rules as settings and comments write them: whole, or the beginning of several.

Goes in: a code. Comes out: what it stands for, and what to write where it stands for nothing.
"""

from __future__ import annotations

from respgen.diagnostics import nearest
from respgen.rules import RULES


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
