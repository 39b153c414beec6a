"""Reads the text of a Link field (RFC 8288 3), and what is not one as it was meant.

Goes in: a text. Comes out: its links, and the slips between their parts.
"""

from __future__ import annotations

from respgen.fields.link.params import read_params
from respgen.fields.link.targets import read_target
from respgen.fields.link.text import Linked, Reading, Slip


def links(text: str) -> list[Linked]:
    """The links of a text in which nothing is out of place, however they are quoted.

    Raises ValueError for any other text.
    """
    found, slips = read(text)
    if slips:
        raise ValueError(slips[0].message)
    return found


def read(text: str, *, strict: bool = False) -> tuple[list[Linked], list[Slip]]:
    """The links that a text has or means; `strict`: what needs quotes has them."""
    reading, found = Reading(text), list[Linked]()
    reading.take(r"[ \t,]*")
    while not reading.done:
        link = read_target(reading)
        if link is None:
            break
        params = (*link.params, *read_params(reading, strict))
        found.append(Linked(link.href, params))
    return found, reading.slips
