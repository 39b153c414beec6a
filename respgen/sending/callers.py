"""The statuses that the callers of a helper give it.

Goes in: a parameter of a function of the program. Come out: what stands at it in each call; none where a
call gives what nobody knows.
"""

from __future__ import annotations

from respgen.audit.cookies.company import callers
from respgen.source.program.calling import bound, replaced
from respgen.source.program.facts import Facts
from respgen.source.program.values import Known, Parameter, Value, choices

_DEPTH = 3
"""Through so many helpers a status is followed."""


def statuses(facts: Facts, value: Value, depth: int = _DEPTH) -> frozenset[int]:
    """All that it can be; empty where that is not known."""
    found: set[int] = set()
    for each in choices(value):
        here = _one(facts, each, depth)
        if not here:
            return frozenset()
        found |= here
    return frozenset(found)


def _one(facts: Facts, value: Value, depth: int) -> frozenset[int]:
    match value:
        case Known(value=int(status)) if not isinstance(status, bool):
            return frozenset({status})
        case Parameter(function=function) if depth:
            found: set[int] = set()
            for _, call in callers(facts, function):
                given = replaced(value, bound(function, call.function, call.arguments))
                here = statuses(facts, given, depth - 1)
                if not here:
                    return frozenset()
                found |= here
            return frozenset(found)
    return frozenset()
