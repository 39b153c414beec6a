"""The fields that code gives to responses and exceptions, wherever it does.

Goes in: what code does. Come out: a name, a value and a place for each field: of `headers=` of a
constructor, be it called through `super()`, and of changes of `response.headers`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.audit.acts import AnyAct, Construction, FieldChange, construction
from respgen.audit.helpers import seen_through
from respgen.source.names import Class, Function
from respgen.source.program.events import Body, Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import RESPONSE
from respgen.source.program.program import Program
from respgen.source.program.values import (
    Attribute,
    Called,
    Named,
    Pair,
    Pairs,
    Value,
    choices,
    text,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A field; `node` is where its name stands, perhaps in another module than the act."""

    act: Construction | FieldChange
    name: Value
    value: Value | None
    node: ast.AST

    @property
    def lower(self) -> str:
        """The name in lower case, empty where it is not known."""
        return (text(self.name) or "").lower()


def written(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Written]:
    """Every field that is given, none that is taken away."""
    yield from facts.once(_written, done)


def _written(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Written]:
    for made in constructions(facts, done):
        for mapping in choices(made.given.get("headers", _NOTHING)):
            for pair in entries(facts, mapping):
                yield Written(made, pair.key, pair.value, pair.node)
    for act in done:
        if isinstance(act, FieldChange) and act.word != "delete" and act.value:
            yield Written(act, act.name, act.value, act.event.node)


_NOTHING = Pairs(())


def entries(facts: Facts, mapping: Value) -> Iterator[Pair]:
    """Those of a mapping, and of what a helper returns or others were merged from."""
    for each in choices(seen_through(facts, mapping)):
        if isinstance(each, Pairs):
            yield from each.items
            for other in each.others:
                yield from entries(facts, other)


def constructions(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Construction]:
    """What is made, and what classes give to the constructor above them."""
    yield from facts.once(_constructions, done)


def _constructions(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Construction]:
    for act in done:
        if isinstance(act, Construction):
            yield act
    for body in facts.bodies:
        if body.owner and facts.program.is_response(body.owner):
            above = next(facts.program.bases(body.owner), None)
            if above:
                yield from super_calls(facts.program, body, above)


def super_calls(
    program: Program, body: Body, above: Class | str
) -> Iterator[Construction]:
    """`super().__init__(...)`, of a class below this one."""
    for event in body.events:
        if isinstance(event, Call) and _is_super(event.function):
            made = construction(program, body, event, above, event.arguments)
            if made:
                yield made


def _is_super(function: Value) -> bool:
    match function:
        case Attribute(Called(Named("builtins.super"), _), "__init__"):
            return True
    return False


def is_plain(program: Program, of: Class | str) -> bool:
    """Whether the framework's own constructor takes the headers as they are."""
    return not any(
        isinstance(program.method(of, name), Function)
        for name in ("__init__", "init_headers")
    )


def is_exception(program: Program, made: Construction) -> bool:
    """Whether it is raised, and no response itself."""
    return not program.derives(made.of, RESPONSE)
