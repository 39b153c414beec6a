"""Which functions answer requests: by a decorator, or by being handed to an application.

Goes in: facts. Come out: routes with what they declare, dependencies, handlers, and every function
that somebody else calls.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.source.bindings import Imported
from respgen.source.names import Class, Function
from respgen.source.nodes import walk
from respgen.source.program.calling import target
from respgen.source.program.events import Body, Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import APPS, FASTAPI_APPS
from respgen.source.program.scopes import Scope
from respgen.source.program.units import Unit
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Instance,
    Items,
    Named,
    Pairs,
    Value,
    text,
)

VERBS = frozenset(
    {"get", "post", "put", "patch", "delete", "options", "head", "trace", "api_route"}
)
_ROUTE = VERBS | {"route"}
_ADDERS = frozenset({"add_api_route", "add_route"})
_ROUTE_CLASSES = {
    "starlette.routing.Route": False,
    "fastapi.routing.APIRoute": True,
}
"""Whose second argument answers; whether FastAPI calls it."""
_ENDPOINT = "starlette.endpoints.HTTPEndpoint"
_DEPENDS = frozenset(f"fastapi.param_functions.{n}" for n in ("Depends", "Security"))


@dataclass(frozen=True, slots=True)
class Route:
    """A function that answers requests, and what is declared of it; `fastapi`: of which framework.

    `decorator` is what makes it a route, be it a call; `app` is what it belongs to.
    """

    body: Body
    decorator: ast.expr
    given: Arguments
    fastapi: bool
    app: Value

    def get(self, name: str) -> Value | None:
        """What the decorator gives by a name."""
        return dict(self.given.names).get(name)


def routes(facts: Facts) -> tuple[Route, ...]:
    """Every function that is a route: decorated, added to an application, or in a list of routes."""
    return facts.once(_routes)


def _routes(facts: Facts) -> Iterator[Route]:
    for body in facts.bodies:
        for node, value in body.decorators:
            if isinstance(value, Called) and isinstance(value.function, Attribute):
                app, verb = value.function.of, value.function.name
                given = value.arguments
                fastapi = _framework(facts, body.unit, app, given)
                if verb in _ROUTE and fastapi is not None:
                    yield Route(body, node, given, fastapi, app)
        for event in body.events:
            if isinstance(event, Call):
                yield from _added(facts, body, event)


def _framework(facts: Facts, unit: Unit, app: Value, given: Arguments) -> bool | None:
    """Whether a decorator is of FastAPI or of Starlette; None where it is of neither.

    An application that comes from elsewhere is known by a path, in a file that imports FastAPI.
    """
    if isinstance(app, Instance):
        if not facts.program.derives(app.of, *APPS):
            return None
        return facts.program.derives(app.of, *FASTAPI_APPS)
    path = text(given.places[0]) if given.places else None
    is_path = path is not None and (path == "" or path.startswith("/"))
    return True if is_path and imports_fastapi(unit) else None


def imports_fastapi(unit: Unit) -> bool:
    """Whether a module imports something of FastAPI's."""
    return any(
        isinstance(each, Imported) and each.module.partition(".")[0] == "fastapi"
        for each in unit.source.bindings.values()
    )


def _added(facts: Facts, body: Body, event: Call) -> Iterator[Route]:
    """`app.add_api_route("/x", f)`, `Route("/x", f)`, `app.get("/x")(f)`."""
    given, function = event.arguments, event.function
    app: Value = function
    fastapi: bool | None = None
    endpoint: Value | None = None
    match function:
        case Attribute(app, adder) if adder in _ADDERS:
            fastapi = _framework(facts, body.unit, app, given)
        case Named(str(path)):
            fastapi = _ROUTE_CLASSES.get(path)
        case Called(Attribute(app, verb), before) if verb in _ROUTE and given.places:
            fastapi = _framework(facts, body.unit, app, before)
            endpoint, given = given.places[0], before
    if fastapi is None:
        return
    if endpoint is None:
        endpoint = given.by_name(("path", "endpoint")).get("endpoint")
    found = target(facts.program, endpoint)
    if found and found in facts.by_function:
        yield Route(facts.by_function[found], event.node, given, fastapi, app)


