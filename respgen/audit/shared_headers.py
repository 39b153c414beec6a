"""Mappings of headers that are somebody else's: R942, R943.

Goes in: what code does. Come out: errors where a function changes what all responses share, warnings
where it changes what its caller gave. Only mappings that become the headers of a response count.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.audit.acts import AnyAct, Construction
from respgen.audit.findings import Found
from respgen.audit.locating import Locator, Spot
from respgen.audit.places import Finder, place
from respgen.audit.routing import routes
from respgen.audit.written import constructions
from respgen.rules import r9
from respgen.source.program.events import Body, Call, Change, Store
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Instance,
    Item,
    Known,
    Pairs,
    Parameter,
    Value,
    choices,
)
from respgen.source.unparsing import unparsed

_CHANGING = frozenset(
    {"update", "setdefault", "pop", "popitem", "clear", "__setitem__"}
)
_TAKING = frozenset({"get", "pop", "setdefault"})


@dataclass(frozen=True, slots=True)
class _Changed:
    """A mapping that a function changes, and the expression that names it."""

    body: Body
    event: Call | Store
    mapping: Value
    node: ast.expr


def shared_headers(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every change of a mapping that is not the function's own."""
    made = [*constructions(facts, done)]
    sent = _Sent.of(facts, made)
    finder, locator = Finder(facts), Locator(facts)
    answering = {id(route.body) for route in routes(facts)}
    for body in facts.bodies:
        if body.function is None:
            continue
        for change in _changes(facts, body):
            spot = _shared(locator, sent, change)
            if spot:
                yield _of_module(finder, change, spot)
            elif id(body) not in answering:
                yield from _of_caller(finder, sent, change)


@dataclass(frozen=True, slots=True)
class _Sent:
    """The mappings that become headers: by the node that made them, by parameter, by function."""

    nodes: frozenset[int]
    parameters: frozenset[Parameter]
    bodies: frozenset[int]

    @classmethod
    def of(cls, facts: Facts, made: list[Construction]) -> _Sent:
        headers = (act.given.get("headers", Known(None)) for act in made)
        given = [e for each in headers for e in choices(_resolved(facts, each))]
        given += [e for body in facts.bodies for e in _initial(facts, body)]
        return cls(
            frozenset(id(each.node) for each in given if isinstance(each, Pairs)),
            frozenset(each for each in given if isinstance(each, Parameter)),
            frozenset(
                id(act.body) for act in made if act.rest or "headers" in act.given
            ),
        )


def _initial(facts: Facts, body: Body) -> Iterator[Value]:
    """`super().init_headers(headers)`."""
    if body.owner and facts.program.is_response(body.owner):
        for event in body.events:
            match event:
                case Call(function=Attribute(_, "init_headers"), arguments=given):
                    for value in (*given.places, *dict(given.names).values()):
                        yield from choices(value)


def _changes(facts: Facts, body: Body) -> Iterator[_Changed]:
    for event in body.events:
        match event:
            case Store(change=Change.ITEM | Change.DELETED, of=of):
                if isinstance(event.node, ast.Subscript):
                    yield _Changed(body, event, _resolved(facts, of), event.node.value)
            case Call(function=Attribute(of, name)) if name in _CHANGING:
                if isinstance(event.node.func, ast.Attribute):
                    node = event.node.func.value
                    yield _Changed(body, event, _resolved(facts, of), node)


def _resolved(facts: Facts, value: Value) -> Value:
    """`self.HEADERS`, where the class has it."""
    match value:
        case Attribute(Instance(of=of), name) if not isinstance(of, str):
            found = facts.program.constant(of, name)
            if found:
                return facts.evaluator.constant(of, name, found[1]) or value
    return value


# R942


def _shared(locator: Locator, sent: _Sent, change: _Changed) -> Spot | None:
    """Where a mapping is made that is not made in a function."""
    match change.mapping:
        case Pairs(node=ast.AST() as node) if id(node) in sent.nodes:
            spot = locator.spot(change.body.unit, node)
            return spot if spot and spot.function is None else None
    return None


def _of_module(finder: Finder, change: _Changed, spot: Spot) -> Found:
    name = unparsed(change.node)
    message = f"this changes {name}, which all responses share from then on"
    shared = _target(spot.statement)
    if shared and name.rpartition(".")[2] != shared:
        message = f"{name} is {shared} here: this changes it for all responses"
    advice = f"change a copy: dict({name})"
    at = place(change.body, change.event.node, change.event.statement)
    return finder.found(
        r9.SHARED_HEADERS, at, message, advice, (spot.place, "made here, once")
    )


def _target(statement: ast.stmt) -> str:
    """The name that a mapping is given where it is made."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


# R943


def _of_caller(finder: Finder, sent: _Sent, change: _Changed) -> Iterator[Found]:
    at = place(change.body, change.event.node, change.event.statement)
    name = unparsed(change.node)
    for each in choices(change.mapping):
        match each:
            case Parameter(default=Pairs()) if each in sent.parameters:
                message = (
                    f"this changes the default of {each.name!r}, which all calls share"
                )
                advice = f"{each.name}=None, and a mapping of its own for each call"
                yield finder.found(r9.SHARED_HEADERS, at, message, advice)
                return
            case Parameter() if each in sent.parameters:
                advice = f"{{**{each.name}, ...}}, which is a mapping of its own"
            case _ if id(change.body) in sent.bodies and _is_of_keywords(each):
                advice, name = _of_its_own(each, change), "headers"
            case _:
                continue
        message = f"this changes {name}, which is the mapping of the caller"
        yield finder.found(r9.CALLERS_HEADERS, at, message, advice)
        return


def _of_its_own(value: Value, change: _Changed) -> str:
    """The line that makes a mapping of what the keywords bring."""
    keywords, method = "kwargs", "get"
    match value:
        case Item(Parameter(name=name)):
            keywords = name.lstrip("*")
        case Called(Attribute(Parameter(name=name), found)):
            keywords = name.lstrip("*")
            method = "pop" if found == "pop" else "get"
    given = "'headers', None" if method == "pop" else "'headers'"
    target = f"{keywords}['headers']"
    if isinstance(change.node, ast.Name):
        target = change.node.id
    return f"{target} = {{**({keywords}.{method}({given}) or {{}}), ...}}"


def _is_of_keywords(value: Value) -> bool:
    """`kwargs["headers"]`, `kwargs.get("headers")`."""
    match value:
        case Item(Parameter(name=name), Known("headers")):
            return name.startswith("**")
        case Called(Attribute(Parameter(name=name), method), Arguments(places=given)):
            first = given[:1] == (Known("headers"),)
            return name.startswith("**") and method in _TAKING and first
    return False
