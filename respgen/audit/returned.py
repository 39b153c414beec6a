"""What a route returns: responses, or data that FastAPI makes one of.

Goes in: a route's body. Come out: whether a value is data for sure, and what a response sends.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.audit.acts import responses
from respgen.source.names import Class
from respgen.source.program.events import Body, Path, Way
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import MEDIA_TYPES, nearest
from respgen.source.program.values import (
    How,
    Instance,
    Items,
    Joined,
    Known,
    Pairs,
    Unknown,
    Value,
    choices,
    text,
)

_DATA = (ast.ListComp, ast.DictComp, ast.SetComp, ast.Compare, ast.List, ast.Dict)
_YIELDS = (ast.Yield, ast.YieldFrom)


def yields(facts: Facts, body: Body) -> bool:
    """Whether a function is a generator."""
    if not facts.has(body, *_YIELDS):
        return False  # neither it nor a function inside, as nearly always
    waiting: list[ast.AST] = list(ast.iter_child_nodes(body.node))
    while waiting:
        each = waiting.pop()
        if isinstance(each, _YIELDS):
            return True
        if not isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(each)
    return False


def data(facts: Facts, body: Body) -> ast.AST | None:
    """The first place where a function surely returns something else than a response."""
    for path in body.returns:
        values = [*choices(path.value)] if path.value else []
        if any(_is_data(facts, each) for each in values):
            return path.node
    return None


def _is_data(facts: Facts, value: Value) -> bool:
    match value:
        case Pairs() | Items() | Known() | Joined():
            return True
        case Unknown(node):
            return isinstance(node, _DATA)
        case Instance(of=Class() as of):
            return not facts.program.is_response(of) and facts.program.is_known(of)
    return False


def every(facts: Facts, body: Body) -> Iterator[tuple[Path, Instance]]:
    """The responses that a function may return, with their ways."""
    for path in body.returns:
        for each in choices(path.value) if path.value else ():
            if isinstance(each, Instance) and facts.program.is_response(each.of):
                yield path, each


def sent(facts: Facts, body: Body) -> tuple[tuple[Path, Instance], ...] | None:
    """The responses that a function returns, with their ways; None where it may return data."""
    found: list[tuple[Path, Instance]] = []
    for path in body.paths:
        if path.way is Way.RAISED:
            continue
        of = responses(facts.program, path.value) if path.value else ()
        if not of:
            return None
        found += [(path, each) for each in of]
    return tuple(found)


def differs(facts: Facts, value: Instance, *classes: Class | str) -> bool:
    """Whether a response is surely of none of the classes.

    One that somebody else made may be of a class below the one that is known.
    """
    program = facts.program
    if isinstance(value.of, Class) and not program.is_known(value.of):
        return False
    above = {*program.line(value.of)}
    if not above.isdisjoint(classes):
        return False
    below = {each for of in classes for each in program.line(of)}
    return value.how is How.BUILT or value.of not in below


def is_empty(value: Instance) -> bool:
    """Whether a response is made without content, so that nothing has a media type."""
    given = value.made
    names = {name for name, _ in given.names} if given else set()
    bare = given is not None and not given.places and not given.rest
    return bare and names.isdisjoint(
        {"content", "media_type", "url", "path", "headers"}
    )


def is_sent_as(facts: Facts, value: Instance, of: Class | str) -> bool:
    """Whether a response has the media type of a class."""
    given = dict(value.made.names).get("media_type") if value.made else None
    said = text(given) if given else media_type(facts, value.of)
    wanted = media_type(facts, of)
    return None not in (said, wanted) and _bare(said) == _bare(wanted)


def _bare(media: str | None) -> str:
    return (media or "").partition(";")[0].strip().lower()


def media_type(facts: Facts, of: Class | str) -> str | None:
    """The media type of a class."""
    for each in facts.program.line(of):
        if isinstance(each, str):
            return MEDIA_TYPES.get(nearest(each, MEDIA_TYPES) or "")
        found = facts.evaluator.constant(each, "media_type", each.node)
        if found is not None:
            return text(found)
    return None
