"""Deletions that happen together: a right one makes those beside it harmless.

Goes in: the calls of a deletion, and those of right ones of the same cookie. Comes out: whether one
path through a function has both, the right one perhaps in a helper.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.source.names import Function
from respgen.source.program.calling import target
from respgen.source.program.events import Body, Call
from respgen.source.program.facts import Facts

_DEPTH = 3
Chain: TypeAlias = tuple[tuple[Body, Call], ...]
"""A call, and the calls of the functions that it is in, the nearest first."""


def callers(facts: Facts, of: Function) -> Chain:
    """The calls of a function; none of one that `@router.get(...)` hands to a framework.

    Their names are common words, for which all of a program would be walked through.
    """
    handed = any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute)
        for each in of.node.decorator_list
    )
    return () if handed else facts.calls.get(of)


@dataclass
class Company:
    """Keeps which functions each function calls."""

    facts: Facts
    _reached: dict[Function, frozenset[Function]] = field(default_factory=dict)

    def has(self, one: Chain, others: Iterable[Chain]) -> bool:
        """Whether another operation happens beside it."""
        return any(
            each is not one and self._together(each, body, event)
            for each in others
            for body, event in one
        )

    def _together(self, other: Chain, body: Body, event: Call) -> bool:
        theirs = {id(each) for _, each in other}
        homes = {b.function for b, _ in other if b.function} - {body.function}
        for path in body.paths:
            if event not in path.events:
                continue
            for each in path.events:
                if id(each) in theirs and each is not event:
                    return True
                if isinstance(each, Call) and each is not event:
                    called = target(self.facts.program, each.function)
                    if called and not homes.isdisjoint(self.reached(called)):
                        return True
        return False

    def reached(self, of: Function) -> frozenset[Function]:
        """A function, and those that it calls, and those that they call."""
        if of not in self._reached:
            found, ring = {of}, {of}
            for _ in range(_DEPTH):
                ring = {f for each in ring for f in self._called(each)} - found
                found |= ring
            self._reached[of] = frozenset(found)
        return self._reached[of]

    def _called(self, of: Function) -> Iterable[Function]:
        body = self.facts.by_function.get(of)
        for event in body.events if body else ():
            found = (
                target(self.facts.program, event.function)
                if isinstance(event, Call)
                else None
            )
            if found:
                yield found
