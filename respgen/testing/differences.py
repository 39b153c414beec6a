"""What separates a response from what a class declares, one field at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from respgen.nearness import LONG

NOTHING = "nothing"

# How much a difference says about which class was meant: one that differs in all its headers is
# still nearer than one of another media type.
BY_STATUS, BY_CLASS_OF_STATUS, BY_MEDIA_TYPE, BY_BODY, BY_FIELD = 25, 50, 25, 2, 1
_MOST_OF_BODY = 10


@dataclass(frozen=True, slots=True)
class Difference:
    """`where` is a field, a cookie, or a place of the body; the other two are what stands there."""

    where: str
    declared: str
    sent: str
    weight: int = BY_FIELD


def distance(found: Iterable[Difference]) -> int:
    """How far apart the two are in all."""
    weights = [each.weight for each in found]
    inside = min(weights.count(BY_BODY) * BY_BODY, _MOST_OF_BODY)
    return inside + sum(weight for weight in weights if weight != BY_BODY)


def shown(text: str) -> str:
    """A text from the wire, on one line and no longer than people read."""
    found = printable(text)
    if len(found) <= LONG:
        return found or "an empty text"
    return f"{found[: LONG - 1]}…"


def printable(text: str) -> str:
    """A text without what a terminal takes for a command."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def table(found: Iterable[Difference]) -> str:
    """The differences as lines with three columns, for a terminal."""
    rows = [(each.where, each.declared, each.sent) for each in found]
    first = max((len(row[0]) for row in rows), default=0)
    second = max((len(row[1]) for row in rows), default=0)
    return "\n".join(
        f"  {where:<{first}}  declared {declared:<{second}}  sent {sent}"
        for where, declared, sent in rows
    )
