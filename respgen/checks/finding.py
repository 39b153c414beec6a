"""What a check finds: a rule, the words, and the key (or the place) they are about."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from respgen.diagnostics import Fix, Problems, Replace, Rule, Span


class Finding(NamedTuple):
    """`place` is a key of the entry, the span of one of its parts, or empty: the entry itself."""

    rule: Rule
    message: str
    help: str = ""
    place: str | Span = ""
    fix: Fix | None = None
    binding: bool = False


def replaced(spans: Mapping[str, Span], key: str, value: str | bool) -> Replace | None:
    """The fix that gives `key` another value; None where the entry does not write it."""
    return Replace(spans[key], value) if key in spans else None


def report(
    findings: Iterable[Finding],
    problems: Problems,
    spans: Mapping[str, Span],
    entry: Span,
) -> None:
    """Add findings where their keys were written, at the entry where a key is silent."""
    for rule, message, help_line, place, fix, binding in findings:
        span = place if isinstance(place, Span) else spans.get(place, entry)
        problems.add(rule, span, message, help_line, fix, binding)
