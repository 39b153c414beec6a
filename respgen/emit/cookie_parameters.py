"""What callers of a preset's functions give by keyword: the places of its name, and attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, literal
from respgen.emit.types import annotation
from respgen.specs import CookieArgument, CookieSpec
from respgen.vocabulary.cookie_names import places
from respgen.vocabulary.late_attributes import LATE_TYPES

Action: TypeAlias = Literal["set", "delete", "read"]


def keywords(cookie: CookieSpec, action: Action) -> tuple[str, ...]:
    """The names of the keyword-only parameters.

    A deletion needs what a browser knows a cookie by, and accepts it for; a reading its name.
    """
    return (*places(cookie.key), *(each.name for each in _arguments(cookie, action)))


def _arguments(cookie: CookieSpec, action: Action) -> Iterator[CookieArgument]:
    if action == "read":
        return
    for each in cookie.late:
        known = each.name == "max_age" and action == "delete"
        if isinstance(each, CookieArgument) and not known:
            yield each


def parameters(cookie: CookieSpec, action: Action, names: Names) -> list[Source]:
    """The same with their types and defaults, behind the `*` that makes them keyword-only."""
    found = [code("{}: str", identifier(place)) for place in places(cookie.key)]
    found += [_parameter(cookie, each, names) for each in _arguments(cookie, action)]
    return [code("*"), *found] if found else []


def _parameter(cookie: CookieSpec, each: CookieArgument, names: Names) -> Source:
    name, kind = identifier(each.name), annotation(LATE_TYPES[each.name], names)
    if each.required:
        return code("{}: {}", name, kind)
    return code("{}: {} = {}", name, kind, literal(getattr(cookie, each.name)))
