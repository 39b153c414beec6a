"""What bodies ask of a response: JSON that is encoded once (R953), events that no cache keeps (R954).

Goes in: what code does. Come out: warnings at the responses.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.audit.acts import AnyAct, Construction, FieldChange
from respgen.audit.findings import Found
from respgen.audit.places import Finder, Place
from respgen.audit.written import constructions, entries, is_plain
from respgen.core.media_types import parse_media_type
from respgen.rules import r9
from respgen.source.names import Class, Function
from respgen.source.program.events import Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import FASTAPI_EVENTS, lineage
from respgen.source.program.values import (
    Attribute,
    Called,
    Instance,
    Known,
    Named,
    Pairs,
    Value,
    choices,
    text,
)

_JSON = "starlette.responses.JSONResponse"
_STREAM = "starlette.responses.StreamingResponse"
_DUMPS = frozenset(
    f"{module}.dumps"
    for module in ("json", "orjson", "ujson", "simplejson", "rapidjson")
)
_METHODS = frozenset({"model_dump_json", "dump_json"})


def bodies(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Both kinds."""
    finder = Finder(facts)
    made = [*constructions(facts, done)]
    for each in made:
        yield from _encoded(finder, each)
    yield from _events(finder, made, done)


# R953


def _encoded(finder: Finder, made: Construction) -> Iterator[Found]:
    program = finder.facts.program
    content = made.given.get("content")
    if content is None or _JSON not in lineage(made.root):
        return
    if isinstance(program.method(made.of, "render"), Function):
        return
    if isinstance(program.method(made.of, "__init__"), Function):
        return
    if all(map(_is_json, choices(content))):
        message = "this is JSON text already, and is encoded once more"
        advice = (
            "give the value itself, or Response(..., media_type='application/json')"
        )
        at = made.at(made.node("content"))
        yield finder.found(r9.ENCODED_TWICE, at, message, advice)


def _is_json(value: Value) -> bool:
    match value:
        case Called(Named(str(path)), _):
            return path in _DUMPS
        case Called(Attribute(of, "decode"), _):
            return _is_json(of)
        case Called(Attribute(_, name), _):
            return name in _METHODS
    return False


# R954


def _events(
    finder: Finder, made: list[Construction], done: tuple[AnyAct, ...]
) -> Iterator[Found]:
    facts = finder.facts
    changed = _changed(facts, done)
    streams = [each for each in made if _is_stream(facts, each)]
    message = "nothing says that caches must not store this event stream"
    advice = 'headers={"Cache-Control": "no-store"}'
    for each in streams:
        if not _may_cache_control(facts, each) and id(each.event.node) not in changed:
            has = each.given.get("headers", Known(None)) != Known(None)
            said = 'add "Cache-Control": "no-store" to headers' if has else advice
            yield finder.found(r9.CACHED_EVENTS, each.place, message, said)
    used = {each.of for each in streams}
    for unit, found in facts.classes:
        own = facts.program.constant(found, "media_type")
        if own and own[0] == found and found not in used and _is_own(facts, found):
            yield finder.found(
                r9.CACHED_EVENTS, Place(unit, found.node), message, advice
            )


def _is_own(facts: Facts, of: Class) -> bool:
    """Whether it is a class of event streams that sends what the framework's sends."""
    program = facts.program
    if not program.derives(of, _STREAM) or program.is_catalogue(of):
        return False
    value = facts.evaluator.constant(of, "media_type", of.node)
    return _is_label(value) and _is_bare(facts, of)


def _is_bare(facts: Facts, of: Class | str) -> bool:
    """Whether nothing of it can add a header."""
    call = isinstance(facts.program.method(of, "__call__"), Function)
    return is_plain(facts.program, of) and not call


def _is_stream(facts: Facts, made: Construction) -> bool:
    program = facts.program
    if _STREAM not in lineage(made.root) or not _is_bare(facts, made.of):
        return False
    given = made.given.get("media_type", Known(None))
    if given != Known(None):
        return _is_label(given)
    if isinstance(made.of, Class) and program.constant(made.of, "media_type"):
        return _is_label(facts.evaluator.constant(made.of, "media_type", made.of.node))
    return FASTAPI_EVENTS in lineage(made.root)


def _is_label(value: Value | None) -> bool:
    try:
        found = parse_media_type(text(value) or "")
    except ValueError:
        return False
    return found.essence == "text/event-stream"


def _may_cache_control(facts: Facts, made: Construction) -> bool:
    """Whether it is given among the headers, as far as they are known."""
    mapping = made.given.get("headers", Known(None))
    if made.rest:
        return True
    for each in choices(mapping):
        if each == Known(None):
            continue
        if not isinstance(each, Pairs) or each.is_open:
            return True
        names = [text(pair.key) for pair in entries(facts, each)]
        if any(name is None or name.lower() == "cache-control" for name in names):
            return True
    return False


def _changed(facts: Facts, done: tuple[AnyAct, ...]) -> set[int]:
    """The calls whose responses get the field later, or go where nobody knows what they get."""
    found = set[int]()
    for act in done:
        if isinstance(act, FieldChange):
            name = text(act.name)
            if name is None or name.lower() == "cache-control":
                found.add(id(act.response.node))
    for body in facts.bodies:
        for event in body.events:
            if isinstance(event, Call):
                found |= {id(n) for n in _handed(event)}
    return found


def _handed(event: Call) -> Iterator[object]:
    given = event.arguments
    for value in (*given.places, *dict(given.names).values()):
        for each in choices(value):
            if isinstance(each, Instance):
                yield each.node
