"""Whether two values are the same whenever the program runs.

Goes in: two values, of a set and of a deletion. Comes out: how sure that is.
"""

from __future__ import annotations

from enum import IntEnum, auto

from respgen.audit.cookies.fixed import fixed
from respgen.source.program.calling import every, is_settled
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Attribute,
    Called,
    Item,
    Known,
    Value,
    choices,
)


class Match(IntEnum):
    """The worst is the highest."""

    SAME = auto()
    CONFIGURED = auto()
    """A setting or the environment can make them differ."""
    UNKNOWN = auto()
    DIFFERENT = auto()


def match(facts: Facts, one: Value | None, other: Value | None) -> Match:
    """How two values of an attribute compare; `None` is what nobody knows."""
    if one is None or other is None:
        return Match.UNKNOWN
    if one == other or {*choices(one)} == {*choices(other)}:
        return Match.SAME if is_settled(one) else Match.UNKNOWN
    ones, others = {*choices(one)}, {*choices(other)}
    if all(isinstance(each, Known) for each in ones | others):
        if not ones & others:
            return Match.DIFFERENT
        return Match.CONFIGURED if 1 in (len(ones), len(others)) else Match.UNKNOWN
    constant, decided = (one, other) if isinstance(one, Known) else (other, one)
    if not isinstance(constant, Known) or not is_offered(decided):
        return Match.UNKNOWN
    return Match.SAME if fixed(facts, decided) == constant else Match.CONFIGURED


def is_offered(value: Value) -> bool:
    """Whether a setting, the environment or a function decides it, and no unknown caller."""
    return is_settled(value) and any(
        isinstance(each, Attribute | Called | Item) for each in every(value)
    )
