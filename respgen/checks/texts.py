"""Checks the texts of headers (RFC 9110 5.5): rules R203 to R206, and those of the field.

Goes in: a header and the text that it sends. Comes out: findings about the text.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from respgen.checks.characters import not_latin_1, obs_text
from respgen.checks.constants import value_findings
from respgen.checks.leftovers import constant_leftovers
from respgen.core.fields import field_value
from respgen.core.grammar import FieldError
from respgen.diagnostics import Finding, Replace, Severity
from respgen.rules import r2
from respgen.specs import HeaderSpec


def text_findings(header: HeaderSpec, value: str) -> Iterator[Finding]:
    """Reports wrong characters, else what was to be no constant, else what the header's rules say."""
    again = partial(text_findings, header)
    if unsent := _unsent(header, value, again):
        yield unsent
        return
    left = [*constant_leftovers(header, value)]
    if left and not value.isascii():
        yield obs_text(header.name)
    yield from left or sent_findings(header, value)


def sent_findings(header: HeaderSpec, value: str) -> Iterator[Finding]:
    """The same of a text that is sent as it is, and was to be nothing else."""
    if unsent := _unsent(header, value, partial(sent_findings, header)):
        yield unsent
        return
    if not value.isascii():
        yield obs_text(header.name)
    yield from value_findings(header, value)


def _unsent(
    header: HeaderSpec, value: str, others: Callable[[str], Iterator[Finding]]
) -> Finding | None:
    """What no response can send; `others` finds what is wrong in another text."""
    if not value.isascii() and max(value) > "\xff":
        return not_latin_1(header, value, others)
    try:
        field_value(header.name, value)
    except FieldError as error:
        return _no_value(header, value, str(error), others)
    return None


def _no_value(
    header: HeaderSpec,
    value: str,
    refusal: str,
    others: Callable[[str], Iterator[Finding]],
) -> Finding:
    """Only white space at the edges has a fix: what a control was meant to be, nobody knows."""
    mended = re.sub(r"[\x00-\x20\x7f]+", " ", value).strip()
    blank = mended == value.strip(" \t\r\n") and not header.places.parts
    left = [each.rule.severity for each in others(mended)]
    sure = blank and mended and Severity.ERROR not in left
    fix = Replace(header.places.whole, mended) if sure else None
    return Finding(r2.FIELD_VALUE, refusal, f"write {mended!r}", fix=fix)
