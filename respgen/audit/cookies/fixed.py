"""What an attribute of an object always is: `self.KEY`, where a class says `KEY = "sid"`.

Goes in: a value. Comes out: the constant of the class, unless an object or another class may have
another one.
"""

from __future__ import annotations

from respgen.source.names import Class, Function
from respgen.source.program.events import Store
from respgen.source.program.facts import Facts
from respgen.source.program.values import Attribute, Instance, Known, Value


def fixed(facts: Facts, value: Value) -> Value | None:
    """The value of an attribute that nobody configures; None where somebody may."""
    match value:
        case Attribute(Instance(of=Class() as of), name):
            made = facts.program.method(of, "__init__")
            set_there = isinstance(made, Function) and _sets(facts, made, name)
            if facts.program.is_known(of) and not set_there:
                kept = not _is_overridden(facts, of, name)
                return facts.evaluator.constant(of, name, of.node) if kept else None
    return None


def _sets(facts: Facts, made: Function, name: str) -> bool:
    """Whether a constructor sets the attribute, as far as it is known."""
    body = facts.body(made)
    return body is None or any(
        isinstance(event, Store) and event.key == Known(name) for event in body.events
    )


def _is_overridden(facts: Facts, of: Class, name: str) -> bool:
    """Whether a class below it says something else."""
    ours = facts.program.constant(of, name)
    return any(
        of in facts.program.line(each) and facts.program.constant(each, name) != ours
        for _, each in facts.classes
        if each != of
    )
