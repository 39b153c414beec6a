"""File names in Content-Disposition that values stand in (R941; RFC 6266 4.3).

Goes in: the fields that responses are given. Come out: findings where a value can end the quotes, or
the token, of `filename`; errors where whoever sends the request chooses it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from respgen.audit.acts import AnyAct, Construction
from respgen.audit.cleaning import QUOTES
from respgen.audit.findings import Found
from respgen.audit.helpers import seen_through
from respgen.audit.locating import Locator
from respgen.audit.origins import Danger, Origins
from respgen.audit.places import Finder
from respgen.audit.written import Written, written
from respgen.diagnostics import Severity
from respgen.rules import r9
from respgen.source.nodes import walk
from respgen.source.program.events import Body, Call
from respgen.source.program.facts import Facts
from respgen.source.program.parts import parts
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Joined,
    Known,
    Named,
    Value,
    choices,
    text,
)
from respgen.source.unparsing import unparsed

_PARAMETER = re.compile(r"(?:^|;)\s*filename(\*?)\s*=\s*[^;]*$", re.IGNORECASE)
_PLACE = "\0"
_FILE = "starlette.responses.FileResponse"
_SHORT = 40


def dispositions(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every file name that a value can leave."""
    finder, locator, origins = Finder(facts), Locator(facts), Origins(facts)
    for field in written(facts, done):
        if field.lower == "content-disposition" and field.value is not None:
            plain = _compared(facts, field.act.body)
            worst = max(
                (
                    origins.danger(each)
                    for each in _names(facts, field.value)
                    if each not in plain
                ),
                default=Danger.NONE,
            )
            if worst is not Danger.NONE:
                yield _found(finder, locator, field, worst)


def is_escaped(origins: Origins, value: Value) -> bool:
    """Whether nothing that stands in a plain filename can end it."""
    names = _names(origins.facts, value)
    return all(origins.danger(each) <= Danger.ENCODED for each in names)


def _compared(facts: Facts, body: Body) -> frozenset[Value]:
    """What is quoted and compared with its quoted form, as Starlette does: it is sent if they agree."""
    if not facts.has(body, ast.Compare):
        return frozenset()
    found: set[Value] = set()
    for event in body.events:
        match event:
            case Call(function=Named(str(path)), arguments=given) if path in QUOTES:
                found |= {
                    part for each in given.places for part in (each, *parts(each))
                }
    return frozenset(found)


def _found(finder: Finder, locator: Locator, field: Written, worst: Danger) -> Found:
    place = locator.place(field)
    severity = Severity.ERROR if worst is Danger.REQUEST else Severity.WARNING
    advice = _advice(finder.facts, field)
    if worst is Danger.ENCODED:
        message = "clients show the %xx that quote() makes of a plain filename"
    else:
        who = {
            Danger.REQUEST: "whoever sends the request",
            Danger.UNKNOWN: "a value",
        }[worst]
        message = f"{who} can end the filename here, and add parameters"
    return finder.found(r9.FILE_NAME, place, message, advice, severity=severity)


def _advice(facts: Facts, field: Written) -> str:
    """What to write in its place, with the author's own expression."""
    ways = choices(seen_through(facts, field.value)) if field.value else ()
    said = "".join(text(part) or "" for each in ways for part in _parts(each))
    if "filename*" in said.lower():
        return "leave the plain filename out: filename* is there already"
    name = _expression(field.act.body.node)
    advice = f"filename*=UTF-8''{{quote({name}, safe='')}}"
    if isinstance(field.act, Construction) and field.act.root == _FILE:
        advice = f"FileResponse(..., filename={name}), or {advice}"
    return advice


def _expression(node: ast.AST) -> str:
    """What stands in the filename of an f-string, where it is one and short; or `name`."""
    found = set[str]()
    for each in walk(node):
        before = ""
        for part in each.values if isinstance(each, ast.JoinedStr) else ():
            if isinstance(part, ast.Constant):
                before += str(part.value)
            elif isinstance(part, ast.FormattedValue):
                match = _PARAMETER.search(_unquoted(before))
                if match and not match[1]:
                    found.add(unparsed(part.value))
                before += _PLACE
    name = found.pop() if len(found) == 1 else "name"
    return name if len(name) <= _SHORT and "'" not in name else "name"


def _names(facts: Facts, value: Value) -> Iterator[Value]:
    """The values that stand in a plain filename."""
    for each in choices(seen_through(facts, value)):
        before = ""
        for part in _parts(each):
            known = text(part)
            if known is not None:
                before += known
                continue
            found = _PARAMETER.search(_unquoted(before))
            if found and not found[1]:
                yield part
            before += _PLACE


def _unquoted(before: str) -> str:
    """Without what stands in quotes that are closed: a semicolon there ends nothing."""
    return re.sub(r'"[^"]*"', "", before)


def _parts(value: Value) -> Iterator[Value]:
    """The parts of a text, one behind another."""
    match value:
        case Joined(pieces):
            for each in pieces:
                yield from _parts(each)
        case Called(Attribute(Known(str() as form), "format"), given):
            yield from _formatted(form, given)
        case _:
            yield value


def _formatted(form: str, given: Arguments) -> Iterator[Value]:
    """`"...{}...{name}".format(x, name=y)`."""
    names = dict(given.names)
    pieces = re.split(r"\{(\w*)[^{}]*\}", form)
    places = iter(given.places)
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            yield Known(piece)
        elif piece.isdigit():
            yield from given.places[int(piece) : int(piece) + 1]
        elif piece:
            yield from (names[piece],) if piece in names else ()
        else:
            yield next(places, Known(""))
