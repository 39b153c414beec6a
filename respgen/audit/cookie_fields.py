"""Set-Cookie by mapping (R946): a mapping has each name once, and a response may set many cookies.

Goes in: what code does. Come out: errors where a cookie is lost, warnings where one alone is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.audit.acts import AnyAct, Construction, CookieAct, FieldChange, acts_of
from respgen.audit.findings import Found
from respgen.audit.locating import Locator
from respgen.audit.places import Finder
from respgen.audit.written import (
    constructions,
    is_exception,
    written,
)
from respgen.diagnostics import Severity
from respgen.rules import r9
from respgen.source.program.events import Body
from respgen.source.program.facts import Facts
from respgen.source.program.program import Program
from respgen.source.program.values import (
    Attribute,
    Instance,
    Pairs,
    choices,
    text,
)

_APPEND = "call set_cookie(...), or response.headers.append"


def mapped_cookies(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every Set-Cookie that is written as if it were any other field."""
    finder, locator = Finder(facts), Locator(facts)
    fields = [f for f in written(facts, done) if f.lower == "set-cookie"]
    bodies = {id(f.act.body): f.act.body for f in fields}
    lost = [pair for body in bodies.values() for pair in _lost(facts.program, body)]
    told = {id(act.event.node) for pair in lost for act in pair}
    for before, after in lost:
        message = "this takes the place of a cookie that was set before"
        related = before.place, "set here"
        yield finder.found(r9.MAPPED_SET_COOKIE, after.place, message, _APPEND, related)
    for field in fields:
        act = field.act
        appended = isinstance(act, FieldChange) and act.word == "append"
        if appended or id(act.event.node) in told:
            continue
        message = "a mapping holds one Set-Cookie: a second cookie takes its place"
        advice = _APPEND
        if isinstance(act, Construction):
            raised = is_exception(facts.program, act)
            what = "the response of a handler" if raised else "the response"
            advice = f"call set_cookie(...) on {what}"
        place = locator.place(field)
        yield finder.found(
            r9.MAPPED_SET_COOKIE, place, message, advice, severity=Severity.WARNING
        )
    yield from _copied(finder, done)


def _lost(program: Program, body: Body) -> Iterator[tuple[AnyAct, AnyAct]]:
    """A cookie, and what is set in its place on the same path."""
    for path in body.paths:
        there: dict[int, AnyAct] = {}
        for event in path.events:
            for act in acts_of(program, body, event):
                if not isinstance(act, FieldChange | CookieAct):
                    continue
                on = id(act.response.node)
                if isinstance(act, CookieAct):
                    there[on] = act
                elif (text(act.name) or "").lower() == "set-cookie":
                    if on in there and act.word in ("set", "update"):
                        yield there[on], act
                    there[on] = act


def _copied(finder: Finder, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """`headers=dict(response.headers)`."""
    program = finder.facts.program
    for made in constructions(finder.facts, done):
        mapping = made.given.get("headers")
        if mapping is None or is_exception(program, made):
            continue
        if any(_is_copy(program, each) for each in choices(mapping)):
            message = (
                "a dict of a response's headers has one cookie, however many are set"
            )
            advice = "give headers=response.headers, which has them all"
            place = made.at(made.node("headers"))
            yield finder.found(r9.MAPPED_SET_COOKIE, place, message, advice)


def _is_copy(program: Program, mapping: object) -> bool:
    if not isinstance(mapping, Pairs):
        return False
    for other in mapping.others:
        for each in choices(other):
            match each:
                case Attribute(Instance(of=of), "headers") if program.is_response(of):
                    return True
    return False
