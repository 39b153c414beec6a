"""Headers and cookies that are set on the injected response, and then lost (R950).

FastAPI copies them into what it makes from returned data. Goes in: facts. Come out: errors where a
way through a route sets them and ends with another response, or with an exception.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from respgen.audit.acts import AnyAct, CookieAct, FieldChange, acts_of, responses
from respgen.audit.findings import Found
from respgen.audit.places import Finder, place
from respgen.audit.routing import dependencies, is_wrapped, routes
from respgen.audit.setting import Setting, is_from, reaches
from respgen.rules import r9
from respgen.source.bindings import FunctionNode
from respgen.source.names import Class
from respgen.source.nodes import walk
from respgen.source.program.events import Body, Call, Event, Path, Way
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import HTTP_EXCEPTION, RESPONSE
from respgen.source.program.values import Instance, Value, class_of, text

_CHANGES = frozenset({"append", "setdefault", "update", "__setitem__"})
_COOKIES = frozenset({"set_cookie", "delete_cookie", "status_code"})


def lost(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Each end of a route, or of a dependency, that loses what was set before."""
    finder, setting = Finder(facts), Setting(facts)
    called = {id(r.body) for r in routes(facts) if r.fastapi}
    before = dependencies(facts)
    for body in facts.bodies:
        is_route = id(body) in called
        if (is_route or body.function in before) and not is_wrapped(facts, body):
            for given in _injected(facts, body):
                yield from _judged(finder, setting, body, given, is_route)


def _injected(facts: Facts, body: Body) -> Iterator[Instance]:
    """The responses that FastAPI gives: parameters that only their annotation describes."""
    assert isinstance(body.node, FunctionNode)
    arguments = body.node.args
    places = [*arguments.posonlyargs, *arguments.args]
    defaults = {
        id(argument): default
        for argument, default in (
            *zip(reversed(places), reversed(arguments.defaults), strict=False),
            *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
        )
    }
    for argument in (*places, *arguments.kwonlyargs):
        value = body.parameters.get(argument.arg)
        if isinstance(value, Instance) and facts.program.derives(value.of, RESPONSE):
            told = (argument.annotation, defaults.get(id(argument)))
            if not any(map(_has_call, told)):  # Depends: another function gives it
                yield value


def _has_call(node: ast.expr | None) -> bool:
    return node is not None and any(isinstance(n, ast.Call) for n in walk(node))


def _judged(
    finder: Finder, setting: Setting, body: Body, given: Instance, is_route: bool
) -> Iterator[Found]:
    nodes = finder.facts.nodes(body)
    if _is_read(nodes, getattr(given.node, "arg", "")):
        return
    ends: dict[ast.stmt, tuple[Way, dict[int, Event]]] = {}
    has_yield = finder.facts.has(body, ast.Yield, ast.YieldFrom)
    streams = _first_yield(nodes) if has_yield else 0
    for path in body.paths:
        if path.node is None or (streams and (is_route or path.node.lineno > streams)):
            continue
        if _loses(finder.facts, path, given.node, is_route):
            sets = [e for e in path.events if setting.sets(body, e, given.node)]
            if sets:
                found = ends.setdefault(path.node, (path.way, {}))[1]
                found |= {id(event): event for event in sets}
    for node, (way, found) in ends.items():
        raised = way is Way.RAISED
        what = "an exception is raised" if raised else "another response is returned"
        names = _names(finder.facts, body, found.values())
        message = f"{what}: {_what(names)}"
        yield finder.found(
            r9.LOST_HEADERS,
            place(body, node, node),
            message,
            _help(names, raised),
            *((place(body, e.node, e.statement), "set here") for e in found.values()),
        )


def _names(facts: Facts, body: Body, events: Iterable[Event]) -> tuple[str, ...]:
    """What they set, in words; none unless each name is known."""
    found: dict[str, None] = {}
    for event in events:
        named = [_name(act) for act in acts_of(facts.program, body, event)]
        if not named or not all(named):
            return ()
        found |= dict.fromkeys(named)
    return tuple(found)


def _name(act: AnyAct) -> str:
    match act:
        case FieldChange(name=name) if known := text(name):
            return f"header {known!r}"
        case CookieAct(given=given) if known := text(given.get("key")):
            return f"cookie {known!r}"
    return ""


def _what(names: tuple[str, ...]) -> str:
    if not names:
        return "what was set on the injected response is not sent"
    are = "is" if len(names) == 1 else "are"
    return f"{' and '.join(names)} of the injected response {are} not sent"


def _help(names: tuple[str, ...], raised: bool) -> str:
    them = "it" if len(names) == 1 else "them"
    if not raised:
        return f"set {them} on the response that is returned"
    if any(name.startswith("cookie") for name in names):
        return "return a response that sets the cookie, in place of the exception"
    return f"raise the exception with headers=, or set {them} after this"


def _loses(facts: Facts, path: Path, of: ast.AST, is_route: bool) -> bool:
    value = path.value
    if value is None or reaches(value, of):
        return False
    if path.way is Way.RAISED:
        return _is_sent(facts, value)
    if path.way is not Way.RETURNED or not is_route:
        return False
    sent = responses(facts.program, value)
    return bool(sent) and not any(_carries(path, of, each) for each in sent)


def _is_sent(facts: Facts, value: Value) -> bool:
    """Whether an exception is one that handlers turn into a response: of HTTP, or the program's."""
    of = class_of(value)
    own = isinstance(of, Class)
    return own or (of is not None and facts.program.derives(of, HTTP_EXCEPTION))


def _carries(path: Path, of: ast.AST, sent: Instance) -> bool:
    """Whether a call that was given the injected response gave the other one, or was given it, too."""
    for event in path.events:
        if isinstance(event, Call):
            given = event.arguments
            values = (*given.places, *(value for _, value in given.names))
            if any(reaches(value, of) for value in values) and (
                event.node is sent.node
                or any(is_from(value, sent.node) for value in values)
            ):
                return True
    return False


def _is_read(nodes: Sequence[ast.AST], name: str) -> bool:
    """Whether a function looks at what it set, and may hand it on."""
    left = {id(e) for e in nodes if isinstance(e, ast.Name) and e.id == name}
    for each in nodes:
        if not left:
            break
        if isinstance(each, ast.Attribute):
            if each.attr in _COOKIES:
                left.discard(id(each.value))
        elif isinstance(each, ast.Call):
            if isinstance(each.func, ast.Attribute) and each.func.attr in _CHANGES:
                left -= _bare(each.func.value)
            left -= {*map(id, each.args)}
        elif isinstance(each, ast.Subscript):
            if not isinstance(each.ctx, ast.Load):
                left -= _bare(each.value)
        elif isinstance(each, ast.keyword | ast.Return):
            left.discard(id(each.value))
    return bool(left)


def _bare(node: ast.expr) -> set[int]:
    """`response` of `response.headers`."""
    match node:
        case ast.Attribute(value=of, attr="headers"):
            return {id(of)}
    return set()


def _first_yield(nodes: Sequence[ast.AST]) -> int:
    """The line of the first `yield`, 0 where there is none."""
    found = (e.lineno for e in nodes if isinstance(e, ast.Yield | ast.YieldFrom))
    return min(found, default=0)
