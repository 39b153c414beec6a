"""What is wrong with one call by itself (R935, R936).

Goes in: operations, and the lines around them. Come out: lifetimes that are no numbers, and cookies
with a SameSite that a comment does not want.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from textwrap import dedent

from respgen.audit.cookies.annotations import class_of
from respgen.audit.cookies.operations import Operation
from respgen.audit.cookies.wording import expression
from respgen.audit.findings import Found
from respgen.audit.places import Finder
from respgen.rules import r9
from respgen.source.program.facts import Facts
from respgen.source.program.folding import DURATION, is_duration
from respgen.source.program.values import (
    Arguments,
    Called,
    Instance,
    Known,
    Value,
    choices,
)
from respgen.source.unparsing import unparsed


def argument_findings(facts: Facts, found: tuple[Operation, ...]) -> Iterator[Found]:
    """Findings about single calls, each once."""
    sets = [each for each in found if not each.deletes]
    yield from dict.fromkeys((*_lifetimes(facts, sets), *_comments(facts, sets)))


# Lifetimes


def _lifetimes(facts: Facts, found: Iterable[Operation]) -> Iterator[Found]:
    for each in found:
        value = each.values.get("max_age")
        if value is None or not _lasts(facts, value):
            continue
        sent = _sent(value)
        message = (
            f"max_age is a timedelta, which is sent as {sent}:"
            " browsers find no number, and end the cookie with their session"
        )
        advice = f"max_age={_seconds(each)}"
        yield Finder(facts).found(r9.MAX_AGE, each.at("max_age"), message, advice)


def _lasts(facts: Facts, value: Value) -> bool:
    return any(
        is_duration(each) or class_of(facts, each) == DURATION
        for each in choices(value)
    )


_UNITS = "days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"
_UNKNOWN = "text such as '1 day, 0:00:00'"


def _sent(value: Value) -> str:
    """What stands in the field, where the duration is made of constants."""
    match value:
        case Called(arguments=made) | Instance(made=Arguments() as made):
            given = made.by_name(_UNITS)
        case _:
            return _UNKNOWN
    known = {name: v.value for name, v in given.items() if isinstance(v, Known)}
    if made.rest or len(known) < len(given):
        return _UNKNOWN
    try:
        return repr(str(timedelta(**known)))  # type: ignore[arg-type]  # what it refuses is unknown
    except (TypeError, ValueError, OverflowError):
        return _UNKNOWN


def _seconds(found: Operation) -> str:
    """What to write in place of the expression, where that is at hand."""
    node = found.at("max_age").node
    if not expression(found, "max_age") or not isinstance(node, ast.expr):
        return "int(lifetime.total_seconds())"
    return _number(node)


def _number(node: ast.expr) -> str:
    """A duration as a number; None and numbers stay, and so do the ways to choose one."""
    text = unparsed(node)
    match node:
        case ast.IfExp(test, body, other):
            return f"{_number(body)} if {unparsed(test)} else {_number(other)}"
        case ast.Constant():
            return text
        case ast.Name() | ast.Attribute() | ast.Call() | ast.Subscript():
            return f"int({text}.total_seconds())"
    return f"int(({text}).total_seconds())"


# Comments

_NAME = r"same[-_ ]?site\b"
_VALUE = r"(?!(?:\s+(?:to|as|of))?\s*[=:]?\s*['\"]?(?:none|lax|strict)\b)"
_OTHER = r"(?!\s+(?:support|issue|problem|warning|check|polic|handling|rule))"
_VERB = r"(?:set|sen[dt]|add|use|want|need|writ(?:e|ten)|emit(?:ted)?|includ(?:e|ed)|give|pass)"
_UNWANTED = re.compile(
    rf"""\b(?:no|without(?:\s+(?:a|any|the))?)\s+{_NAME}{_VALUE}{_OTHER}
    |\b(?:omit|skip|leav|drop|avoid)\w*\s+(?:out\s+|off\s+)?(?:the\s+)?{_NAME}{_VALUE}{_OTHER}
    |(?:\bnot|n't|\bnever)\s+{_VERB}\s+(?:a\s+|any\s+|the\s+)?{_NAME}{_VALUE}{_OTHER}
    |{_NAME}(?:\s+(?:attribute|flag))?\s+(?:must|should|may|can|is|was|are)\s*(?:not|n't)\s+
        (?:be\s+)?{_VERB}
    |{_NAME}(?:\s+(?:attribute|flag))?\s+(?:is\s+|was\s+|stays\s+|\w+ly\s+)*
        (?:left\s+(?:out|off|unset)|omitted|unset|absent)""",
    re.IGNORECASE | re.VERBOSE,
)

_CONTENT = re.compile(r"\blax\b", re.IGNORECASE)
"""Who speaks of Lax knows what is sent."""


def _comments(facts: Facts, found: Iterable[Operation]) -> Iterator[Found]:
    for each in found:
        _, event = each.chain[0]
        if each.open or "samesite" in each.values:
            continue
        lines = facts.lines(each.inner.unit.file)
        said = _said(lines, event.node, event.statement)
        if _UNWANTED.search(said) and not _CONTENT.search(said):
            word = each.word("samesite")
            message = (
                "the comment asks for no SameSite, but Starlette sends SameSite=Lax"
                " unless the call says otherwise"
            )
            rule = r9.DEFAULT_SAMESITE
            yield Finder(facts).found(rule, each.inner, message, f"{word}=None")


def _said(lines: Sequence[str], node: ast.Call, statement: ast.stmt) -> str:
    """The comments right above a call and in it, as one line."""
    whole = node if hasattr(statement, "body") else statement
    first, last = whole.lineno, whole.end_lineno or whole.lineno
    above: list[str] = []
    for line in reversed(lines[: first - 1]):
        if not line.strip().startswith("#"):
            break
        above.insert(0, line.strip())
    text = "\n".join(lines[first - 1 : last])
    inside = _comments_of(text) if "#" in text else []
    return " ".join(each.strip("#").strip() for each in (*above, *inside))


def _comments_of(text: str) -> list[str]:
    """The comments of a piece of source; none where it is no whole statement."""
    try:
        tokens = [*tokenize.generate_tokens(io.StringIO(dedent(text)).readline)]
    except (tokenize.TokenError, SyntaxError):
        return []
    return [each.string for each in tokens if each.type == tokenize.COMMENT]
