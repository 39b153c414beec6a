"""Who sets headers or cookies on a response that it is given.

Goes in: facts. Come out: the events that surely set something on one response, be it by a helper.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from respgen.audit.acts import CookieAct, FieldChange, acts_of
from respgen.source.names import Class, Function
from respgen.source.program.calling import target
from respgen.source.program.events import Body, Call, Event, Way
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Either,
    Instance,
    Items,
    Joined,
    Named,
    Pairs,
    Partial,
    Value,
)

_DEPTH = 3
"""Helpers of helpers of helpers."""
_PARTS = 1_000
"""Of a value that are looked at."""


@dataclass(slots=True)
class Setting:
    """Keeps what it found of helpers."""

    facts: Facts
    _known: dict[tuple[Function, str], bool] = field(default_factory=dict)

    def sets(self, body: Body, event: Event, of: ast.AST, depth: int = _DEPTH) -> bool:
        """Whether an event surely sets a header or a cookie of the response that a node gave."""
        for act in acts_of(self.facts.program, body, event):
            if isinstance(act, FieldChange | CookieAct) and act.response.node is of:
                return not (isinstance(act, FieldChange) and act.word == "delete")
        return isinstance(event, Call) and self._helps(event, of, depth)

    def _helps(self, event: Call, of: ast.AST, depth: int) -> bool:
        given = event.arguments
        if self._is_preset(event.function):
            return any(is_from(value, of) for value in given.places)
        function = target(self.facts.program, event.function)
        if function is None or depth == 0:
            return False
        names = given.by_name(_names(function, event.function))
        return any(
            is_from(value, of) and self._always(function, name, depth - 1)
            for name, value in names.items()
        )

    def _is_preset(self, function: Value) -> bool:
        """Whether it is the catalogue's, whose functions set what their names say."""
        match function:
            case Named(Function() as found):
                return self.facts.program.is_catalogue(found)
            case Attribute(Named(Class() as found), "apply"):
                return self.facts.program.is_catalogue(found)
        return False

    def _always(self, of: Function, name: str, depth: int) -> bool:
        """Whether a function sets something on a parameter, whichever way it ends."""
        key = of, name
        if key not in self._known:
            self._known[key] = False  # a circle sets nothing
            self._known[key] = self._on_all_ways(of, name, depth)
        return self._known[key]

    def _on_all_ways(self, of: Function, name: str, depth: int) -> bool:
        body = self.facts.by_function.get(of)
        value = body.parameters.get(name) if body else None
        if body is None or not isinstance(value, Instance):
            return False
        ends = [path for path in body.paths if path.way is not Way.RAISED]
        return bool(ends) and all(
            any(self.sets(body, event, value.node, depth) for event in path.events)
            for path in ends
        )


def is_from(value: Value, of: ast.AST) -> bool:
    """Whether it is the one object that a node gave."""
    return isinstance(value, Instance) and value.node is of


def reaches(value: Value, of: ast.AST) -> bool:
    """Whether the object that a node gave is a part of a value, or of what that was made from.

    Of a value of very many parts it is taken to be one.
    """
    waiting: list[Value] = [value]
    for _ in range(_PARTS):
        if not waiting:
            return False
        each = waiting.pop()
        if is_from(each, of):
            return True
        waiting += _parts(each)
    return True


def _parts(value: Value) -> tuple[Value, ...]:
    match value:
        case Instance(made=Arguments() as given):
            return _given(given)
        case Attribute(of=of):
            return (of,)
        case Called(function=function, arguments=given) | Partial(
            function=function, arguments=given
        ):
            return (function, *_given(given))
        case Pairs(items=items):
            return tuple(each.value for each in items)
        case Items(values=values) | Either(values=values) | Joined(parts=values):
            return values
    return ()


def _given(given: Arguments) -> tuple[Value, ...]:
    return (*given.places, *(value for _, value in given.names))


def _names(of: Function, called: Value) -> tuple[str, ...]:
    """The positional parameters that a call fills."""
    arguments = of.node.args
    names = tuple(a.arg for a in (*arguments.posonlyargs, *arguments.args))
    bound = isinstance(called, Attribute) and isinstance(called.of, Instance)
    return names[1:] if bound else names
