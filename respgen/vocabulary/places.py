"""Texts with places that hold anything: templates as they were sent, patterns with a `*`.

Goes in: the texts around the places, and a text. Comes out: whether that is one of them, filled;
and which of the places are inside of quoted-strings.
"""

from __future__ import annotations

from collections.abc import Sequence

from respgen.core.grammar import compiled

_PLACE = "\0"  # no text of a schema has one
# a quoted-string, or the rest of a text where it does not end (RFC 9110 5.6.4)
_QUOTED = rf'"(?:[^"\\]|\\[\s\S])*("|\\?\Z)|{_PLACE}'


def is_filled(around: Sequence[str], text: str) -> bool:
    """Whether a text has those, in their order, at its ends and between. Takes linear time."""
    first, *inner = around
    if not inner:
        return text == first
    *middle, last = inner
    if not (text.startswith(first) and text.endswith(last)):
        return False
    place, end = len(first), len(text) - len(last)
    for each in middle:
        found = text.find(each, place, end) if place <= end else -1
        if found < 0:
            return False
        place = found + len(each)
    return place <= end


def quoted_places(around: Sequence[str]) -> tuple[bool, ...]:
    """Of each place between the texts, whether it is inside of a quoted-string."""
    inside: list[bool] = []
    for match in compiled(_QUOTED).finditer(_PLACE.join(around)):
        inside += [match[1] == '"'] * match[0].count(_PLACE)
    return tuple(inside)


def is_escaped(around: Sequence[str]) -> bool:
    """Whether a backslash before a place in quotes would take the first character of a value."""
    strings = compiled(_QUOTED).finditer(_PLACE.join(around))
    pairs = (compiled(r"\\[\s\S]").findall(each[0]) for each in strings if each[1])
    return any(f"\\{_PLACE}" in each for each in pairs)
