"""Classes of responses that send the same: two of them (R920), or one and its base (R921).

Goes in: facts. Come out: warnings at the class that is one too many. What is sent is compared by
what the bodies of classes say; where they say anything else, nobody knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.audit.acts import AnyAct
from respgen.audit.findings import Found
from respgen.audit.members import Member, members, passes_on
from respgen.audit.places import Finder, Place
from respgen.audit.spelling import spelt_all
from respgen.rules import r9
from respgen.source.names import Class
from respgen.source.program.events import Body, Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import MEDIA_TYPES, RESPONSE, nearest
from respgen.source.program.units import Unit
from respgen.source.program.values import Items, Known, Named, Value, choices
from respgen.source.unparsing import unparsed

_TEXTS = {"starlette.responses.HTMLResponse", "starlette.responses.PlainTextResponse"}
"""They are Response with a media type, and nothing else."""
_ASKED = ("isinstance", "issubclass")


@dataclass(frozen=True, slots=True)
class _Speech:
    """What the responses of a class send; those of equal speech send the same."""

    base: Class | str
    media_type: str | None
    members: frozenset[Member]


def alike(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """The second of two classes, in the order of paths and lines, and the one that adds nothing to its base."""
    finder = Finder(facts)
    known = [
        (unit, each) for unit, each in facts.classes if _is_plain(facts, unit, each)
    ]
    empty = {each for _, each in known if _adds_nothing(facts, each)}
    first: dict[_Speech, Place] = {}
    for unit, each, speech in _speeches(facts):
        here = Place(unit, each.node)
        if there := first.get(speech):
            yield _twin(finder, here, there)
        else:
            first[speech] = here
    if empty:
        apart = _told_apart(facts) | {*_bases(facts)}
        for unit, each in known:
            if each in empty - apart:
                yield _copy(finder, unit, each)


def _speeches(facts: Facts) -> Iterator[tuple[Unit, Class, _Speech]]:
    """The classes that say something of their own, if all that they say is known."""
    for unit, each in facts.classes:
        if _is_plain(facts, unit, each) and not _adds_nothing(facts, each):
            speech = _speech(facts, each)
            if speech is not None:
                yield unit, each, speech


def spoken(facts: Facts) -> Iterator[str]:
    """What classes say that another part of the program may say, too."""
    for _, _, speech in _speeches(facts):
        said = [_spelt(each) for each in speech.members]
        if isinstance(speech.base, str) and None not in said:
            yield repr((speech.base, speech.media_type, sorted(map(str, said))))


def _spelt(of: Member) -> str | None:
    match of.what:
        case (str(text), tuple(meant)):
            names = [str(name) for name, _ in meant]
            values = [value or Known(None) for _, value in meant]
            return spelt_all(of.name, values, text, *names)
        case what:
            return spelt_all(of.name, (what,))  # type: ignore[arg-type]  # a value: the rest are functions


def _twin(finder: Finder, here: Place, there: Place) -> Found:
    name, other = _name(here.node), _name(there.node)
    where = "" if here.unit is there.unit else f" of {there.unit.file}"
    return finder.found(
        r9.SAME_CLASS,
        here,
        f"{name} sends the same as {other}{where}",
        "keep one of them, and import it where the other was",
        (there, "the other one"),
    )


def _copy(finder: Finder, unit: Unit, of: Class) -> Found:
    program = finder.facts.program
    base = next(program.bases(of))
    name = _name(base.node) if isinstance(base, Class) else base.rpartition(".")[2]
    home = program.unit_of(base) if isinstance(base, Class) else None
    related = (
        ((Place(home, base.node), "its base"),)
        if home and isinstance(base, Class)
        else ()
    )
    return finder.found(
        r9.SAME_AS_BASE,
        Place(unit, of.node),
        f"{of.node.name} sends what {name} sends",
        f"{of.node.name} = {unparsed(of.node.bases[0])}",
        *related,
    )


def _name(node: ast.AST) -> str:
    return str(getattr(node, "name", ""))


# What is compared


def _is_plain(facts: Facts, unit: Unit, of: Class) -> bool:
    """Whether everything that makes the class is in sight, and the class stands for itself.

    One under a condition stands for another that is missing.
    """
    program = facts.program
    return (
        program.is_response(of)
        and not program.is_catalogue(of)
        and program.is_known(of)
        and len(of.node.bases) == 1
        and not isinstance(of.node.bases[0], ast.Subscript)
        and any(of.node is each for each in unit.tree.body)
    )


def _speech(facts: Facts, of: Class) -> _Speech | None:
    base = next(facts.program.bases(of))
    said = members(facts, of)
    if said is None or any(not each.is_known for each in said):
        return None
    media, known = _media_type(facts, of)
    kept = frozenset(each for each in said if each.name != "media_type")
    return _Speech(RESPONSE if base in _TEXTS else base, media, kept) if known else None


def _media_type(facts: Facts, of: Class | str) -> tuple[str | None, bool]:
    """What is sent as Content-Type, and whether that is known."""
    found = _constant(facts, of, "media_type")
    if found is None:
        root = facts.program.framework(of) or RESPONSE
        found = Known(MEDIA_TYPES.get(nearest(root, MEDIA_TYPES) or RESPONSE))
    charset = _constant(facts, of, "charset") or Known("utf-8")
    if not isinstance(found, Known) or not isinstance(charset, Known):
        return None, False
    media = found.value if isinstance(found.value, str) else None
    if media and media.startswith("text/") and "charset=" not in media.lower():
        media = f"{media}; charset={charset.value!s}"
    return media, True


def _constant(facts: Facts, of: Class | str, name: str) -> Value | None:
    return None if isinstance(of, str) else facts.evaluator.constant(of, name, of.node)


def _adds_nothing(facts: Facts, of: Class) -> bool:
    """Whether a class says nothing, or what its base says."""
    base = next(facts.program.bases(of))
    for each in of.node.body:
        match each:
            case ast.Pass() | ast.Expr(value=ast.Constant()):
                pass
            case ast.Assign(targets=[ast.Name(id="media_type" | "charset")]):
                pass
            case ast.FunctionDef() if passes_on(each):
                pass
            case _:
                return False
    ours, theirs = _media_type(facts, of), _media_type(facts, base)
    return ours == theirs and ours[1]


# Who needs a class of its own


def _told_apart(facts: Facts) -> set[Class]:
    """The classes that code asks for, by `isinstance` or in a `match`."""
    found = set[Class]()
    for body in facts.bodies:
        for event in body.events:
            if isinstance(event, Call) and getattr(event.node.func, "id", "") in _ASKED:
                for value in event.arguments.places[1:]:
                    found |= {*_classes(value)}
        found |= {*_matched(facts, body)}
    return found


def _classes(value: Value) -> Iterator[Class]:
    for each in choices(value):
        if isinstance(each, Items):
            for part in each.values:
                yield from _classes(part)
        elif isinstance(each, Named) and isinstance(each.what, Class):
            yield each.what


def _matched(facts: Facts, body: Body) -> Iterator[Class]:
    for node in facts.nodes(body):
        if isinstance(node, ast.MatchClass):
            found = facts.program.class_of(body.unit.module, node.cls)
            if isinstance(found, Class):
                yield found


def _bases(facts: Facts) -> Iterator[Class]:
    """The classes that others derive from, and are a family by it."""
    for _, each in facts.classes:
        yield from (b for b in facts.program.bases(each) if isinstance(b, Class))
