"""Defaults of header parameters -> their expressions; what no literal spells is imported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

from respgen.core.challenges import Challenge
from respgen.core.links import Link
from respgen.core.ranges import ContentRange, UnsatisfiedRange
from respgen.core.structured import DisplayString, InnerList, Item, Token
from respgen.emit.layout import Expression, Group, behind, call
from respgen.emit.names import Names
from respgen.emit.source import Source, code, joined, literal
from respgen.specs.types import DefaultValue


def default(value: DefaultValue, names: Names) -> Expression:
    """The expression of a default, under the local names of the module."""
    match value:
        case datetime():
            return _moment(value, names)
        case timedelta():
            seconds = literal(int(value.total_seconds()))
            return code(
                "{}(seconds={})", names.imported("datetime", "timedelta"), seconds
            )
        case Decimal():
            return code(
                "{}({})", names.imported("decimal", "Decimal"), literal(str(value))
            )
        case tuple():
            items = tuple(default(item, names) for item in value)
            return Group(code("("), items, code(")"), is_tuple=True)
        case Token() | DisplayString() | Item() | InnerList() | Link():
            return _instance(value, names)
        case Challenge() | ContentRange() | UnsatisfiedRange():
            return _instance(value, names)
        case Mapping():
            return _mapping(value, names)
        case _:
            return literal(value)


def _moment(value: datetime, names: Names) -> Source:
    at = value.astimezone(UTC)
    parts = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    numbers = joined(", ", [literal(part) for part in parts])
    moment = names.imported("datetime", "datetime")
    return code("{}({}, tzinfo={})", moment, numbers, names.imported("datetime", "UTC"))


_Instance: TypeAlias = (
    Token
    | DisplayString
    | Item
    | InnerList
    | Link
    | Challenge
    | ContentRange
    | UnsatisfiedRange
)


def _instance(value: _Instance, names: Names) -> Group:
    """A value of a class that the support module has."""
    parts = (default(part, names) for part in _parts(value))
    return call(names.support(type(value).__name__), *parts)


def _parts(value: _Instance) -> tuple[DefaultValue, ...]:
    """The arguments of its class, without those at the end that say nothing."""
    match value:
        case Token(text) | DisplayString(text):
            return (text,)
        case Item(inside, params):
            return (inside, params)
        case InnerList(items, params):
            return (tuple(items), params)
        case Link(href, rel, params):
            return (href, rel, params) if params else (href, rel)
        case Challenge(scheme, params):
            return (scheme, params) if params else (scheme,)
        case ContentRange(first, last, complete, unit):
            parts = (first, last, complete)
            return parts if unit == "bytes" else (*parts, unit)
        case UnsatisfiedRange(complete, unit):
            return (complete,) if unit == "bytes" else (complete, unit)


def _mapping(value: Mapping[str, DefaultValue], names: Names) -> Group:
    pairs = (
        behind(code("{}: ", literal(key)), default(inside, names))
        for key, inside in value.items()
    )
    return Group(code("{{"), tuple(pairs), code("}}"))