def endpoints(facts: Facts) -> Iterator[Body]:
    """The methods of classes that answer requests, one for each verb."""
    for body in facts.bodies:
        is_verb = body.function is not None and body.function.node.name in VERBS
        if is_verb and body.owner and facts.program.derives(body.owner, _ENDPOINT):
            yield body


# Functions that frameworks call


def handlers(facts: Facts) -> Iterator[Body]:
    """The functions that answer exceptions."""
    for body in facts.bodies:
        if any(_decorates(value, "exception_handler") for _, value in body.decorators):
            yield body
    for function in _handed(facts, "add_exception_handler", "exception_handlers"):
        if function in facts.by_function:
            yield facts.by_function[function]


def _decorates(value: Value, name: str) -> bool:
    return (
        isinstance(value, Called)
        and isinstance(value.function, Attribute)
        and value.function.name == name
    )


def _handed(facts: Facts, method: str, keyword: str) -> Iterator[Function]:
    for body in facts.bodies:
        for event in body.events:
            if not isinstance(event, Call):
                continue
            if isinstance(event.function, Attribute) and event.function.name == method:
                for value in _values(event.arguments):
                    yield from _functions(facts, value)
            for name, value in event.arguments.names:
                if name == keyword:
                    yield from _functions(facts, value)


def dependencies(facts: Facts) -> frozenset[Function]:
    """The functions that FastAPI calls before a route: those in `Depends(...)`."""
    return frozenset(facts.once(_dependencies))


def _dependencies(facts: Facts) -> Iterator[Function]:
    for unit in facts.units:
        lines = facts.lines(unit.file)
        if not any("Depends(" in line or "Security(" in line for line in lines):
            continue
        for node in walk(unit.tree):
            if (
                isinstance(node, ast.Call)
                and node.args
                and _is_depends(facts, unit, node)
            ):
                scope = Scope(unit.module)
                value = facts.evaluator.value(node.args[0], scope)
                yield from _called_for(facts, value)


def _is_depends(facts: Facts, unit: Unit, node: ast.Call) -> bool:
    word = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return (
        word in ("Depends", "Security")
        and facts.program.class_of(unit.module, node.func) in _DEPENDS
    )


def _called_for(facts: Facts, value: Value) -> Iterator[Function]:
    """A function, the constructor of a class, or what calls of an instance run."""
    name = {Named: "__init__", Instance: "__call__"}.get(type(value))
    of = getattr(value, "what", getattr(value, "of", None))
    if name and isinstance(of, Class):
        method = facts.program.method(of, name)
        if isinstance(method, Function):
            yield method
    elif found := target(facts.program, value):
        yield found


def registered(facts: Facts) -> frozenset[Function]:
    """The functions that are handed to something else, which calls them."""
    found = set[Function]()
    for body in facts.bodies:
        for event in body.events:
            if isinstance(event, Call):
                for value in _values(event.arguments):
                    found.update(_functions(facts, value))
    return frozenset(found)


def _values(given: Arguments) -> Iterator[Value]:
    yield from given.places
    yield from (value for _, value in given.names)


def _functions(facts: Facts, value: Value) -> Iterator[Function]:
    match value:
        case Items(values):
            for each in values:
                yield from _functions(facts, each)
        case Pairs(items):
            for pair in items:
                yield from _functions(facts, pair.value)
        case _:
            if function := target(facts.program, value):
                yield function


_HARMLESS = frozenset({"limit", "exempt", "shared_limit", "requires"})
"""Names of decorators that pass on what a function returns."""


def is_wrapped(facts: Facts, body: Body) -> bool:
    """Whether a decorator may send something else than its function returns."""
    return any(not _passes(facts, node, value) for node, value in body.decorators)


def _passes(facts: Facts, node: ast.expr, value: Value) -> bool:
    function = node.func if isinstance(node, ast.Call) else node
    word = getattr(function, "attr", getattr(function, "id", ""))
    if word in _HARMLESS or word in ("staticmethod", "classmethod"):
        return True
    adds = isinstance(value, Called) and isinstance(value.function, Attribute)
    return adds and word in _ROUTE | {"exception_handler", "middleware", "websocket"}
