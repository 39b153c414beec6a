"""What a function of the program gives back, seen from its caller.

Goes in: a value. Comes out: the same, or what the function returns with the arguments of the call in
the place of its parameters.
"""

from __future__ import annotations

from respgen.source.names import Function
from respgen.source.program.calling import bound, replaced
from respgen.source.program.facts import Facts
from respgen.source.program.values import Called, Either, Named, Value, either

_DEPTH = 3


def seen_through(facts: Facts, value: Value, depth: int = _DEPTH) -> Value:
    """The result of a call, where the function is the program's and its results are known."""
    match value:
        case Called(Named(Function() as function) as called, given) if (
            depth and not given.rest
        ):
            body = facts.body(function)
            returned = [path.value for path in body.returns] if body else []
            known = [each for each in returned if each is not None]
            if known:
                seen = replaced(either(*known), bound(function, called, given))
                return seen_through(facts, seen, depth - 1)
        case Either(values):
            return either(*(seen_through(facts, each, depth) for each in values))
    return value
