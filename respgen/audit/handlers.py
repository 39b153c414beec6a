"""Handlers of HTTPException that drop its headers: R945.

Goes in: what code does. Come out: warnings at the responses that are returned without them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.audit.acts import AnyAct, FieldChange, acts_of
from respgen.audit.findings import Found
from respgen.audit.places import Finder, place
from respgen.audit.written import is_plain
from respgen.rules import r9
from respgen.source.names import Function
from respgen.source.nodes import walk
from respgen.source.program.calling import target
from respgen.source.program.events import Body, Call, Change, Event, Store
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import HTTP_EXCEPTION, SIGNATURES, nearest
from respgen.source.program.parts import parts
from respgen.source.program.program import Program
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    How,
    Instance,
    Known,
    Named,
    Pairs,
    Unknown,
    Value,
    choices,
)

_EXCEPTIONS = frozenset({HTTP_EXCEPTION, "fastapi.exceptions.HTTPException"})
_REDIRECT = "starlette.responses.RedirectResponse"


def dropped_headers(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every response of a handler that goes without the headers of what it handles."""
    finder = Finder(facts)
    for function in dict.fromkeys(handlers(facts)):
        body = facts.by_function.get(function)
        if body:
            yield from _of_handler(finder, body)
            yield from _of_helpers(finder, body)


# Which functions handle it


def handlers(facts: Facts) -> Iterator[Function]:
    """The program's own handlers of HTTPException."""
    for body in facts.bodies:
        for _, value in body.decorators:
            match value:
                case Called(Attribute(_, "exception_handler"), given):
                    if body.function and _is_http(given.places[:1]):
                        yield body.function
        for event in body.events:
            if isinstance(event, Call):
                yield from _handed(event)


def _handed(event: Call) -> Iterator[Function]:
    given = event.arguments
    match event.function:
        case Attribute(_, "add_exception_handler"):
            names = given.by_name(("exc_class_or_status_code", "handler"))
            first = names.get("exc_class_or_status_code")
            handler = names.get("handler")
            if first and _is_http((first,)) and isinstance(handler, Named):
                yield from _function(handler)
    for name, value in given.names:
        if name == "exception_handlers" and isinstance(value, Pairs):
            for pair in value.items:
                if _is_http((pair.key,)) and isinstance(pair.value, Named):
                    yield from _function(pair.value)


def _function(value: Named) -> Iterator[Function]:
    if isinstance(value.what, Function):
        yield value.what


def _is_http(value: tuple[Value, ...]) -> bool:
    return bool(value) and isinstance(value[0], Named) and value[0].what in _EXCEPTIONS


# What they answer

_MESSAGE = "the handler answers without the headers of the exception"


def _of_handler(finder: Finder, body: Body) -> Iterator[Found]:
    shown = _exception(body)
    if shown is None:
        return
    exception = body.parameters[shown]
    found = set[ast.AST]()
    for path in body.returns:
        made = path.value
        if not isinstance(made, Instance) or made.made is None or made.node in found:
            continue
        if _drops(finder.facts.program, body, made, exception):
            found.add(made.node)
            at = place(body, made.node, _statement(body, made.node))
            advice = f"headers={shown}.headers"
            yield finder.found(r9.DROPPED_HEADERS, at, _MESSAGE, advice)


def _exception(body: Body) -> str | None:
    """The name of what a handler handles; None where each way may be another exception's."""
    names = [*body.parameters]
    names = names[1:] if body.owner else names
    return None if len(names) < 2 or _sorts(body, names[1]) else names[1]


def _sorts(body: Body, name: str) -> bool:
    """Whether what it does depends on the class of what it handles."""
    for node in walk(body.node):
        if isinstance(node, ast.If):
            for each in walk(node.test):
                match each:
                    case ast.Call(
                        func=ast.Name("isinstance"), args=[ast.Name(tested), *_]
                    ) if (tested == name):
                        return True
    return False


def _statement(body: Body, node: ast.AST) -> ast.stmt | None:
    calls = (e for e in body.events if isinstance(e, Call) and e.node is node)
    return next((each.statement for each in calls), None)


