"""Content-Range (RFC 9110 14.4): `{first: 0, last: 99, complete: 1234}`, or `{complete: 1234}`."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.core.grammar import TOKEN, compiled
from respgen.core.ranges import range_text
from respgen.fields import written_fields
from respgen.fields.forms import TEXT, Form, about, mapping
from respgen.fields.grammar import Grammar, Remark
from respgen.load.tree import Plain
from respgen.rules import r2

_RANGE = rf"{TOKEN} ([0-9]+)-([0-9]+)/([0-9]+|\*)"
_UNSATISFIED = rf"{TOKEN} \*/[0-9]+"


def written(value: Plain) -> str:
    """The range; text as it is."""
    if isinstance(value, str):
        return value
    return range_text("", written_fields.content_range(value)).decode("ascii")


def is_unsatisfied(text: str) -> bool | None:
    """Whether it says that no part is there; None where it is no range."""
    if compiled(_UNSATISFIED).fullmatch(text):
        return True
    return False if compiled(_RANGE).fullmatch(text) else None


def remarks(text: str) -> Iterator[Remark]:
    """Of the whole, then of positions that do not lie in their order."""
    if is_unsatisfied(text):
        return
    match = compiled(_RANGE).fullmatch(text)
    if match is None:
        message = "neither positions nor */ and a length (RFC 9110 14.4)"
        yield Remark(r2.CONTENT_RANGE, message, "write bytes 0-99/1234")
        return
    if _less(match[2], match[1]):
        message = "the last position before the first"
        yield Remark(r2.CONTENT_RANGE, message, "write the first one first", ("last",))
    if match[3] != "*" and not _less(match[2], match[3]):
        message = "the last position is less than the length, which counts from 0"
        advice = "write the length of the whole"
        yield Remark(r2.CONTENT_RANGE, message, advice, ("complete",))


def _less(one: str, other: str) -> bool:
    """Of digits, however many there are."""
    first, second = one.lstrip("0"), other.lstrip("0")
    return (len(first), first) < (len(second), second)


_POSITION: Form = {"type": "integer", "minimum": 0}

CONTENT_RANGE = Grammar(
    "Content-Range",
    "text or a mapping of positions",
    written,
    remarks,
    "Which part of the whole this is; complete alone: none of it (RFC 9110 14.4).",
    mapping(
        {
            "first": about("The first position, which counts from 0.", _POSITION),
            "last": about("The last one.", _POSITION),
            "complete": about("The length of the whole, if it is known.", _POSITION),
            "unit": about("What is counted, if not bytes.", TEXT),
        }
    ),
)
