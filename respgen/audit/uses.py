"""How often code uses the catalogue.

Goes in: facts. Comes out: a count, of calls of what is generated, and of routes that name its classes.
"""

from __future__ import annotations

import ast

from respgen.audit.routing import routes
from respgen.source.program.events import Call
from respgen.source.program.facts import Facts
from respgen.source.program.values import Attribute, Named, Value


def uses(facts: Facts) -> int:
    """The places that use a generated class or function."""
    found = set[ast.AST]()
    for body in facts.bodies:
        for event in body.events:
            if isinstance(event, Call) and _is_generated(facts, event.function):
                found.add(event.node)
    for route in routes(facts):
        declared = route.get("response_class")
        if declared is not None and _is_generated(facts, declared):
            found.add(route.decorator)
    return len(found)


def _is_generated(facts: Facts, value: Value) -> bool:
    match value:
        case Named(what):
            return facts.program.is_catalogue(what)
        case Attribute(Named() as owner, _):
            return _is_generated(facts, owner)
    return False
