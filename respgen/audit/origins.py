"""Where a text comes from, as far as a file name is concerned.

Goes in: a value. Comes out: how dangerous it is between quotes: whoever sends a request may have
chosen it, it is quoted for another place, or nobody knows.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cached_property

from respgen.audit.cleaning import (
    CHOSEN,
    PARAMS,
    PASSING,
    PATTERNS,
    QUOTES,
    REQUESTS,
    SAFE_ATTRIBUTES,
    SAFE_CALLS,
    SAFE_METHODS,
    SAFE_TYPES,
    SAME,
    TEXTS,
    UPLOADS,
    cleans,
)
from respgen.audit.routing import Route, routes
from respgen.source.names import Class, Function
from respgen.source.nodes import walk
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Either,
    How,
    Instance,
    Item,
    Joined,
    Known,
    Named,
    Parameter,
    Value,
)


class Danger(IntEnum):
    """The worse the higher."""

    NONE = 0
    ENCODED = 1
    UNKNOWN = 2
    REQUEST = 3


_CALLS = 3


@dataclass
class Origins:
    """Knows the routes, and who calls a helper."""

    facts: Facts
    _asked: set[tuple[Function, str]] = field(default_factory=set)

    @cached_property
    def _routes(self) -> dict[Function, Route]:
        found = ((r.body.function, r) for r in routes(self.facts))
        return {function: route for function, route in found if function}

    def danger(self, value: Value) -> Danger:
        """How dangerous a value is that becomes part of a file name."""
        match value:
            case Known():
                return Danger.NONE
            case Either(values) | Joined(values):
                return max(map(self.danger, values), default=Danger.NONE)
            case Parameter():
                return self._parameter(value)
            case Instance(of=of):
                return self._instance(value, of)
            case Attribute(of, name):
                return self._attribute(of, name)
            case Item(of, _):
                return self.danger(of)
            case Called(function, given):
                return self._called(function, given)
            case Named(what):
                return Danger.UNKNOWN if isinstance(what, str) else Danger.NONE
        return Danger.UNKNOWN

    # Parameters

    def _parameter(self, value: Parameter) -> Danger:
        of = value.function
        if _is_safe_annotation(value.annotation):
            return Danger.NONE
        if value.name.startswith("*"):
            return Danger.UNKNOWN
        route = self._routes.get(of) or self._route(of)
        return self._of_route(value, route) if route else self._of_helper(value)

    def _route(self, function: Function) -> Route | None:
        """What decorates a function that nobody walked through before."""
        body = self.facts.body(function)
        alone = replace(self.facts, bodies=(body,) if body else ())
        return next(iter(routes(alone)), None)

    def _of_route(self, value: Parameter, route: Route) -> Danger:
        if not route.fastapi or _has_pattern(_annotation(value)):
            return Danger.NONE if route.fastapi else Danger.UNKNOWN
        match value.default:
            case Instance(of=str(path), made=Arguments() as given) if path in PARAMS:
                constrained = not PATTERNS.isdisjoint(dict(given.names))
                return Danger.NONE if constrained else Danger.REQUEST
            case Called() | Instance():  # of a dependency
                return Danger.UNKNOWN
        said = value.annotation
        plain = said is None and _annotation(value) is None
        is_text = isinstance(said, Named) and said.what in TEXTS
        return Danger.REQUEST if plain or is_text else Danger.UNKNOWN

    def _of_helper(self, value: Parameter) -> Danger:
        """What the callers of a function give; the worst counts."""
        key = value.function, value.name
        if key in self._asked or len(self._asked) >= _CALLS:
            return Danger.UNKNOWN
        self._asked.add(key)
        try:
            calls = self.facts.calls.get(value.function)
            names = _names(value.function)
            found = [self._given(call.arguments, names, value) for _, call in calls]
            return max(found, default=Danger.UNKNOWN)
        finally:
            self._asked.discard(key)

    def _given(
        self, given: Arguments, names: tuple[str, ...], value: Parameter
    ) -> Danger:
        by_name = given.by_name(names)
        if value.name in by_name:
            return self.danger(by_name[value.name])
        if given.rest or value.default is None:
            return Danger.UNKNOWN
        return self.danger(value.default)

    # Objects

    def _instance(self, value: Instance, of: Class | str) -> Danger:
        if self._is_safe(of):
            return Danger.NONE
        if value.made and value.made.places and of in PASSING:
            return max(map(self.danger, value.made.places))
        return Danger.UNKNOWN

    def _is_safe(self, of: Class | str) -> bool:
        line = {each for each in self.facts.program.line(of) if isinstance(each, str)}
        return not line.isdisjoint(SAFE_TYPES)

    def _attribute(self, of: Value, name: str) -> Danger:
        match of:
            case Instance(of=str(path)) if path in REQUESTS:
                return Danger.REQUEST if name in CHOSEN else Danger.UNKNOWN
            case Instance(of=str(path), how=How.GIVEN) if path in UPLOADS:
                return Danger.REQUEST if name == "filename" else Danger.UNKNOWN
            case Instance(of=found) if self._is_safe(found):
                return Danger.NONE
            case Instance(of=Class() as found):
                return self._field(found, name)
            case Named(Class() as found) if self._is_safe(found):
                return Danger.NONE
            case Attribute(Named(Class() as found), _) if self._is_safe(found):
                return Danger.NONE
        if name in SAFE_ATTRIBUTES:
            return Danger.NONE
        return self.danger(of)

    def _field(self, of: Class, name: str) -> Danger:
        """An attribute whose class says of what type it is."""
        for each in of.node.body:
            match each:
                case ast.AnnAssign(target=ast.Name(id=found), annotation=said) if (
                    found == name
                ):
                    classes = self.facts.evaluator.annotations.classes(of.module, said)
                    if classes and all(map(self._is_safe, classes)):
                        return Danger.NONE
        known = self.facts.program.constant(of, name)
        is_text = known is not None and isinstance(known[1], ast.Constant)
        return Danger.NONE if is_text else Danger.UNKNOWN

    # Calls

    def _called(self, function: Value, given: Arguments) -> Danger:
        match function:
            case Named(str(path)) if path in QUOTES:
                return Danger.ENCODED
            case Named(str(path)) if path in SAFE_CALLS:
                return Danger.NONE
            case Named(str(path)) if path in PASSING:
                return max(map(self.danger, given.places), default=Danger.UNKNOWN)
            case Named(str(path)):
                return self._of_function(*path.rpartition(".")[::2])
            case Named(Function() as found):
                returned = self.facts.evaluator.annotations.returned(found)
                if returned and self._is_safe(returned):
                    return Danger.NONE
                return self._of_function(found.module, found.node.name)
            case Attribute(of, name) if name in SAFE_METHODS:
                return Danger.NONE
            case Attribute(of, "replace") if given.places[:1] == (Known('"'),):
                return Danger.NONE
            case Attribute(of, name) if name in SAME or name == "get":
                return self.danger(of)
            case Attribute(_, name):
                return _named(name)
        return Danger.UNKNOWN

    def _of_function(self, module: str, name: str) -> Danger:
        """Of what the settings, or its name, may say that it is safe."""
        for each in self.facts.safe_names:
            home, _, said = each.partition(":")
            if said == name and f".{module}".endswith(f".{home}"):
                return Danger.NONE
        return _named(name)


def _named(name: str) -> Danger:
    return Danger.NONE if cleans(name) else Danger.UNKNOWN


def _is_safe_annotation(said: Value | None) -> bool:
    return isinstance(said, Named) and said.what in SAFE_TYPES


def _names(of: Function) -> tuple[str, ...]:
    arguments = of.node.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
    return tuple(names[1:] if of.owner else names)


def _annotation(value: Parameter) -> ast.expr | None:
    arguments = value.function.node.args
    every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    return next((a.annotation for a in every if a.arg == value.name), None)


def _has_pattern(said: ast.expr | None) -> bool:
    """`Annotated[str, Path(pattern=...)]`."""
    return said is not None and any(
        isinstance(each, ast.keyword) and each.arg in PATTERNS for each in walk(said)
    )
