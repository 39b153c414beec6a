"""What to write for a number that stands where a header is sent as text.

Goes in: the row of the field, if it has one, and the number as its author wrote it. Comes out: the
help, and the value that is certainly meant; None where nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from math import isfinite
from typing import Any

from respgen.core.grammar import compiled
from respgen.core.structured import SF_DECIMAL_LIMIT
from respgen.decoder.numerals import sent_digits
from respgen.diagnostics import Finding, Severity, quoted
from respgen.fields.directives import QUOTED
from respgen.fields.row import FieldType
from respgen.located import WrittenFloat, WrittenInteger, as_written
from respgen.rules import r2

_LOST = r"\+|-?0[0-9]|[^.eE]*\.[0-9]+0(?![0-9])"
"""A sign, zeros in front, or zeros behind a fraction."""
_NUMBER = r"(?<![\w.])[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.])"


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

    Zeros at either end are lost, signs and bases, and more digits than a float has. An exponent is
    no text: `1e3` is 1000.0.
    """
    if isinstance(number, WrittenInteger):
        found = sent_digits(number)
        quotes = f', or "{number.text}" in quotes for text'
        return found and replace(found, help=f"write {int(number)}{quotes}")
    if not isinstance(number, WrittenFloat) or not isfinite(number):
        return None
    sent, text = repr(float(number)), number.text.replace("_", "")
    same = Decimal(text) == Decimal(sent)
    if same and not compiled(_LOST).match(text):
        return None
    message = f"the number {quoted(number.text)} is sent as {sent}"
    advice = f'write {sent}, or "{number.text}" in quotes for text'
    return Finding(r2.NUMBER, message, advice)


def respelt_default(value: object) -> Finding | None:
    """What a param's default becomes, in a text or in JSON, where it is a whole number."""
    return sent_digits(value) if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class Sent:
    """The numbers in the text of a field: `texts` of them all, and one for each value."""

    texts: frozenset[str]
    values: Mapping[Decimal, str]

    @classmethod
    def of(cls, text: str) -> Sent:
        plainly = compiled(QUOTED).sub('""', text)
        found = compiled(_NUMBER).findall(plainly)
        return cls(frozenset(found), {Decimal(each): each for each in found})

    def changed(self, number: object, otherwise: str) -> Finding | None:
        """What is sent of a number that is written in another way."""
        if isinstance(number, bool) or not isinstance(number, int | float):
            return None
        if isinstance(number, WrittenInteger):
            respelt = sent_digits(number)
            return respelt and replace(respelt, help=respelt.help + otherwise)
        text = as_written(number)
        if text.replace("_", "") in self.texts or not isfinite(number):
            return None
        sent = [self.values[each] for each in _values(number) if each in self.values]
        if not sent:
            return None
        message = f"the number {quoted(text)} is sent as {sent[0]}"
        return Finding(r2.NUMBER, message, f"write {sent[0]}{otherwise}")


def _values(number: float) -> Iterator[Decimal]:
    """What a number may be sent as: itself, as a float, or rounded as a Decimal of RFC 9651 is."""
    exact = Decimal(number if isinstance(number, int) else repr(number))
    yield exact
    if abs(exact) < SF_DECIMAL_LIMIT:
        yield round(exact, 3)
    else:
        yield Decimal(repr(float(number)))


def _faults(row: FieldType[Any] | None, text: str) -> list[Finding]:
    """What the rules say of the text in that field, errors first."""
    found = [*row.judge(row.respell(text))] if row else []
    return sorted(found, key=lambda each: each.rule.severity is not Severity.ERROR)


def _weight(found: list[Finding]) -> int:
    """2: an error; 1: a warning; 0: nothing."""
    if not found:
        return 0
    return 2 if found[0].rule.severity is Severity.ERROR else 1
