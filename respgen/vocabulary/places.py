"""Texts with places that hold anything: templates as they were sent, patterns with a `*`.

Goes in: the texts around the places, and a text. Comes out: whether that is one of them, filled.
"""

from __future__ import annotations

from collections.abc import Sequence


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
