"""Serves structured fields (RFC 9651): their text, and the finding for malformed text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from respgen.core.structured import (
    BareItem,
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    sf_dict_value,
    sf_list_value,
)
from respgen.core.structured_text import parse_sf_dict, parse_sf_list
from respgen.diagnostics import Finding
from respgen.fields.directives import split
from respgen.fields.merging import Parts
from respgen.rules import r5


def as_list(members: Sequence[StructuredMember]) -> str:
    """The text of a List."""
    return sf_list_value("", members).decode("ascii")


def as_dict(members: Mapping[str, StructuredMember]) -> str:
    """The text of a Dictionary."""
    return sf_dict_value("", members).decode("ascii")


def _by_key(text: str) -> dict[str, str]:
    return {key: as_dict({key: each}) for key, each in parse_sf_dict(text).items()}


MEMBERS = Parts(_by_key)
"""The members of a Dictionary, by their keys."""


def respelt_list(text: str) -> str:
    """A List in canonical form; any other text as it is."""
    try:
        return as_list(parse_sf_list(text))
    except ValueError:
        return text


def respelt_dict(text: str) -> str:
    """A Dictionary in canonical form; any other text as it is."""
    try:
        return as_dict(parse_sf_dict(text))
    except ValueError:
        return text


def respelt_keys(text: str) -> str:
    """As `respelt_dict`; a text that has a key twice as it is, too, for a rule to say so."""
    return text if [*repeated(text)] else respelt_dict(text)


def repeated(text: str) -> Iterator[str]:
    """Yields the keys that appear again, of which the last one counts (RFC 9651 4.2.2)."""
    keys = [piece.partition("=")[0].partition(";")[0] for piece in split(text, ",")]
    yield from (key for key, times in Counter(keys).items() if times > 1)


def bare(member: StructuredMember) -> BareItem | None:
    """The value of an Item; None for an Inner List."""
    inside = member.value if isinstance(member, Item) else member
    return inside if isinstance(inside, BareItem) else None


def items(member: StructuredMember) -> Sequence[InnerItem]:
    """The items of an Inner List, or the one that stands alone."""
    match member:
        case InnerList(found):
            return found
        case tuple():
            return member
    return [cast("InnerItem", member)]  # all other members are items


def params(member: StructuredMember) -> Mapping[str, BareItem]:
    """Its parameters."""
    return member.params if isinstance(member, Item | InnerList) else {}


def malformed(error: ValueError, form: str = "a mapping") -> Finding:
    """Reports a text that is not a structured field."""
    advice = f"write it as {form}: recipients ignore the whole header"
    return Finding(r5.STRUCTURED_FIELD, str(error), advice)