def _drops(program: Program, body: Body, made: Instance, exception: Value) -> bool:
    """Whether nothing that is done to a response has to do with the exception's headers."""
    root = program.framework(made.of)
    if root is None or not program.is_response(made.of) or made.made is None:
        return False
    if program.is_catalogue(made.of) or nearest(root, {_REDIRECT: True}):
        return False  # where a redirect leads, others answer
    if not is_plain(program, made.of) or made.made.rest:
        return False
    names = made.made.by_name(SIGNATURES.get(nearest(root, SIGNATURES) or "", ()))
    if _may_have(names.get("headers", Known(None)), exception):
        return False
    return not any(_touches(program, body, event, made) for event in body.events)


def _may_have(headers: Value, exception: Value) -> bool:
    """Whether a mapping is of the exception, or of nobody knows what."""
    for each in choices(headers):
        match each:
            case Known(None):
                continue
            case Pairs(items, is_open=False):
                if any(_is_of(pair.value, exception) for pair in items):
                    return True
            case _:
                return True
    return False


def _is_of(value: Value, exception: Value) -> bool:
    return value == exception or any(_is_of(e, exception) for e in parts(value))


def _touches(program: Program, body: Body, event: Event, made: Instance) -> bool:
    """Whether it may give the response further headers."""
    for act in acts_of(program, body, event):
        if isinstance(act, FieldChange) and act.response.node is made.node:
            return act.value is None or not isinstance(act.name, Known)
    match event:
        case Call(function=Attribute(Attribute(of, "raw_headers"), _)):
            return _is_it(of, made)
        case Call(function=Attribute(of, "init_headers")):
            return _is_it(of, made)
        case Call(arguments=given):
            values = (*given.places, *dict(given.names).values())
            return any(_is_it(each, made) for each in values)
        case Store(change=Change.ATTRIBUTE, of=of, key=key):
            return _is_it(of, made) and key != Known("status_code")
    return False


def _is_it(value: Value, made: Instance) -> bool:
    return isinstance(value, Instance) and value.node is made.node


# What they have answered by a function of the program


def _of_helpers(finder: Finder, body: Body) -> Iterator[Found]:
    """`return problem(exc.status_code)`, where nothing of the headers is passed."""
    shown = _exception(body)
    if shown is None:
        return
    ends = {_call(path.node) for path in body.returns}
    for event in body.events:
        if isinstance(event, Call) and event.node in ends:
            ends.discard(event.node)
            if _leaves(finder.facts, body, event, body.parameters[shown]):
                at = place(body, event.node, event.statement)
                advice = f"pass headers={shown}.headers on"
                yield finder.found(r9.DROPPED_HEADERS, at, _MESSAGE, advice)


def _call(statement: ast.stmt | None) -> ast.expr | None:
    """The call whose result is returned as it is."""
    match statement:
        case ast.Return(
            value=ast.Await(value=ast.Call() as call) | (ast.Call() as call)
        ):
            return call
    return None


def _leaves(facts: Facts, body: Body, event: Call, exception: Value) -> bool:
    """Whether a helper makes a response of what it gets, and gets nothing of the headers."""
    helper = target(facts.program, event.function)
    given = event.arguments
    if helper is None or facts.program.is_catalogue(helper) or given.rest:
        return False
    if any(each is helper.node for each in walk(body.node)):
        return False  # it sees what is around it
    passed = (event.function, *given.places, *dict(given.names).values())
    if any(_has_headers(each, exception) for each in passed):
        return False
    found = facts.body(helper)
    made = [path.value for path in found.returns] if found else []
    return bool(made) and all(_is_made(facts.program, each) for each in made)


def _has_headers(value: Value, exception: Value) -> bool:
    """Whether the exception's headers may be in it."""
    match value:
        case Attribute(of, "status_code" | "detail") if of == exception:
            return False
        case Unknown() | Pairs(is_open=True):
            return True
        case Instance(made=Arguments() as given) if value != exception:
            inside = (*given.places, *dict(given.names).values())
            return given.rest or any(_has_headers(e, exception) for e in inside)
        case Called(arguments=given) if given.rest:
            return True
    return value == exception or any(_has_headers(e, exception) for e in parts(value))


def _is_made(program: Program, value: Value | None) -> bool:
    """Whether it is a framework's response, and no redirect."""
    if not isinstance(value, Instance) or value.how is not How.BUILT:
        return False
    root = program.framework(value.of)
    plain = program.is_response(value.of) and is_plain(program, value.of)
    catalogue = program.is_catalogue(value.of)
    return plain and not catalogue and not nearest(root or "", {_REDIRECT: True})
