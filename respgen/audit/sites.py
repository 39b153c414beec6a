"""Where code makes responses by hand (R910 to R915): the places that a catalogue could take over.

Goes in: facts. Come out: notes, one for a place.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.audit.acts import (
    AnyAct,
    Construction,
    CookieAct,
    FieldChange,
    StatusChange,
)
from respgen.audit.findings import Found
from respgen.audit.places import Finder, Place
from respgen.audit.routing import registered
from respgen.diagnostics import Rule
from respgen.rules import r9
from respgen.source.names import Class, Function
from respgen.source.program.events import Body
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import (
    HTTP_EXCEPTION,
    RESPONSE,
    STATUSES,
    nearest,
)
from respgen.source.program.units import Unit
from respgen.source.program.values import Known, Named

_SAYS = {"headers", "media_type"}


def sites(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every site of the program."""
    finder = Finder(facts)
    yield from _classes(finder)
    yield from _helpers(finder)
    seen = set[ast.AST]()  # an event may happen with several values
    for act in done:
        said = _said(facts, act)
        if said and act.event.node not in seen:
            seen.add(act.event.node)
            rule, message, advice = said
            yield finder.found(rule, act.place, message, advice)


def _said(facts: Facts, act: AnyAct) -> tuple[Rule, str, str] | None:
    match act:
        case Construction():
            return _made(facts, act)
        case FieldChange():
            return r9.MUTATION, "a field is set on a response by hand", _MUTATION
        case StatusChange():
            return r9.MUTATION, "the status of a response is set by hand", _MUTATION
        case CookieAct(method="set_cookie"):
            return r9.COOKIE, "a cookie is set by hand", _COOKIE
    return r9.COOKIE, "a cookie is deleted by hand", _COOKIE


_MUTATION = "declare what is sent in the schema of a class, and use its parameters"
_COOKIE = "declare a cookie preset, and call its set and delete functions"


def _made(facts: Facts, act: Construction) -> tuple[Rule, str, str] | None:
    if not facts.program.derives(act.of, RESPONSE):
        headers = act.given.get("headers")
        if headers is None or headers == Known(None):
            return None
        message = "an exception is raised with headers by hand"
        return r9.RAISED_HEADERS, message, "declare a problem with `exception: true`"
    status = act.given.get("status_code")
    default = Known(STATUSES.get(nearest(act.root, STATUSES) or "", 200))
    given = {name for name in _SAYS if act.given.get(name, Known(None)) != Known(None)}
    if not given and (status is None or status == default):
        return None
    what = " and ".join(
        word
        for word, there in (
            ("status", status is not None and status != default),
            ("headers", "headers" in given),
            ("media type", "media_type" in given),
        )
        if there
    )
    message = f"a response is made with its {what} by hand"
    return r9.CONSTRUCTION, message, "declare a class that always sends them"


def _classes(finder: Finder) -> Iterator[Found]:
    program = finder.facts.program
    inner = (each for body in finder.facts.bodies for each in _inside(body))
    homes = {found: unit for unit, found in (*finder.facts.classes, *inner)}
    for found, unit in homes.items():
        if program.is_response(found) and not program.is_catalogue(found):
            yield finder.found(
                r9.OWN_CLASS,
                Place(unit, found.node),
                f"{found.node.name} is a response class written by hand",
                "describe it in a schema",
            )


def _inside(body: Body) -> Iterator[tuple[Unit, Class]]:
    """The classes that a function defines."""
    for node in ast.walk(body.node) if body.function else ():
        if isinstance(node, ast.ClassDef):
            yield body.unit, Class(body.unit.module, node)


# Helpers


def _helpers(finder: Finder) -> Iterator[Found]:
    used = registered(finder.facts)
    for body in finder.facts.bodies:
        if (
            body.function
            and body.function not in used
            and _is_helper(finder.facts, body)
        ):
            node = body.function.node
            message = f"{node.name} makes one response, and does nothing else"
            yield finder.found(
                r9.HELPER,
                Place(body.unit, node),
                message,
                "declare a class, and call it in place of the function",
            )


def _is_helper(facts: Facts, body: Body) -> bool:
    """Whether the last of its statements, and the only one that does anything, makes a response."""
    function = body.function
    if function is None or function.owner or function.node.decorator_list:
        return False
    statements = [each for each in function.node.body if not _is_text(each)]
    if not all(isinstance(e, ast.Assign | ast.AnnAssign) for e in statements[:-1]):
        return False
    made = _made_by(statements[-1]) if statements else None
    if made is None or _is_handler(facts, function):
        return False
    return any(
        event.node is made and _is_response(facts, event) for event in body.events
    )


def _made_by(node: ast.stmt) -> ast.Call | None:
    match node:
        case ast.Return(value=ast.Call() as call) | ast.Raise(exc=ast.Call() as call):
            return call
    return None


def _is_response(facts: Facts, event: object) -> bool:
    function = getattr(event, "function", None)
    what = function.what if isinstance(function, Named) else None
    if what is None or isinstance(what, Function) or facts.program.is_catalogue(what):
        return False
    return facts.program.derives(what, RESPONSE, HTTP_EXCEPTION)


def _is_handler(facts: Facts, of: Function) -> bool:
    """Whether it takes a request: whoever does answers it."""
    annotations = facts.evaluator.annotations
    arguments = (*of.node.args.posonlyargs, *of.node.args.args)
    return any(
        found in ("starlette.requests.Request", "starlette.requests.HTTPConnection")
        for each in arguments
        for found in annotations.classes(of.module, each.annotation, of)
    )


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
