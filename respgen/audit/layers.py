"""HTTPException raised in middleware, outside of whatever handles it (R952).

Goes in: facts. Come out: warnings where an exception leaves middleware.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.audit.acts import AnyAct
from respgen.audit.findings import Found
from respgen.audit.places import Finder, place
from respgen.rules import r9
from respgen.source.names import Class, Function
from respgen.source.program.calling import target
from respgen.source.program.events import Body, Call, Raised
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import HTTP_EXCEPTION, MIDDLEWARE
from respgen.source.program.values import (
    Attribute,
    Called,
    How,
    Instance,
    Items,
    Known,
    Named,
    Value,
    class_of,
)

_ENTRY = "starlette.middleware.Middleware"
_INSIDE = frozenset(
    f"starlette.routing.{name}" for name in ("Route", "Mount", "Router", "Host")
)
"""Their middleware runs inside of the handlers of exceptions."""
_ASGI = ("scope", "receive", "send")


def raised_in_middleware(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every HTTPException that middleware raises and does not catch."""
    finder = Finder(facts)
    handed = {*_handed(facts)}
    inside = _inside(facts)
    for body in facts.bodies:
        if not (body.function in handed or _is_middleware(facts, body)):
            continue
        if body.owner in inside:
            continue
        for event in body.events:
            if isinstance(event, Raised) and _leaves(facts, event):
                yield finder.found(
                    r9.RAISED_IN_MIDDLEWARE,
                    place(body, event.node, event.node),
                    "middleware raises HTTPException outside of its handlers: clients get a 500",
                    "return a response, such as JSONResponse({'detail': ...}, status_code=...)",
                )


def _leaves(facts: Facts, event: Raised) -> bool:
    of = class_of(event.value)
    again = isinstance(event.value, Instance) and event.value.how is How.CAUGHT
    raises = of is not None and facts.program.derives(of, HTTP_EXCEPTION)
    return raises and not again and not event.caught


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
        match event.function:
            case Named(str(path)) if path in _INSIDE:
                inner |= {*_entries(dict(event.arguments.names).get("middleware"))}
            case Attribute(_, "add_middleware"):
                outer |= {*_classes(event.arguments.places[:1])}
            case Named(_):
                outer |= {*_entries(dict(event.arguments.names).get("middleware"))}
    return frozenset(inner - outer)


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
