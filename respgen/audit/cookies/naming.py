"""Which operations are about one cookie: by its name, however it is made.

Goes in: operations. Come out: keys, equal where the names are. Of an f-string the texts count and
what stands between them, but for what callers decide: `f"choice_{tenant}"` is one cookie a tenant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from respgen.audit.cookies.fixed import fixed
from respgen.audit.cookies.operations import Operation
from respgen.source.names import Function
from respgen.source.program.calling import every
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Joined,
    Known,
    Named,
    Parameter,
    Unknown,
    Value,
    choices,
)

_HOLE = Known(None)
_TELLING = 3
"""Letters of a text that make a name of it."""


def by_name(
    facts: Facts, found: Iterable[Operation]
) -> Mapping[Value, tuple[Operation, ...]]:
    """The operations on each cookie; those whose name nobody knows are left out."""
    groups: dict[Value, list[Operation]] = {}
    for each in found:
        for one in named(facts, each):
            groups.setdefault(key(one.values["key"]) or _HOLE, []).append(one)
    groups.pop(_HOLE, None)
    return {name: tuple(group) for name, group in groups.items()}


def named(facts: Facts, found: Operation) -> Iterator[Operation]:
    """An operation, once for each name that it may have; `self.KEY` is what its class says."""
    for value in choices(found.values.get("key", _HOLE)):
        known = fixed(facts, value) or value
        yield replace(found, values={**found.values, "key": known})


def key(name: Value) -> Value | None:
    """What is equal where two names are; None where nobody knows."""
    if isinstance(name, Known):
        return name if isinstance(name.value, str) and name.value else None
    if isinstance(name, Parameter | Unknown):
        return None
    general = _general(name)
    return general if any(map(_tells, every(general))) else None


def _general(value: Value) -> Value:
    match value:
        case Parameter() | Unknown():
            return _HOLE
        case Joined(parts):
            return Joined(tuple(_general(each) for each in parts))
        case Called(function, given):
            places = tuple(_general(each) for each in given.places)
            names = tuple((name, _general(each)) for name, each in given.names)
            return Called(function, Arguments(places, names))
    return value


def _tells(part: Value) -> bool:
    match part:
        case Known(str(text)):
            return sum(map(str.isalpha, text)) >= _TELLING
        case Attribute() | Called(Named(Function())):
            return True
    return False
