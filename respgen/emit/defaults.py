"""Defaults of header parameters -> their expressions; what no literal spells is imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from respgen.emit.layout import Expression, Group, behind, call
from respgen.emit.names import Names
from respgen.emit.source import Source, code, joined, literal
from respgen.specs.types import CoreValue, DefaultValue


def is_made(value: DefaultValue) -> bool:
    """Whether each response gets one of its own: it is an object, or holds a mapping.

    What changes the default of one response must not reach the next.
    """
    match value:
        case tuple():
            return any(_holds_mapping(item) for item in value)
        case None | bool() | int() | float() | str() | bytes():
            return False
        case datetime() | timedelta() | Decimal():
            return False
    return True


def _holds_mapping(value: DefaultValue) -> bool:
    match value:
        case Mapping():
            return True
        case tuple():
            return any(_holds_mapping(item) for item in value)
        case CoreValue():
            return any(
                _holds_mapping(getattr(value, row.name)) for row in fields(value)
            )
    return False


def in_signature(value: DefaultValue, names: Names) -> Expression:
    """The expression of a parameter's default, a mark where each response makes its own."""
    return names.support("DEFAULT") if is_made(value) else default(value, names)


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
        case CoreValue():
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
    return code("{}({}, tzinfo={})", moment, numbers, names.utc())


def _instance(value: CoreValue, names: Names) -> Group:
    """A value of a class that the support module has, without the arguments that say nothing."""
    rows = list(fields(value))
    while rows and getattr(value, rows[-1].name) == _silent(rows[-1]):
        rows.pop()
    parts = (default(getattr(value, row.name), names) for row in rows)
    return call(names.support(type(value).__name__), *parts)


def _silent(row: Field[Any]) -> object:
    """What a field of a dataclass is where its argument is left out."""
    if row.default_factory is MISSING:
        return row.default
    return row.default_factory()


def _mapping(value: Mapping[str, DefaultValue], names: Names) -> Group:
    pairs = (
        behind(code("{}: ", literal(key)), default(inside, names))
        for key, inside in value.items()
    )
    return Group(code("{{"), tuple(pairs), code("}}"))
