"""What the callers of a helper give it: statuses, and numbers that are no bool.

Goes in: a parameter of a function of the program. Come out: what stands at it in each call; none where a
call gives what nobody knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.audit.cookies.company import callers
from respgen.audit.routing import dependencies, routes
from respgen.sending.differences import FAR, Differs, Match
from respgen.sending.types import annotation_of, is_of
from respgen.source.bindings import FunctionNode
from respgen.source.names import Class, Function
from respgen.source.program.calling import bound, replaced
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Attribute,
    Called,
    Instance,
    Items,
    Known,
    Named,
    Parameter,
    Unknown,
    Value,
    choices,
)

_DEPTH = 3
"""Through so many helpers a value is followed."""


def statuses(facts: Facts, value: Value, depth: int = _DEPTH) -> frozenset[int]:
    """All that it can be; empty where that is not known."""
    found: set[int] = set()
    for each in choices(value):
        here = _one(facts, each, depth)
        if not here:
            return frozenset()
        found |= here
    return frozenset(found)


def _one(facts: Facts, value: Value, depth: int) -> frozenset[int]:
    match value:
        case Known(value=int(status)) if not isinstance(status, bool):
            return frozenset({status})
        case Parameter(function=function) if depth:
            found: set[int] = set()
            for _, call in callers(facts, function):
                given = replaced(value, bound(function, call.function, call.arguments))
                here = statuses(facts, given, depth - 1)
                if not here:
                    return frozenset()
                found |= here
            return frozenset(found)
    return frozenset()


def is_number(facts: Facts, value: Value, depth: int = _DEPTH) -> bool:
    """Whether it is an int, and certainly no bool, which is written otherwise.

    `len` and its like give one, and FastAPI makes one of what a route takes: type checkers let pass
    a bool for any other parameter.
    """
    return all(_is_number(facts, each, depth) for each in choices(value))


def _is_number(facts: Facts, value: Value, depth: int) -> bool:
    match value:
        case Known() | Called(function=Named(str())):
            return is_of(value, "int")
        case Parameter(function=function, default=default):
            if is_of(value, "int") and function in _served(facts):
                return not isinstance(default, Known) or is_of(default, "int")
            calls = callers(facts, function) if depth and not function.owner else ()
            given = (
                replaced(value, bound(function, call.function, call.arguments))
                for _, call in calls
            )
            return bool(calls) and all(is_number(facts, e, depth - 1) for e in given)
    return False


def _served(facts: Facts) -> frozenset[Function]:
    """The functions that FastAPI calls, with what it has validated."""
    return frozenset(facts.once(_all_served))


def _all_served(facts: Facts) -> Iterator[Function]:
    yield from dependencies(facts)
    for route in routes(facts):
        if route.fastapi and route.body.function:
            yield route.body.function


def is_items(facts: Facts, value: Value, depth: int = _DEPTH) -> bool:
    """Whether it is certainly no lone text, whose items would be its letters."""
    return all(_is_items(facts, each, depth) for each in choices(value))


def _is_items(facts: Facts, value: Value, depth: int) -> bool:
    match value:
        case Items() | Instance():
            return True
        case Unknown(node=node):
            return isinstance(
                node, ast.GeneratorExp | ast.ListComp | ast.List | ast.Set
            )
        case Called(function=Named(Function(node=node))):
            return _gives_items(node)
        case Called(function=Named(str(path))):
            return path in _ITEMS
        case Called(function=Unknown(node=ast.Name(id=name))):  # what Python itself has
            return name in _ITEMS
        case Called(function=Attribute(Instance(of=Class(node=of)), method)):
            return any(
                isinstance(e, FunctionNode) and e.name == method and _gives_items(e)
                for e in of.body
            )
        case Parameter(function=function, name=name):
            if _is_said(annotation_of(function, name)):
                return True
            calls = callers(facts, function) if depth else ()
            given = (
                replaced(value, bound(function, call.function, call.arguments))
                for _, call in calls
            )
            return bool(calls) and all(is_items(facts, e, depth - 1) for e in given)
    return False


_ITEMS = frozenset(
    {
        *("iter", "map", "filter", "zip", "list", "open"),
        *("io.BytesIO", "io.StringIO"),
    }
)
"""What never gives a text, built into Python or by its import path."""
_SAID = frozenset(
    {
        "Iterator",
        "Generator",
        "AsyncIterator",
        "AsyncGenerator",
        "AsyncIterable",
        "list",
        "List",
    }
)
"""What no text is: it may be an Iterable, and a Sequence."""


def _gives_items(node: FunctionNode) -> bool:
    """Whether a function has `yield`, or is annotated to give what no text is."""
    inside = {type(each) for each in ast.walk(node)}
    return not inside.isdisjoint({ast.Yield, ast.YieldFrom}) or _is_said(node.returns)


def _is_said(note: ast.expr | None) -> bool:
    inner = note.value if isinstance(note, ast.Subscript) else note
    return getattr(inner, "id", getattr(inner, "attr", "")) in _SAID


def check_given(facts: Facts, made: Match) -> None:
    """Raises Differs where a class may be given True for a number that is written, or a text for a stream."""
    if made.items is not None and not is_items(facts, made.items):
        raise Differs("what it passes on may be a lone text")
    for each in made.numbers:
        if not is_number(facts, each):
            raise Differs(
                "it writes True otherwise, which may be given for an int", FAR
            )
