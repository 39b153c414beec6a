"""Texts put together from what stays and what is new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from respgen.rewrite.text import Range, Text


class Splice(NamedTuple):
    """A range of the old text, and what stands there now."""

    place: Range
    text: str


def spliced(text: Text, splices: Iterable[Splice], within: Range) -> str:
    """A range of the text with all that changes in it."""
    parts, last = [], within.start
    for place, new in sorted(splices):
        parts += [text[Range(last, place.start)], new]
        last = place.end
    return "".join([*parts, text[Range(last, within.end)]])
