"""HTTPException raised in middleware, outside of whatever handles it (R952).

Goes in: facts. Come out: warnings where an exception leaves middleware.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from respgen.audit.acts import AnyAct
from respgen.audit.escaping import Escape, escapes
from respgen.audit.findings import Found
from respgen.audit.places import Finder, Place, place
from respgen.audit.routing import dependencies
from respgen.rules import r9
from respgen.source.names import Class, Function
from respgen.source.program.calling import target
from respgen.source.program.events import Body, Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import HTTP_EXCEPTION, MIDDLEWARE
from respgen.source.program.values import (
    Attribute,
    Called,
    Instance,
    Items,
    Known,
    Named,
    Value,
)

_ENTRY = "starlette.middleware.Middleware"
_INSIDE = frozenset(
    f"starlette.routing.{name}" for name in ("Route", "Mount", "Router", "Host")
)
"""Their middleware runs inside of the handlers of exceptions."""
_Related: TypeAlias = tuple[Place, str]
_ASGI = ("scope", "receive", "send")


def raised_in_middleware(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every HTTPException that leaves middleware, which may have a function raise it."""
    finder, handed, inside = Finder(facts), {*_handed(facts)}, _inside(facts)
    layers = [
        body
        for body in facts.bodies
        if (body.function in handed or _is_middleware(facts, body))
        and body.owner not in inside
    ]
    found: dict[ast.AST, tuple[Place, dict[ast.AST, _Related]]] = {}
    for body in layers:
        for each in escapes(facts, body, HTTP_EXCEPTION):
            at, related = _blamed(facts, each, body, layers)
            found.setdefault(at.node, (at, {}))[1].update(
                (p.node, (p, text)) for p, text in related
            )
    for at, ways in found.values():
        yield finder.found(
            r9.RAISED_IN_MIDDLEWARE, at, _MESSAGE, _ADVICE, *ways.values()
        )


_MESSAGE = "middleware raises HTTPException outside of its handlers: clients get a 500"
_ADVICE = "return a response, such as JSONResponse({'detail': ...}, status_code=...)"


def _blamed(
    facts: Facts, found: Escape, layer: Body, layers: Sequence[Body]
) -> tuple[Place, list[_Related]]:
    """The `raise`, or the call of a function that routes use, too; and the other one."""
    raised = place(found.body, found.event.node, found.event.node)
    if found.call is None:
        return raised, []
    call = place(layer, found.call.node, found.call.statement)
    if _is_ours(facts, found.body, layer, layers):
        return raised, [(call, "middleware calls it here")]
    return call, [(raised, "raised here")]


def _is_ours(facts: Facts, body: Body, layer: Body, layers: Sequence[Body]) -> bool:
    """Whether a function is a method of the middleware, or is called by middleware alone."""
    function = body.function
    if function is None or function in dependencies(facts):
        return False
    if layer.owner and function.owner in facts.program.line(layer.owner):
        return True
    ours = {id(each) for each in layers}
    return all(id(caller) in ours for caller, _ in facts.calls.get(function))


def _is_middleware(facts: Facts, body: Body) -> bool:
    if any(_is_decorator(value) for _, value in body.decorators):
        return True
    if body.owner is None or body.function is None:
        return False
    if facts.program.derives(body.owner, MIDDLEWARE):
        return body.function.node.name in ("dispatch", "__call__")
    return _wraps(facts, body.owner, body.function)


def _is_decorator(value: Value) -> bool:
    """`@app.middleware("http")`."""
    match value:
        case Called(Attribute(_, "middleware"), given):
            return given.places[:1] == (Known("http"),)
    return False


def _wraps(facts: Facts, owner: Class, of: Function) -> bool:
    """Whether a class is middleware of ASGI alone: made of an application, and called like one."""
    names = tuple(each.arg for each in of.node.args.args[1:])
    if of.node.name != "__call__" or names != _ASGI:
        return False
    made = facts.program.method(owner, "__init__")
    if facts.program.framework(owner) or not isinstance(made, Function):
        return False
    return "app" in {each.arg for each in made.node.args.args}


def _handed(facts: Facts) -> Iterator[Function]:
    """The functions in `add_middleware(BaseHTTPMiddleware, dispatch=f)`, `app.middleware("http")(f)`."""
    for event in _calls(facts):
        if _is_decorator(event.function):
            found = target(facts.program, next(iter(event.arguments.places), None))
        else:
            found = target(facts.program, dict(event.arguments.names).get("dispatch"))
        if found:
            yield found


def _inside(facts: Facts) -> frozenset[Class]:
    """The classes that are middleware of routes alone."""
    inner, outer = set[Class](), set[Class]()
    for event in _calls(facts):
        given = event.arguments.by_name(("path", "app"))
        match event.function:
            case Named(str(path)) if path in _INSIDE:
                inner |= {*_entries(given.get("middleware")), *_made(given.get("app"))}
            case Attribute(_, "mount" | "host"):
                inner |= {*_made(given.get("app"))}
            case Attribute(_, "add_middleware"):
                outer |= {*_classes(event.arguments.places[:1])}
            case Named(_):
                outer |= {*_entries(dict(event.arguments.names).get("middleware"))}
    return frozenset(inner - outer)


def _made(value: Value | None) -> Iterator[Class]:
    """The class of an application that is mounted: the handlers of the outer one are around it."""
    if isinstance(value, Instance) and isinstance(value.of, Class):
        yield value.of


def _calls(facts: Facts) -> Iterator[Call]:
    for body in facts.bodies:
        for event in body.events:
            if isinstance(event, Call):
                yield event


def _entries(value: Value | None) -> Iterator[Class]:
    for each in value.values if isinstance(value, Items) else ():
        if isinstance(each, Instance) and each.of == _ENTRY and each.made:
            yield from _classes(each.made.places[:1])


def _classes(values: tuple[Value, ...]) -> Iterator[Class]:
    for each in values:
        if isinstance(each, Named) and isinstance(each.what, Class):
            yield each.what
