"""`JSONResponse(...)` and `HTTPException(...)` -> the class, or the exception, that sends the same.

Goes in: the call. Comes out: a Move; raises Refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from respgen.audit.acts import Construction
from respgen.migrate.choosing import chosen
from respgen.migrate.gathering import gathered
from respgen.migrate.ground import (
    Ground,
    Move,
    Refused,
    called,
    in_order,
    removed,
    replaced,
    written,
)
from respgen.migrate.mutations import joined
from respgen.migrate.orphans import orphans
from respgen.migrate.references import name_of
from respgen.migrate.sharing import check_shared
from respgen.rewrite.edits import Name, Piece
from respgen.rewrite.edits import Span as Written
from respgen.sending.callers import check_given
from respgen.sending.catalogue import Entry
from respgen.sending.classes import sent_by
from respgen.sending.differences import FAR
from respgen.sending.matching import Differs, Match, match
from respgen.sending.sent import Form, Mutation, Sent, Unclear
from respgen.sending.stating import states
from respgen.source.names import Class
from respgen.source.program.frameworks import FASTAPI_EXCEPTION, derives


def construction(
    ground: Ground, act: Construction, changes: Sequence[Mutation] = ()
) -> Move:
    """The call of the one class that sends the same; the changes that follow it go into it."""
    check_shared(ground, act)
    local = None if changes or isinstance(act.of, Class) else gathered(act)
    try:
        message = sent_by(ground.facts, local.act if local else act, changes)
    except Unclear as unclear:
        raise Refused(str(unclear)) from unclear
    if local:
        message = replace(message, fields=local.fields)
    if message.form is Form.ERROR:
        _raisable(ground, act, message)
    entry, found = _chosen(ground, act, message)
    attribute = ".Error" if message.form is Form.ERROR else ""
    pieces = called(Name(entry.module, entry.spec.name, attribute), arguments(found))
    parts = (part for each in found.arguments.values() for part in each.parts)
    nodes = [each for each in parts if each is not None]
    statements = (*joined(act, changes), *(local.statements if local else ()))
    gone = (*statements, *orphans(act.body, (act.event.node, *statements), nodes))
    edits = (removed(each, nodes) for each in gone)
    call = replaced(act.event.node, pieces, nodes)
    return Move(f"{entry.spec.name}{attribute}", (call, *edits))


def arguments(found: Match) -> Iterable[list[Piece]]:
    """Those of the new call, as pieces. Raises Refused."""
    given = in_order(found.arguments.items(), found.first)
    for number, (name, each) in enumerate(given):
        pieces = [written(each, name)]
        if each.when is not None:
            pieces += [" if ", Written.of(each.when), " else None"]
        yield pieces if name == found.first and not number else [f"{name}=", *pieces]


def _raisable(ground: Ground, act: Construction, message: Sent) -> None:
    if act.body.function is None:
        raise Refused("one exception is made for many responses")
    if derives(message.of, FASTAPI_EXCEPTION) != (ground.catalogue.target == "fastapi"):
        raise Refused("the catalogue's exceptions are of the other framework's class")
    if message.fields and ground.merged & {"*", *message.fields}:
        raise Refused("a handler merges the headers of exceptions as they are spelled")
    if ground.catalogue.answers & {None, *message.every_status}:
        raise Refused("the catalogue answers such exceptions by another class")


def _chosen(ground: Ground, act: Construction, message: Sent) -> tuple[Entry, Match]:
    def matched(entry: Entry) -> tuple[Match, int]:
        made = match(message, entry.spec, ground.read)
        check_given(ground.facts, made)
        if not states(message, entry.spec):
            raise Differs(f"it states no more than {name_of(message.of)}", FAR)
        ground.standing.check_call(act, entry, ground.gone)
        return made, made.chosen

    return chosen(ground, matched)
