"""What a function of the program gives back, seen from its caller.

Goes in: a value. Comes out: the same, or what the function returns with the arguments of the call in
the place of its parameters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from respgen.source.names import Function
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Either,
    Item,
    Items,
    Joined,
    Named,
    Pairs,
    Parameter,
    Value,
    either,
)

_DEPTH = 3


def seen_through(facts: Facts, value: Value, depth: int = _DEPTH) -> Value:
    """The result of a call, where the function is the program's and its results are known."""
    match value:
        case Called(Named(Function() as function), given) if depth and not given.rest:
            body = facts.body(function)
            returned = [path.value for path in body.returns] if body else []
            known = [each for each in returned if each is not None]
            if known:
                places = tuple(body.parameters) if body else ()
                filled = _filled(either(*known), function, given.by_name(places))
                return seen_through(facts, filled, depth - 1)
        case Either(values):
            return either(*(seen_through(facts, each, depth) for each in values))
    return value


def _filled(value: Value, of: Function, given: Mapping[str, Value]) -> Value:
    """A value with arguments in the place of parameters."""

    def again(each: Value) -> Value:
        return _filled(each, of, given)

    match value:
        case Parameter(function, name, default) if function == of:
            return given.get(name, value if default is None else default)
        case Attribute(base, name):
            return Attribute(again(base), name)
        case Item(base, key):
            return Item(again(base), again(key))
        case Called(function, arguments):
            return Called(again(function), _each(arguments, of, given))
        case Joined(parts):
            return Joined(tuple(map(again, parts)))
        case Items(values):
            return Items(tuple(map(again, values)))
        case Either(values):
            return either(*map(again, values))
        case Pairs(items, others=others):
            pairs = tuple(
                replace(e, key=again(e.key), value=again(e.value)) for e in items
            )
            return replace(value, items=pairs, others=tuple(map(again, others)))
    return value


def _each(arguments: Arguments, of: Function, given: Mapping[str, Value]) -> Arguments:
    places = tuple(_filled(each, of, given) for each in arguments.places)
    names = tuple((name, _filled(each, of, given)) for name, each in arguments.names)
    return replace(arguments, places=places, names=names)
