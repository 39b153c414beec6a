"""What code does with responses, in the terms of the frameworks.

Goes in: the events of bodies. Come out: responses and exceptions made, fields and statuses changed,
cookies set and deleted, each with its arguments by name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respgen.audit.places import Place, place
from respgen.source.names import Class, Function
from respgen.source.program.calling import joined_arguments
from respgen.source.program.events import Body, Call, Change, Event, Store
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import (
    HTTP_EXCEPTION,
    RESPONSE,
    SIGNATURES,
    STATUSES,
    nearest,
)
from respgen.source.program.program import Program
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Instance,
    Known,
    Named,
    Pairs,
    Partial,
    Value,
    choices,
)


@dataclass(frozen=True, slots=True)
class Act:
    """What one event of a body does."""

    body: Body
    event: Call | Store

    @property
    def place(self) -> Place:
        """The call or the target."""
        return place(self.body, self.event.node, self.event.statement)

    def at(self, node: ast.AST | None) -> Place:
        """A part of it."""
        return place(self.body, node or self.event.node, self.event.statement)


@dataclass(frozen=True, slots=True)
class Construction(Act):
    """A response or an exception that is made; `root` is the framework's class of it."""

    of: Class | str
    root: str
    given: Mapping[str, Value]
    parameters: tuple[str, ...]
    rest: bool

    def node(self, name: str) -> ast.expr | None:
        """Where an argument stands."""
        assert isinstance(self.event, Call)
        return self.event.arguments.node(name, self.parameters)

    def says(self, name: str) -> bool:
        """Whether an argument is given, and is not None."""
        return self.given.get(name, Known(None)) != Known(None)

    @property
    def status(self) -> Value | None:
        """The status, be it the framework's default; None where a class decides."""
        default = STATUSES.get(nearest(self.root, STATUSES) or "")
        if "status_code" in self.given:
            return self.given["status_code"]
        known = isinstance(self.of, str) and not self.rest and default is not None
        return Known(default) if known else None


@dataclass(frozen=True, slots=True)
class FieldChange(Act):
    """A field of a response that is set, added, or taken away by name."""

    response: Instance
    name: Value
    """Of an update with what nobody knows the whole mapping."""
    value: Value | None
    """None where it is taken away, or not known."""
    word: str
    """`set`, `append`, `setdefault`, `update` or `delete`."""
    source: ast.expr | None


@dataclass(frozen=True, slots=True)
class StatusChange(Act):
    """`response.status_code = ...`"""

    response: Instance
    value: Value


@dataclass(frozen=True, slots=True)
class CookieAct(Act):
    """`set_cookie` or `delete_cookie`; `response` None: what has the method is no known response."""

    response: Instance
    method: str
    given: Mapping[str, Value]
    rest: bool
    arguments: Arguments

    def node(self, name: str) -> ast.expr | None:
        """Where an argument stands."""
        return self.arguments.node(name, SIGNATURES[self.method])


AnyAct = Construction | FieldChange | StatusChange | CookieAct


def acts(facts: Facts) -> Iterator[AnyAct]:
    """Everything that all bodies do, in their order."""
    for body in facts.bodies:
        for event in body.events:
            yield from acts_of(facts.program, body, event)


def acts_of(program: Program, body: Body, event: Event) -> Iterator[AnyAct]:
    """What one event does; most do nothing."""
    if isinstance(event, Store):
        yield from _stored(program, body, event)
    elif isinstance(event, Call):
        yield from _called(program, body, event)


def responses(program: Program, value: Value) -> tuple[Instance, ...]:
    """The responses that a value may be; none unless all that it may be are such."""
    found = [each for each in choices(value) if each != Known(None)]
    kept = [e for e in found if isinstance(e, Instance) and program.is_response(e.of)]
    return tuple(kept) if kept and len(kept) == len(found) else ()


def _called(program: Program, body: Body, event: Call) -> Iterator[AnyAct]:
    function: Value = event.function
    given = event.arguments
    if isinstance(function, Partial):
        given = joined_arguments(function.arguments, given)
        function = function.function
    match next(choices(function)):  # of `(A if x else B)(...)` the first
        case Named(Class() | str() as of):
            made = construction(program, body, event, of, given)
            if made:
                yield made
        case Attribute(of, "set_cookie" | "delete_cookie" as method):
            for response in responses(program, of)[:1]:
                names = given.by_name(SIGNATURES[method])
                yield CookieAct(body, event, response, method, names, given.rest, given)
        case Attribute(Attribute(of, "headers"), method):
            for response in responses(program, of)[:1]:
                yield from _field_call(body, event, response, method, given)


def construction(
    program: Program, body: Body, event: Call, of: Class | str, given: Arguments
) -> Construction | None:
    """The response or exception that a call makes, unless the class is of the catalogue."""
    if not program.derives(of, RESPONSE, HTTP_EXCEPTION) or program.is_catalogue(of):
        return None
    root = program.framework(of) or RESPONSE
    names = constructor(program, of)
    return Construction(body, event, of, root, given.by_name(names), names, given.rest)


def constructor(program: Program, of: Class | str) -> tuple[str, ...]:
    """The positional parameters of a class."""
    found = program.method(of, "__init__")
    if isinstance(found, Function):
        arguments = found.node.args
        return tuple(a.arg for a in (*arguments.posonlyargs, *arguments.args)[1:])
    return SIGNATURES.get(nearest(found or RESPONSE, SIGNATURES) or RESPONSE, ())


def _field_call(
    body: Body, event: Call, response: Instance, method: str, given: Arguments
) -> Iterator[FieldChange]:
    match method, given.places:
        case ("append" | "setdefault" | "__setitem__"), (name, value):
            node = event.node.args[1] if len(event.node.args) > 1 else None
            word = "set" if method == "__setitem__" else method
            yield FieldChange(body, event, response, name, value, word, node)
        case "update", (Pairs(items), *_):
            for pair in items:
                yield FieldChange(
                    body, event, response, pair.key, pair.value, "update", None
                )
        case "update", ():
            for key, found in given.names:
                yield FieldChange(
                    body, event, response, Known(key), found, "update", None
                )
        case "update", (whole, *_):
            yield FieldChange(body, event, response, whole, None, "update", None)


def _stored(program: Program, body: Body, event: Store) -> Iterator[AnyAct]:
    match event.of:
        case Attribute(of, "headers") if event.change is not Change.ATTRIBUTE:
            word = "delete" if event.change is Change.DELETED else "set"
            for response in responses(program, of)[:1]:
                yield FieldChange(
                    body, event, response, event.key, event.value, word, event.source
                )
        case of if event.change is Change.ATTRIBUTE and event.key == Known(
            "status_code"
        ):
            for response in responses(program, of)[:1]:
                if event.value is not None:
                    yield StatusChange(body, event, response, event.value)
