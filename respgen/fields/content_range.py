"""Content-Range (RFC 9110 14.4): `{first: 0, last: 99, complete: 1234}`, or `{complete: 1234}`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from respgen.core.grammar import TOKEN, compiled
from respgen.core.ranges import (
    ContentRange,
    UnsatisfiedRange,
    content_range_value,
    position,
    range_text,
)
from respgen.core.values import token_value
from respgen.diagnostics import Finding, Malformed
from respgen.fields.kinds import TEXT, WHOLE, Kind, Param, Params
from respgen.fields.reading import checked
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.located import Plain
from respgen.rules import r0, r2

_RANGE = rf"{TOKEN} ([0-9]+)-([0-9]+)/([0-9]+|\*)"
_UNSATISFIED = rf"{TOKEN} \*/[0-9]+"


def is_unsatisfied(text: str) -> bool | None:
    """Tells whether it says that no part is sent; None if it is not a range."""
    if compiled(_UNSATISFIED).fullmatch(text):
        return True
    return False if compiled(_RANGE).fullmatch(text) else None


def remarks(text: str) -> Iterator[Finding]:
    """Reports on the whole, then on positions that are out of order."""
    if is_unsatisfied(text):
        return
    match = compiled(_RANGE).fullmatch(text)
    if match is None:
        message = "neither a range of positions nor */ and a length (RFC 9110 14.4)"
        advice = "write the unit, a space, first-last and /length"
        yield Finding(r2.CONTENT_RANGE, message, advice)
        return
    if _less(match[2], match[1]):
        message = "the last position is before the first"
        yield Finding(
            r2.CONTENT_RANGE, message, "write the lower position first", ("last",)
        )
    if match[3] != "*" and not _less(match[2], match[3]):
        message = (
            "the last position must be less than the length: positions count from 0"
        )
        advice = "write the complete length"
        yield Finding(r2.CONTENT_RANGE, message, advice, ("complete",))


def _less(one: str, other: str) -> bool:
    """Compares two texts of digits, however many there are."""
    first, second = one.lstrip("0"), other.lstrip("0")
    return (len(first), first) < (len(second), second)


_EXAMPLE = "{first: 0, last: 99, complete: 1234}"
_POSITION = replace(
    WHOLE,
    form={"type": "integer", "minimum": 0},
    make=checked(WHOLE.make, position),
    rule=r2.CONTENT_RANGE,
    hint="write digits, without quotes",
)
_UNIT = replace(
    TEXT,
    make=checked(TEXT.make, token_value),
    rule=r2.CONTENT_RANGE,
    advice="write bytes",
)
_POSITIONS = Params(
    (
        Param("first", "The first position, counted from 0.", _POSITION),
        Param("last", "The last position, which is included.", _POSITION),
        Param("complete", "The length of the whole, if it is known.", _POSITION),
        Param("unit", "What is counted, if not bytes.", _UNIT),
    ),
    advice="write first, last, complete or unit",
)


def _read(value: Plain) -> ContentRange | UnsatisfiedRange:
    """A range; without positions none of it, without `complete` of any length."""
    given = _POSITIONS.read(value)
    if {"first", "last"} <= given.keys():
        return ContentRange(**given)
    if given.keys() - {"unit"} == {"complete"}:
        return UnsatisfiedRange(**given)
    message = "a range needs first and last, or only complete"
    raise Malformed(Finding(r0.MISSING_KEY, message, _EXAMPLE))


CONTENT_RANGE: FieldType[ContentRange | UnsatisfiedRange] = FieldType(
    word="content_range",
    names=("Content-Range",),
    about="Which part of the whole this is; only complete: no part (RFC 9110 14.4).",
    kind=Kind(
        f"a range such as {_EXAMPLE}",
        _POSITIONS.form,
        _read,
        advice=f"write {_EXAMPLE}",
    ),
    encode=content_range_value,
    unchecked=range_text,
    judge=remarks,
    spelling=Spelling(words=("bytes",)),
)
