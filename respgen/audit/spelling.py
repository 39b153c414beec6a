"""Values as texts, so that parts of a program which are judged apart can compare them.

Goes in: a value. Comes out: a text that only equal values have; None where a class, a function or an
expression of the program is in it, which no other part can have.
"""

from __future__ import annotations

from collections.abc import Iterable

from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Either,
    Instance,
    Item,
    Items,
    Joined,
    Known,
    Named,
    Pairs,
    Partial,
    Value,
)


def spelt(value: Value) -> str | None:
    """The text of a value."""
    match value:
        case Known(known):
            return f"{type(known).__name__} {known!r}"
        case Named(str(path)):
            return path
        case Instance(of=str(path)):
            return f"object {path}"
        case Attribute(of, name):
            return spelt_all("attribute", (of,), name)
        case Item(of, key):
            return spelt_all("item", (of, key))
        case Called(function, given) | Partial(function, given):
            return _called(type(value).__name__, function, given)
        case Joined(values) | Items(values) | Either(values):
            return spelt_all(type(value).__name__, values)
        case Pairs(items, is_open, _, others):
            pairs = [part for each in items for part in (each.key, each.value)]
            return spelt_all("pairs", (*pairs, *others), str(is_open), str(len(items)))
    return None


def _called(word: str, function: Value, given: Arguments) -> str | None:
    names = [name for name, _ in given.names]
    values = (function, *given.places, *(value for _, value in given.names))
    more = (given.rest, given.starred, len(given.places), *names, len(given.spread))
    return spelt_all(word, (*values, *given.spread), *map(str, more))


def spelt_all(word: str, values: Iterable[Value], *more: str) -> str | None:
    """What is made of values."""
    found = [spelt(each) for each in values]
    return None if None in found else repr((word, found, more))
