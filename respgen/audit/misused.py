"""Responses used like exceptions, exceptions like responses, headers like a dict (R951).

Goes in: facts and what code does. Come out: errors where Python raises another exception than was
meant, and warnings where something else is sent.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.audit.acts import AnyAct, Construction, responses
from respgen.audit.findings import Found
from respgen.audit.places import Finder, place
from respgen.audit.routing import Route, endpoints, handlers, is_wrapped, routes
from respgen.diagnostics import Severity
from respgen.rules import r9
from respgen.source.names import Class
from respgen.source.nodes import walk
from respgen.source.program.events import Body, Call, Change, Path, Raised, Store
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import HEADERS, HTTP_EXCEPTION
from respgen.source.program.program import Program
from respgen.source.program.values import (
    Attribute,
    Instance,
    Items,
    Known,
    Value,
    choices,
    class_of,
)

_MISSING = {
    "pop": "`del response.headers[name]`, where nothing happens if it is not there",
    "popitem": "`del response.headers[name]`",
    "clear": "`del response.headers[name]` for each name",
}
"""Methods of dict that MutableHeaders lacks, and what does the same."""
_WARNING = Severity.WARNING


def misused(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Everything that is used as if it were something else."""
    finder = Finder(facts)
    for body in facts.bodies:
        for event in body.events:
            match event:
                case Raised():
                    yield from _raised(finder, body, event)
                case Store(change=Change.ATTRIBUTE, key=Known("headers")):
                    yield from _assigned(finder, body, event)
                case Call(function=Attribute(of, method)) if method in _MISSING:
                    yield from _unknown(finder, body, event, of, method)
    yield from _dropped(finder, done)
    yield from _returned(finder)


# Errors


def _raised(finder: Finder, body: Body, event: Raised) -> Iterator[Found]:
    program, of = finder.facts.program, class_of(event.value)
    if of and program.is_response(of) and program.is_known(of):
        yield finder.found(
            r9.MISUSED,
            place(body, event.node, event.node),
            f"{_name(of)} is a response, and Python raises exceptions alone: this is a TypeError",
            "return it, or raise HTTPException",
        )


def _assigned(finder: Finder, body: Body, event: Store) -> Iterator[Found]:
    of = responses(finder.facts.program, event.of)
    if of and not any(_has_headers(finder.facts.program, each.of) for each in of):
        added = isinstance(event.statement, ast.AugAssign)
        yield finder.found(
            r9.MISUSED,
            place(body, event.node, event.statement),
            "the headers of a response have no setter: this is an AttributeError",
            (
                "response.headers.update(...)"
                if added
                else "pass `headers=`, or set each field"
            ),
        )


def _has_headers(program: Program, of: Class | str) -> bool:
    """Whether a class has headers of its own, which may be anything."""
    own = isinstance(program.method(of, "headers"), str)
    return not (own and program.is_known(of)) or bool(program.constant(of, "headers"))


def _unknown(
    finder: Finder, body: Body, event: Call, of: Value, method: str
) -> Iterator[Found]:
    program = finder.facts.program
    match of:
        case Attribute(owner, "headers"):
            found = responses(program, owner)
            is_headers = found and not any(_has_headers(program, e.of) for e in found)
        case Instance(of=path):
            is_headers = path == HEADERS
        case _:
            return
    if is_headers:
        yield finder.found(
            r9.MISUSED,
            place(body, event.node, event.statement),
            f"the headers of a response have no `{method}`: this is an AttributeError",
            _MISSING[method],
        )


# Warnings


def _dropped(finder: Finder, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """`HTTPException(404)` as a statement."""
    program = finder.facts.program
    for act in done:
        if not isinstance(act, Construction) or not program.derives(
            act.of, HTTP_EXCEPTION
        ):
            continue
        statement = act.event.statement
        if isinstance(statement, ast.Expr) and statement.value is act.event.node:
            yield finder.found(
                r9.MISUSED,
                act.place,
                f"{_name(act.of)} is made and dropped: nothing happens",
                "raise it",
                severity=_WARNING,
            )


def _returned(finder: Finder) -> Iterator[Found]:
    """What answers requests or exceptions returns an exception, or a status beside its data."""
    facts = finder.facts
    found = {id(route.body): (route.body, route) for route in routes(facts)}
    answering: dict[int, tuple[Body, Route | None]] = {**found}
    for body in (*endpoints(facts), *handlers(facts)):
        answering.setdefault(id(body), (body, None))
    for body, route in answering.values():
        if is_wrapped(facts, body):
            continue
        seen = set[ast.AST | None]()
        for path in body.returns:
            if path.node not in seen:
                seen.add(path.node)
                yield from _returned_by(finder, body, route, path)


def _returned_by(
    finder: Finder, body: Body, route: Route | None, path: Path
) -> Iterator[Found]:
    program = finder.facts.program
    node = path.node
    if not isinstance(node, ast.Return) or path.value is None:
        return
    at = place(body, node, node)
    for value in choices(path.value):
        if isinstance(value, Instance) and program.derives(value.of, HTTP_EXCEPTION):
            message = f"{_name(value.of)} is returned: what is sent is no error"
            if route is None or not route.fastapi:
                message = f"{_name(value.of)} is returned, and is no response: this is a TypeError"
            yield finder.found(r9.MISUSED, at, message, "raise it", severity=_WARNING)
            return
    status = _status_beside(node, path.value)
    if status and not _says_tuple(body):
        message = f"a tuple is returned: {status} is sent as data, and is no status"
        if route is None or not route.fastapi:
            message = "a tuple is returned, and is no response: this is a TypeError"
        advice = f"return a response with `status_code={status}`"
        yield finder.found(r9.MISUSED, at, message, advice, severity=_WARNING)


def _status_beside(node: ast.Return, value: Value) -> int | None:
    """The status of `return data, 404`, as Flask has it."""
    if not isinstance(node.value, ast.Tuple) or not isinstance(value, Items):
        return None
    match value.values:
        case (Known(int() | float()), *_):
            return None
        case (_, Known(int(status))) | (_, Known(int(status)), _):
            return status if 200 <= status < 600 and status is not True else None
    return None


def _says_tuple(body: Body) -> bool:
    """Whether the function means to return several values."""
    returns = getattr(body.node, "returns", None)
    if returns is None:
        return False
    names = {getattr(n, "id", getattr(n, "attr", "")) for n in walk(returns)}
    return not {"tuple", "Tuple", "list", "List", "Sequence"}.isdisjoint(names)


def _name(of: object) -> str:
    name = of.node.name if isinstance(of, Class) else str(of)
    return name.rpartition(".")[2].lstrip("_")
