"""Lays expressions out as black would: on one line where they fit, else one item a line.

An exploded group ends in a trailing comma, which black takes as the author's wish and keeps;
so what leaves here is stable under black without black having run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from respgen.emit.source import Source, code, joined, margin


@dataclass(frozen=True, slots=True)
class Group:
    """`opening item, item closing`: a call, a tuple, a list, a signature."""

    opening: Source
    items: tuple[Expression, ...]
    closing: Source
    is_tuple: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """`first + second`, inside of brackets."""

    first: Source
    second: Source


Expression: TypeAlias = Source | Group | Sum


def call(function: Source, *arguments: Expression) -> Group:
    """`function(arguments)`."""
    return Group(code("{}(", function), arguments, code(")"))


def pair(first: Expression, second: Expression) -> Group:
    """`(first, second)`."""
    return Group(code("("), (first, second), code(")"), is_tuple=True)


def list_of(items: Sequence[Expression]) -> Group:
    """`[items]`."""
    return Group(code("["), tuple(items), code("]"))


def keyed(key: Source, value: Expression) -> Expression:
    """`key: value`, inside of braces."""
    if isinstance(value, Group):
        return Group(
            code("{}: {}", key, value.opening),
            value.items,
            value.closing,
            value.is_tuple,
        )
    return code("{}: {}", key, flat(value))


def behind(start: Source, expression: Expression) -> Expression:
    """The expression with something before it that is never apart from its beginning."""
    match expression:
        case Group():
            return replace(expression, opening=code("{}{}", start, expression.opening))
        case Sum():
            return replace(expression, first=code("{}{}", start, expression.first))
    return code("{}{}", start, expression)


def flat(expression: Expression) -> Source:
    """On one line."""
    if isinstance(expression, Source):
        return expression
    if isinstance(expression, Sum):
        return code("{} + {}", expression.first, expression.second)
    items = joined(", ", [flat(item) for item in expression.items])
    comma = (
        code(",") if expression.is_tuple and len(expression.items) == 1 else code("")
    )
    return code("{}{}{}{}", expression.opening, items, comma, expression.closing)


def exploded(group: Group, indent: int, width: int) -> Source:
    """One item a line, each with its comma, the closing bracket back at `indent`."""
    inner, outer = margin(indent + 4), margin(indent)
    lines = [
        code("{}{},", inner, laid_out(item, indent + 4, width, room=1))
        for item in group.items
    ]
    return joined("\n", [group.opening, *lines, code("{}{}", outer, group.closing)])


def laid_out(expression: Expression, indent: int, width: int, room: int = 0) -> Source:
    """The expression that starts at column `indent` and leaves `room` columns behind it."""
    line = flat(expression)
    if indent + len(line.text) + room <= width:
        return line
    if isinstance(expression, Sum):
        start = margin(indent)
        return code("{}\n{}+ {}", expression.first, start, expression.second)
    if isinstance(expression, Group) and expression.items:
        return exploded(expression, indent, width)
    return line
