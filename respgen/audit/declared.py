"""Routes that declare one response and send another (R922, R923, R924).

Goes in: facts and what code does. Come out: errors where FastAPI cannot make the class of a route,
warnings where class or status differ from what is returned.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respgen.audit.acts import AnyAct, Construction, StatusChange
from respgen.audit.constructors import unmakeable
from respgen.audit.findings import Found
from respgen.audit.places import Finder, Place, place
from respgen.audit.returned import (
    data,
    differs,
    every,
    is_empty,
    is_sent_as,
    sent,
    yields,
)
from respgen.audit.routing import Route, is_wrapped, routes
from respgen.rules import r9
from respgen.source.bindings import FunctionNode
from respgen.source.names import Class
from respgen.source.program.events import Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import (
    FASTAPI_APPS,
    RESPONSE,
    STATUSES,
    TEMPLATE,
    nearest,
)
from respgen.source.program.values import Instance, Known, class_of

_REDIRECT = "starlette.responses.RedirectResponse"


@dataclass(frozen=True, slots=True)
class _Declared:
    """A route, and the responses that are made, by where."""

    finder: Finder
    route: Route
    made: Mapping[ast.AST, Construction]
    changed: frozenset[ast.AST]
    """What is given another status after it was made."""

    @property
    def facts(self) -> Facts:
        return self.finder.facts

    @property
    def of(self) -> Class | str | None:
        """The class of responses that the decorator names."""
        found = class_of(self.route.get("response_class"))
        return found if self.facts.program.is_response(found) else None

    @property
    def place(self) -> Place:
        """The decorator."""
        return place(self.route.body, self.route.decorator)


def declared(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every route that sends something else than it declares."""
    finder = Finder(facts)
    made: dict[ast.AST, Construction] = {
        act.event.node: act for act in done if isinstance(act, Construction)
    }
    changed = frozenset(a.response.node for a in done if isinstance(a, StatusChange))
    seen = set[tuple[int, int]]()
    for route in routes(facts):
        key = id(route.body), id(route.decorator)
        if key not in seen and not is_wrapped(facts, route.body):
            seen.add(key)
            each = _Declared(finder, route, made, changed)
            yield from _classes(each)
            if route.fastapi:
                yield from _unmade(each)
                yield from _statuses(each)
    yield from _defaults(finder)


# R922


def _unmade(each: _Declared) -> Iterator[Found]:
    facts, route = each.facts, each.route
    streams = yields(facts, route.body)
    node = route.body.node if streams else data(facts, route.body)
    if each.of is None or node is None:
        return
    status = route.get("status_code") is not None
    why = unmakeable(facts.program, each.of, status=status, yields=streams)
    if why:
        yield each.finder.found(
            r9.UNMAKEABLE,
            each.place,
            f"FastAPI cannot make {_name(each.of)} of what this route returns: {why}",
            f"return {_name(each.of)}(...) in the route, or take (content, **kwargs)",
            (place(route.body, node), "data is returned here"),
        )


def _defaults(finder: Finder) -> Iterator[Found]:
    """`FastAPI(default_response_class=C)`."""
    program = finder.facts.program
    for body in finder.facts.bodies:
        for event in body.events:
            if not isinstance(event, Call) or not isinstance(event.result, Instance):
                continue
            of = class_of(dict(event.arguments.names).get("default_response_class"))
            if of is None or not program.is_response(of):
                continue
            app = program.derives(event.result.of, *FASTAPI_APPS)
            why = unmakeable(program, of, status=False, yields=False)
            if app and why:
                yield finder.found(
                    r9.UNMAKEABLE,
                    place(body, event.node, event.statement),
                    f"FastAPI cannot make {_name(of)} of what routes return: {why}",
                    f"take (content, **kwargs) in {_name(of)}",
                )


# R923


def _classes(each: _Declared) -> Iterator[Found]:
    wrong = {id(found.span): found for found in _annotated(each)}
    yield from wrong.values()
    if not wrong and each.route.fastapi:
        yield from _documented(each)


def _annotated(each: _Declared) -> Iterator[Found]:
    """`-> HTMLResponse`, and another is returned."""
    facts, body = each.facts, each.route.body
    node = body.node
    assert isinstance(node, FunctionNode)
    assert body.function is not None
    program, annotations = facts.program, facts.evaluator.annotations
    said = annotations.classes(body.unit.module, node.returns, body.function)
    if not said or RESPONSE in said or not all(map(program.is_response, said)):
        return
    seen = set[ast.AST]()
    for path, value in every(facts, body):
        if path.node and path.node not in seen and differs(facts, value, *said):
            seen.add(path.node)
            names = " or ".join(map(_name, said))
            message = f"{_name(value.of)} is returned, and the route declares {names}"
            where = place(body, path.node, path.node)
            advice = f"-> {_name(value.of)}"
            declared_at = place(body, node.returns or node, node)
            yield each.finder.found(
                r9.OTHER_CLASS, where, message, advice, (declared_at, "declared here")
            )


def _documented(each: _Declared) -> Iterator[Found]:
    """A `response_class` that no return is: the document shows another media type."""
    facts, of = each.facts, each.of
    found = sent(facts, each.route.body)
    found = tuple(pair for pair in found or () if not is_empty(pair[1]))
    if of is None or not found or yields(facts, each.route.body):
        return
    if not all(
        differs(facts, value, of) and not is_sent_as(facts, value, of)
        for _, value in found
    ):
        return
    first, value = found[0]
    yield each.finder.found(
        r9.OTHER_CLASS,
        each.place,
        f"the route documents {_name(of)}, and returns {_name(value.of)}",
        f"response_class={_name(value.of)}",
        (place(each.route.body, first.node or each.route.body.node), "returned here"),
    )


# R924


def _statuses(each: _Declared) -> Iterator[Found]:
    """A status that only what FastAPI makes would have."""
    status = each.route.get("status_code")
    if not isinstance(status, Known) or not isinstance(status.value, int):
        return
    body = each.route.body
    of = dict.fromkeys(
        (path.node, value.node) for path, value in every(each.facts, body)
    )
    ends = {end for end, _ in of}
    for end, node in of:
        act = each.made.get(node)
        if act is None or end is None or node in each.changed or _is_given(act):
            continue
        sends = _default(each, act)
        aside = act.root == _REDIRECT and status.value < 300 and len(ends) > 1
        if sends is not None and sends != status.value and not aside:
            yield each.finder.found(
                r9.OTHER_STATUS,
                place(body, end, end),
                f"{_name(act.of)} sends {sends}, and the route declares {status.value}",
                f"{_name(act.of)}(..., status_code={status.value})",
                (each.place, "declared here"),
            )


def _is_given(act: Construction) -> bool:
    """Whether a status is given by hand; templates once took their context second."""
    assert isinstance(act.event, Call)
    old = act.root == TEMPLATE and len(act.event.arguments.places) > 2
    return act.rest or old or "status_code" in act.given


def _default(each: _Declared, act: Construction) -> int | None:
    """The status of a class whose constructor is a framework's."""
    program = each.facts.program
    known = program.is_known(act.of) and isinstance(
        program.method(act.of, "__init__"), str
    )
    return STATUSES.get(nearest(act.root, STATUSES) or "") if known else None


def _name(of: Class | str) -> str:
    name = of.node.name if isinstance(of, Class) else of
    return name.rpartition(".")[2].lstrip("_")
