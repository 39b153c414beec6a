"""What values are made of.

Goes in: a value. Comes out: its parts.
"""

from __future__ import annotations

from respgen.source.program.values import (
    Attribute,
    Called,
    Either,
    Item,
    Items,
    Joined,
    Pairs,
    Partial,
    Value,
)

_HEAVY = 1_000
GROWING = frozenset({Called, Joined, Pairs, Items, Partial, Either})
"""What is made of any number of parts."""
_MADE = GROWING | {Attribute, Item}
"""What is made of parts at all."""


def is_heavy(value: Value) -> bool:
    """Whether it is made of more parts than anybody compares."""
    waiting: list[Value] = [value]
    count = 1
    while waiting and count < _HEAVY:
        found = parts(waiting.pop())
        count += len(found)
        waiting += [each for each in found if type(each) in _MADE]
    return count >= _HEAVY


def parts(value: Value) -> tuple[Value, ...]:
    """The values that it is made of."""
    match value:
        case Attribute(of=of):
            return (of,)
        case Item(of=of, key=key):
            return of, key
        case Called(function=function, arguments=given) | Partial(
            function=function, arguments=given
        ):
            return (function, *given.places, *(each for _, each in given.names))
        case Joined(parts=parts):
            return parts
        case Pairs(items=items, others=others):
            pairs = (part for each in items for part in (each.key, each.value))
            return (*pairs, *others)
        case Items(values=values) | Either(values=values):
            return values
    return ()
