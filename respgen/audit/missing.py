"""What a response lacks that its status or its media type asks for: R213, R214, R220.

Goes in: what code does. Come out: findings where all fields of a response are known. Middleware and
handlers may add the field, so these codes are reported to those who select them.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.audit.acts import AnyAct, Construction, FieldChange
from respgen.audit.asking import ask
from respgen.audit.constants import statuses
from respgen.audit.findings import Found
from respgen.audit.places import Finder
from respgen.audit.written import is_exception, is_plain
from respgen.rules import r2
from respgen.source.program.events import Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import lineage
from respgen.source.program.values import Instance, Known, Pairs, choices

_REDIRECT = "starlette.responses.RedirectResponse"
_HTML = "starlette.responses.HTMLResponse"


def missing(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every field that is certainly not written here."""
    finder = Finder(facts)
    later = {id(act.response.node) for act in done if isinstance(act, FieldChange)}
    later |= _handed_on(facts)
    for made in done:
        if not isinstance(made, Construction) or id(made.event.node) in later:
            continue
        present = _present(facts, made)
        if present is not None:
            yield from _lacking(finder, made, present)


def _lacking(finder: Finder, made: Construction, present: set[str]) -> Iterator[Found]:
    known = [*statuses(made.status)]
    if len(known) == 1:
        if _REDIRECT in lineage(made.root):
            present |= {"location"}  # it is made of the URL
        for found in ask("missing", known[0], tuple(sorted(present))):
            yield finder.found(found.rule, made.place, found.message, found.help)
    is_page = made.of == _HTML and "media_type" not in made.given
    if is_page and "x-content-type-options" not in present:
        message = "text/html without nosniff: browsers may guess a different type"
        advice = 'headers={"X-Content-Type-Options": "nosniff"}'
        yield finder.found(r2.NOSNIFF, made.place, message, advice)


def _present(facts: Facts, made: Construction) -> set[str] | None:
    """The names of its fields, in lower case; None unless all of them are known."""
    program = facts.program
    plain = is_exception(program, made) or is_plain(program, made.of)
    if made.rest or not plain:
        return None
    if is_exception(program, made) and not isinstance(made.of, str):
        return None  # what an author's own exception gives, its constructor knows
    found = set[str]()
    for each in choices(made.given.get("headers", Known(None))):
        if each == Known(None):
            continue
        names = each.keys() if isinstance(each, Pairs) else None
        if names is None:
            return None
        found |= {name.lower() for name in names}
    return found


def _handed_on(facts: Facts) -> set[int]:
    """The calls whose results others get, who may add fields."""
    return {
        id(each.node)
        for body in facts.bodies
        for event in body.events
        if isinstance(event, Call)
        for value in (*event.arguments.places, *dict(event.arguments.names).values())
        for each in choices(value)
        if isinstance(each, Instance)
    }
