"""One slip in a right value: it is found, and no advice about it makes matters worse.

Of each field that has a grammar, right values get one slip at one place. What a fix makes of that
is the right value again. What a help line shows is part of the right value or of what is written,
and where it is put in its place, the right value is there again: it never has another meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from respgen.located import Plain
from tests.slips.advice import followed, proposed
from tests.slips.linted import Linted, canonical, linted
from tests.slips.mappings import plain_slips
from tests.slips.texts import slips
from tests.slips.values import VALUES, Right

_PROSE = re.compile(r"\b(?:a|an|the|its|it|or|of|in|with|without|only|separated)\b")
"""Words that no value has: what has one tells how to write, and shows no text."""
QUICK = 7
"""One in so many slips is tried always."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A right value, the name of a slip, and the value with it."""

    field: Right
    value: Plain
    name: str
    slipped: Plain

    def __str__(self) -> str:
        return f"{self.field.name}: {self.slipped!r} ({self.name})"

    @property
    def is_harmless(self) -> bool:
        """The same is sent."""
        return _sent(self, self.slipped) == _sent(self, self.value)


def _sent(slip: Slip, value: Plain) -> str | None:
    return canonical(slip.field.name, value)


def made(field: Right) -> Iterator[Slip]:
    """Every slip in every value of a field."""
    for value in field.values:
        every: Iterator[tuple[str, Plain]] = (
            slips(value, field.words)
            if isinstance(value, str)
            else plain_slips(value, field.named)
        )
        yield from (Slip(field, value, *slip) for slip in every if field.has(slip[0]))


def complaints(slip: Slip, seen: Linted) -> Iterator[str]:
    """What is wrong with what is said of a slip."""
    said = [each for each in seen.found if each.code not in slip.field.ever]
    if not said and not slip.is_harmless and slip.name not in slip.field.fair:
        yield "is not found"
    if seen.refused:
        yield f"has a fix that is refused: {seen.refused}"
    if seen.mended != slip.slipped and not _is_right(slip, seen.mended):
        yield f"is mended to {seen.mended!r}"
    rules = [each.code for each in said]
    for each in said:
        if stray := strays(each.help, slip):
            yield f"{each.code} shows {stray}: {each.help}"
        elif rules.count(each.code) == 1 and not leads_back(each.help, slip):
            yield f"{each.code} does not lead back: {each.help}"


def _is_right(slip: Slip, value: Plain) -> bool:
    sent = _sent(slip, value)
    return sent is not None and sent == _sent(slip, slip.value)


def strays(advice: str, slip: Slip) -> list[str]:
    """The field's words and the numbers of a help line that nobody wrote."""
    known = _words(f"{slip.value} {slip.slipped} {_sent(slip, slip.value)}")
    own = _words(" ".join(slip.field.vocabulary))
    # a choice of all words of the field is no advice
    if len(own) > 1 and own <= _words(advice):
        return []
    shown = _words(re.sub(r"(RFC|ISO) [0-9]+( [0-9.]+)?|from 0 to 10", "", advice))
    return sorted(
        word
        for word in shown - known
        if word in own or (word.isdecimal() and word != "0")
    )


def _words(text: str) -> set[str]:
    found = re.findall(r"[A-Za-z][\w-]*|[0-9]+", text.lower())
    return {re.sub("[-_]", "", word) for word in found}


def leads_back(advice: str, slip: Slip) -> bool:
    """Whether a text that the help line shows, in its place, makes the right value again.

    Prose shows none: it has no word or number of the right value.
    """
    texts = proposed(advice)
    if not texts or not _shows_text(texts[-1]):
        return True
    every = (made for text in texts for made in followed(slip.slipped, text))
    return any(_is_right(slip, made) for made in every)


def _shows_text(text: str) -> bool:
    return not _PROSE.search(text)


def _report(cases: list[Slip]) -> list[str]:
    seen = linted([(slip.field.name, slip.slipped) for slip in cases])
    return [
        f"{slip} {complaint}"
        for slip, each in zip(cases, seen, strict=True)
        for complaint in complaints(slip, each)
    ]


every_field = pytest.mark.parametrize("field", VALUES, ids=lambda field: field.name)


@every_field
def test_right_values(field: Right) -> None:
    """There is nothing to say of them, and what is sent is right, too."""
    sent: list[Plain] = [canonical(field.name, value) for value in field.values]
    every = [*field.values, *sent]
    seen = linted([(field.name, value) for value in every])
    assert [
        (value, each.found)
        for value, each in zip(every, seen, strict=True)
        if any(found.code not in field.ever for found in each.found)
    ] == []


@every_field
def test_some_slips(field: Right) -> None:
    """The slips of a sample are found, and advice on them is right."""
    assert _report([*made(field)][::QUICK]) == []


@pytest.mark.slow
@every_field
def test_all_slips(field: Right) -> None:
    """Every slip is found, and all advice is right."""
    assert _report([*made(field)]) == []
