"""Constants in code, judged by the rules for schemas, with their codes and severities.

Goes in: what code does. Come out: findings about names and texts of fields, statuses, media types
and bodies, wherever they are known; what is not known is not judged.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from http import HTTPStatus

from respgen.audit.acts import AnyAct, Construction, StatusChange
from respgen.audit.asking import Answer, ask
from respgen.audit.findings import Found
from respgen.audit.locating import Locator
from respgen.audit.places import Finder, Place
from respgen.audit.written import (
    Written,
    constructions,
    is_exception,
    written,
)
from respgen.core.statuses import BODYLESS, reason_phrase
from respgen.rules import r2
from respgen.source.names import Class
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import nearest
from respgen.source.program.program import Program
from respgen.source.program.values import (
    Attribute,
    Joined,
    Known,
    Named,
    Pairs,
    Value,
    choices,
    text,
)

_OTHERS = frozenset({"set-cookie", "content-type"})
"""Only code can write them wrongly."""
_JSON = "starlette.responses.JSONResponse"
_PLAIN = frozenset(
    f"starlette.responses.{n}Response" for n in ("", "HTML", "PlainText")
)


def constants(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Everything that is known and wrong."""
    finder, locator = Finder(facts), Locator(facts)
    for field in written(facts, done):
        for found in _of_field(field):
            yield _found(finder, found, locator.place(field))
    for made in constructions(facts, done):
        yield from _together(finder, locator, made)
        yield from _status(finder, made)
        yield from _media_type(finder, made)
    for act in done:
        if isinstance(act, StatusChange):
            for status in statuses(act.value):
                for found in ask("status", status):
                    yield _found(finder, found, act.place)
    yield from _classes(finder)


def _found(finder: Finder, found: Answer, at: Place) -> Found:
    return finder.found(found.rule, at, found.message, found.help)


# Fields


def _of_field(field: Written) -> Iterator[Answer]:
    name = text(field.name)
    if name is None or field.lower in _OTHERS or field.value is None:
        return
    known = [text(each) for each in choices(field.value)]
    for each in dict.fromkeys(known):
        yield from ask("field", name, each)


def _together(finder: Finder, locator: Locator, made: Construction) -> Iterator[Found]:
    """What one mapping says, each field once."""
    mapping = made.given.get("headers")
    if not isinstance(mapping, Pairs):
        return
    pairs = {text(pair.key) or "": pair for pair in mapping.items}
    texts = {
        name: value
        for name, pair in pairs.items()
        if name and (value := text(pair.value)) is not None
    }
    for found in ask("message", tuple(texts.items())):
        field = Written(made, Known(found.at), None, pairs[found.at].node)
        yield _found(finder, found, locator.place(field))


# Statuses


def statuses(value: Value | None) -> Iterator[int]:
    """The statuses that a value may be, those that are known."""
    for each in choices(value) if value else ():
        match each:
            case Known(int() as number) if not isinstance(number, bool):
                yield number
            case Named(str(path)) if path.startswith("starlette.status.HTTP_"):
                digits = path.removeprefix("starlette.status.HTTP_")[:3]
                yield from (int(digits),) if digits.isdigit() else ()
            case Named(str(path)) if path.startswith("http.HTTPStatus."):
                found = HTTPStatus.__members__.get(path.rpartition(".")[2])
                yield from (int(found),) if found else ()
            case Attribute(Named("http.HTTPStatus"), name):
                found = HTTPStatus.__members__.get(name)
                yield from (int(found),) if found else ()


def _status(finder: Finder, made: Construction) -> Iterator[Found]:
    value = made.given.get("status_code")
    known = [*statuses(value)]
    for status in known:
        for found in ask("status", status):
            yield _found(finder, found, made.at(made.node("status_code")))
    if len(known) == 1 and len([*choices(value)] if value else ()) == 1:
        yield from _bodyless(finder, made, known[0])


def _bodyless(finder: Finder, made: Construction, status: int) -> Iterator[Found]:
    """RFC 9110 15.3.5, 15.3.6, 15.4.5."""
    program = finder.facts.program
    if status not in BODYLESS or is_exception(program, made):
        return
    if _has_body(program, made):
        message = f"{status} {reason_phrase(status)} has no body, and this sends one"
        advice = f"Response(status_code={status})"
        yield finder.found(r2.BODYLESS, made.place, message, advice)
    mapping = made.given.get("headers")
    for pair in mapping.items if isinstance(mapping, Pairs) else ():
        for found in ask("described", status, text(pair.key) or ""):
            yield _found(finder, found, made.at(made.node("headers")))


def _has_body(program: Program, made: Construction) -> bool:
    """Whether the content, as it is rendered, is certainly more than nothing."""
    content = made.given.get("content")
    if content is None or program.method(made.of, "render") != made.root:
        return False
    if nearest(made.root, {_JSON: True}):
        return True
    match content:
        case Known(str() | bytes() as known):
            return made.root in _PLAIN and bool(known)
        case Joined(parts):
            return made.root in _PLAIN and any(map(text, parts))
    return False


# Media types


def _media_type(finder: Finder, made: Construction) -> Iterator[Found]:
    for value in choices(made.given.get("media_type", Known(None))):
        known = text(value)
        for found in ask("media type", known) if known else ():
            yield _found(finder, found, made.at(made.node("media_type")))


def _classes(finder: Finder) -> Iterator[Found]:
    """`media_type = "..."` in the body of a class."""
    facts = finder.facts
    for unit, found in facts.classes:
        if not facts.program.is_response(found) or facts.program.is_catalogue(found):
            continue
        assigned = facts.program.constant(found, "media_type")
        if assigned is None or assigned[0] != found:
            continue
        node = assigned[1]
        value = facts.evaluator.constant(found, "media_type", node)
        known = text(value)
        for each in ask("media type", known) if known else ():
            yield _found(finder, each, Place(unit, node, _statement(found, node)))


def _statement(of: Class, node: ast.expr) -> ast.stmt | None:
    return next((s for s in of.node.body if getattr(s, "value", None) is node), None)
