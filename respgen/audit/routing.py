"""Which functions answer requests: by a decorator, or by being handed to an application.

Goes in: facts. Come out: routes with what they declare, and every function that somebody else calls.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.source.names import Function
from respgen.source.program.events import Body, Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import APPS, FASTAPI_APPS
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Instance,
    Items,
    Named,
    Pairs,
    Value,
)

VERBS = frozenset(
    {"get", "post", "put", "patch", "delete", "options", "head", "trace", "api_route"}
)
_ROUTE = VERBS | {"route"}


@dataclass(frozen=True, slots=True)
class Route:
    """A function that answers requests, and what its decorator says; `fastapi`: of which framework."""

    body: Body
    decorator: ast.expr
    given: Arguments
    fastapi: bool

    def get(self, name: str) -> Value | None:
        """What the decorator gives by a name."""
        return dict(self.given.names).get(name)


def routes(facts: Facts) -> Iterator[Route]:
    """Every function that a decorator makes a route."""
    for body in facts.bodies:
        for node, value in body.decorators:
            match value:
                case Called(Attribute(Instance(of=of), verb), given) if verb in _ROUTE:
                    if facts.program.derives(of, *APPS):
                        fastapi = facts.program.derives(of, *FASTAPI_APPS)
                        yield Route(body, node, given, fastapi)


def registered(facts: Facts) -> frozenset[Function]:
    """The functions that are handed to something else, which calls them."""
    found = set[Function]()
    for body in facts.bodies:
        for event in body.events:
            if isinstance(event, Call):
                for value in _values(event.arguments):
                    found |= _functions(value)
    return frozenset(found)


def _values(given: Arguments) -> Iterator[Value]:
    yield from given.places
    yield from (value for _, value in given.names)


def _functions(value: Value) -> set[Function]:
    match value:
        case Named(Function() as function):
            return {function}
        case Items(values):
            return {found for each in values for found in _functions(each)}
        case Pairs(items):
            return {found for each in items for found in _functions(each.value)}
    return set()
