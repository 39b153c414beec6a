"""The keys of a header that say how its type writes a value, and what is wrong with them.

Goes in: what stands under such a key, beside the word of the type. Comes out: a finding, or None.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from respgen.decoder.plain import Shape
from respgen.decoder.shapes import OneOf
from respgen.diagnostics import Finding, quoted
from respgen.fields import TYPES
from respgen.rules import r0
from respgen.schema.header_types import member_of

Spaced: TypeAlias = Literal["spaced"]
SPACED: Shape[Spaced] = OneOf(get_args(Spaced))
SPACED_ABOUT = "Of JSON: as json.dumps writes it, with spaces behind commas and colons."


def values_finding(word: str, values: list[str] | None) -> Finding | None:
    """What is wrong with `values` beside a type: an enum has some, each once, others none."""
    if "enum" not in (word, member_of(word)):
        message = "only an enum has values"
        wrong = Finding(r0.CONFLICT, message, "type: enum", ("values",))
        return None if values is None else wrong
    if not values:
        message = "the enum has no values"
        place = "type" if values is None else "values"
        return Finding(r0.MISSING_KEY, message, "values: [a, b]", (place,))
    if len(set(values)) < len(values):
        message = "the enum lists a value twice"
        return Finding(r0.CONFLICT, message, "leave out the second", ("values",))
    return None


_ALWAYS = {
    "float": ".",
    "sf_decimal": ".",
    "bool": "e",
    "etag": '""',
    "weak_etag": 'W/""',
    "sf_string": '""',
    "sf_boolean": "?",
    "sf_bytes": "::",
    "sf_date": "@",
    "media_type": "/",
    "content_disposition": '; filename=""',
}
"""What stands in every value of a type that a list may have."""


def separator_finding(word: str, separator: str, policy: str) -> Finding | None:
    """What is wrong with a separator beside a type and a policy."""
    member = member_of(word)
    wrong = (
        _for_no_list(word) if not member else _unfit_separator(member, separator)
    ) or (_APPENDED if policy == "append" else None)
    return Finding(r0.CONFLICT, *wrong, ("separator",)) if wrong else None


_APPENDED = (
    'policy: append joins what callers add by ", "',
    "leave out one of the two",
)


def _for_no_list(word: str) -> tuple[str, str]:
    message = "only a list[...] has a separator"
    if word == "json":
        return message, "write separators: spaced, or type: list[json]"
    if TYPES[word].listable:
        return message, f"type: list[{word}]"
    return message, "leave it out"


def _unfit_separator(member: str, separator: str) -> tuple[str, str] | None:
    mark = separator.strip() or " "
    advice = f'write another, such as "{"|" if mark == ";" else ";"}"'
    if not (separator and separator.isascii() and separator.isprintable()):
        return "a separator is printable ASCII, and not empty", advice
    if any(each.isdecimal() or each in '"\\' for each in mark):
        return f"members may have {quoted(mark)} in them", advice
    if mark in _ALWAYS.get(member, ""):
        return f"every {member} has {quoted(mark)} in it", advice
    return None


def spaced_finding(word: str) -> Finding | None:
    """What is wrong with `separators` beside a type."""
    if "json" in (word, member_of(word)):
        return None
    message = "only a header of type json is written with spaces"
    return Finding(r0.CONFLICT, message, "type: json", ("separators",))
