"""Which function of the program a call calls, and what its parameters are there.

Goes in: values. Come out: the function, values by the names of its parameters, and values in which
parameters are what a call gives them.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, replace

from respgen.source.names import Class, Function
from respgen.source.program.folding import joined, merge
from respgen.source.program.parts import is_heavy, parts
from respgen.source.program.program import Program
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Either,
    Instance,
    Item,
    Items,
    Joined,
    Known,
    Named,
    Pair,
    Pairs,
    Parameter,
    Partial,
    Unknown,
    Value,
    either,
    otherwise,
)


@dataclass(frozen=True, slots=True)
class Bound:
    """What one call gives a function; `nodes` are the expressions, of what was written there."""

    function: Function
    values: Mapping[str, Value]
    nodes: Mapping[str, ast.expr]
    rest: bool
    """Whether it may give more than is known."""


def target(program: Program, function: Value | None) -> Function | None:
    """The function of the program that a value is: itself, a method, or a partial of one."""
    match function:
        case Named(Function() as found):
            return found
        case Partial(inner):
            return target(program, inner)
        case Attribute(Instance(of=Class() as owner) | Named(Class() as owner), name):
            method = program.method(owner, name)
            return method if isinstance(method, Function) else None
    return None


def bound(function: Function, called: Value, given: Arguments) -> Bound:
    """The parameters of a function, as a call of it gives them."""
    if isinstance(called, Partial):
        given, called = joined_arguments(called.arguments, given), called.function
    names = _parameters(function, called)
    nodes = {
        (names[key] if isinstance(key, int) and key < len(names) else str(key)): node
        for key, node in given.nodes.items()
    }
    values = dict(given.by_name(names))
    rest = function.node.args.kwarg
    if rest:
        taken = {*names, *(each.arg for each in function.node.args.kwonlyargs)}
        more = {name: value for name, value in values.items() if name not in taken}
        pairs = (Pair(Known(n), v, nodes.get(n, rest)) for n, v in more.items())
        values[f"**{rest.arg}"] = Pairs(tuple(pairs), given.rest)
    return Bound(function, values, nodes, given.rest)


def _parameters(function: Function, called: Value) -> tuple[str, ...]:
    """The positional ones, without the first of a method that is called on an object."""
    node = function.node.args
    names = tuple(each.arg for each in (*node.posonlyargs, *node.args))
    decorators = {getattr(each, "id", "") for each in function.node.decorator_list}
    on_object = isinstance(called, Attribute) and isinstance(called.of, Instance)
    if function.owner and "staticmethod" not in decorators:
        return names[1:] if on_object or "classmethod" in decorators else names
    return names


def joined_arguments(one: Arguments, other: Arguments) -> Arguments:
    """Those of a partial, then those of the call."""
    offset = len(one.places)
    nodes = {
        (key + offset if isinstance(key, int) else key): node
        for key, node in other.nodes.items()
    }
    return Arguments(
        (*one.places, *other.places),
        tuple({**dict(one.names), **dict(other.names)}.items()),
        one.rest or other.rest,
        {**one.nodes, **nodes},
        (*one.spread, *other.spread),
        one.starred or other.starred,
    )


def replaced(value: Value, by: Bound) -> Value:
    """A value of a function, where its parameters are what a call gives."""
    found = _replaced(value, by)
    return value if is_heavy(found) else found


def _replaced(value: Value, by: Bound) -> Value:
    match value:
        case Parameter(function=function, name=name) if function == by.function:
            if name in by.values:
                return by.values[name]
            return value if value.default is None or by.rest else value.default
        case Attribute(of, name):
            return Attribute(replaced(of, by), name)
        case Item(of, key):
            return _item(replaced(of, by), replaced(key, by))
        case Called(function, given):
            return Called(replaced(function, by), replaced_arguments(given, by))
        case Partial(function, given):
            return Partial(replaced(function, by), replaced_arguments(given, by))
        case Joined(pieces):
            return _text([replaced(each, by) for each in pieces])
        case Items(values):
            return Items(tuple(replaced(each, by) for each in values))
        case Either(values, falls_back):
            join = otherwise if falls_back else either
            return join(*(replaced(each, by) for each in values))
        case Pairs(merged=parts, node=node) if parts:
            return merge([replaced(each, by) for each in parts], node)
        case Pairs(items):
            pairs = (
                replace(e, key=replaced(e.key, by), value=replaced(e.value, by))
                for e in items
            )
            return replace(value, items=tuple(pairs))
    return value


def replaced_arguments(given: Arguments, by: Bound) -> Arguments:
    """Arguments in which parameters are what a call gives; `**kwargs` becomes the names it brings."""
    names = {name: replaced(value, by) for name, value in given.names}
    nodes = dict(given.nodes)
    rest, left = given.rest, list[Value]()
    for each in given.spread:
        found = replaced(each, by)
        if isinstance(found, Pairs) and found.keys() is not None:
            for pair in found.items:
                name = str(pair.key.value) if isinstance(pair.key, Known) else ""
                names[name] = pair.value
                if isinstance(pair.node, ast.expr):
                    nodes[name] = pair.node
        else:
            left.append(found)
    if given.spread and not given.starred:
        rest = bool(left)
    places = tuple(replaced(each, by) for each in given.places)
    return Arguments(
        places, tuple(names.items()), rest, nodes, tuple(left), given.starred
    )


def _item(of: Value, key: Value) -> Value:
    if isinstance(of, Pairs) and isinstance(key, Known):
        found = of.get(str(key.value))
        return Item(of, key) if found is None else found
    return Item(of, key)


def _text(parts: list[Value]) -> Value:
    """The parts of a text; a known one that is no text is written as Python writes it."""
    return joined(
        [Known(str(each.value)) if isinstance(each, Known) else each for each in parts]
    )


def is_settled(value: Value) -> bool:
    """Whether no caller and nobody unknown decides any part of it."""
    return not any(isinstance(each, Parameter | Unknown) for each in every(value))


def every(value: Value) -> list[Value]:
    """A value and all that it is made of."""
    found: list[Value] = [value]
    for each in found:
        found += parts(each)
    return found
