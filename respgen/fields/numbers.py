"""What to write for a number that stands where a header is sent as text.

Goes in: the row of the field, if it has one, and the number as its author wrote it. Comes out: the
help, and the value that is certainly meant; None where nobody knows.
"""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import Any

from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, Severity, quoted
from respgen.fields.row import FieldType
from respgen.located import WrittenFloat, WrittenInteger, as_written
from respgen.rules import r2

_ZEROS = r"[-+]?0[0-9]+"


def number_help(
    row: FieldType[Any] | None, number: float
) -> tuple[str, str | int | None]:
    """The text in quotes; the whole number where the field takes that spelling alone."""
    text = as_written(number)
    wrong = _faults(row, text)
    if wrong and isfinite(number) and number == int(number):
        left = _faults(row, f"{number:.0f}")
        if _weight(left) < _weight(wrong):
            return f"write {number:.0f}", int(number)
    if _weight(wrong) < 2:
        return f'put it in quotes: "{text}"', text
    return wrong[0].help, None


def respelt(number: object) -> Finding | None:
    """What is sent of a number in JSON is the number; its digits may have been meant for text.

    Zeros in front are lost, and so are more digits than a float has.
    """
    if isinstance(number, WrittenInteger):
        sent = str(int(number))
        lost = compiled(_ZEROS).fullmatch(number.text) is not None
    elif isinstance(number, WrittenFloat) and isfinite(number):
        sent = repr(float(number))
        lost = Decimal(number.text.replace("_", "")) != Decimal(sent)
    else:
        return None
    message = f"the number {quoted(number.text)} is sent as {sent}"
    advice = f'write {sent}, or "{number.text}" in quotes for text'
    return Finding(r2.NUMBER, message, advice) if lost else None


def _faults(row: FieldType[Any] | None, text: str) -> list[Finding]:
    """What the rules say of the text in that field, errors first."""
    found = [*row.judge(row.respell(text))] if row else []
    return sorted(found, key=lambda each: each.rule.severity is not Severity.ERROR)


def _weight(found: list[Finding]) -> int:
    """2: an error; 1: a warning; 0: nothing."""
    if not found:
        return 0
    return 2 if found[0].rule.severity is Severity.ERROR else 1
