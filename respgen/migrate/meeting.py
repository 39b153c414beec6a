"""The cookies that one response may be given more than once.

Goes in: facts. Come out: the calls that do so. A preset's function takes the place of what the response
says of the cookie already, and the framework's methods add to it: with these the two are not the same.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from respgen.source.names import Function
from respgen.source.program.calling import joined_arguments, target
from respgen.source.program.events import Call, Event
from respgen.source.program.facts import Facts
from respgen.source.program.values import Attribute, Partial, Value

TWICE = "one response may get this cookie more than once"
_METHODS = frozenset({"set_cookie", "delete_cookie"})
_DEPTH = 3
"""Helpers of helpers of helpers."""


Touch = tuple[Value, ast.AST]
"""A cookie's name, and the call that sets or deletes it."""


def meeting(facts: Facts) -> frozenset[ast.AST]:
    """The calls of those that a way through a function touches twice, by itself or by helpers."""
    touches = _Touches(facts)
    found: set[ast.AST] = set()
    for body in facts.bodies:
        for path in body.paths:
            seen: dict[Value, list[frozenset[Touch]]] = {}
            for event in path.events:
                touched = touches.by_event(event, _DEPTH)
                for key in {key for key, _ in touched}:
                    seen.setdefault(key, []).append(touched)
            for key, events in seen.items():
                if len(events) > 1:
                    found |= {n for some in events for k, n in some if k == key}
    return frozenset(found)


@dataclass(slots=True)
class _Touches:
    """Keeps what functions touch."""

    facts: Facts
    _by_function: dict[tuple[Function, int], frozenset[Touch]] = field(
        default_factory=dict
    )

    def by_event(self, event: Event, depth: int) -> frozenset[Touch]:
        """What an event touches."""
        if not isinstance(event, Call):
            return frozenset()
        function: Value = event.function
        given = event.arguments
        if isinstance(function, Partial):
            given = joined_arguments(function.arguments, given)
            function = function.function
        if isinstance(function, Attribute) and function.name in _METHODS:
            key = given.by_name(("key",)).get("key")
            return frozenset() if key is None else frozenset({(key, event.node)})
        called = target(self.facts.program, function)
        if called is None or depth == 0:
            return frozenset()
        return self._of(called, depth - 1)

    def _of(self, function: Function, depth: int) -> frozenset[Touch]:
        place = function, depth
        if place not in self._by_function:
            self._by_function[place] = frozenset()  # a circle ends here
            body = self.facts.by_function.get(function)
            events = body.events if body else ()
            touched = (each for e in events for each in self.by_event(e, depth))
            self._by_function[place] = frozenset(touched)
        return self._by_function[place]
