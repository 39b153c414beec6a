"""Lays expressions out as black would: on one line where they fit, else indented between brackets.

What stands between the brackets of a call or a signature gets a line of its own where that is
enough; otherwise, and in displays, each item does. So what leaves here is stable under black
without black having run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from respgen.emit.source import Source, code, joined, margin


@dataclass(frozen=True, slots=True)
class Group:
    """`opening item, item closing`: a call, a tuple, a list, a signature.

    `is_loose`: the items of a call or a signature may share a line between the brackets.
    `is_comprehension`: nothing stands between the items.
    """

    opening: Source
    items: tuple[Expression, ...]
    closing: Source
    is_tuple: bool = False
    is_loose: bool = False
    is_comprehension: bool = False


_PLUS = code("+")


@dataclass(frozen=True, slots=True)
class Sum:
    """`first + second`, or `first | second | third`, inside of brackets."""

    first: Source
    second: Expression
    others: tuple[Source, ...] = ()
    operator: Source = _PLUS


Expression: TypeAlias = Source | Group | Sum


def call(function: Source, *arguments: Expression) -> Group:
    """`function(arguments)`."""
    return Group(code("{}(", function), arguments, code(")"), is_loose=True)


def signature(
    name: Source, parameters: Sequence[Expression], returned: Source
) -> Group:
    """`def name(parameters) -> returned:`."""
    opening, closing = code("def {}(", name), code(") -> {}:", returned)
    # a parameter alone between the brackets gets a comma from black
    return Group(opening, tuple(parameters), closing, is_loose=len(parameters) > 1)


def pair(first: Expression, second: Expression) -> Group:
    """`(first, second)`."""
    return Group(code("("), (first, second), code(")"), is_tuple=True)


def returned(expression: Expression, indent: int, width: int) -> Source:
    """`return expression`: outside of brackets the last ones open first."""
    if isinstance(expression, Sum) and not expression.others:
        start = code("{} {} ", expression.first, expression.operator)
        expression = behind(start, expression.second)
    return laid_out(behind(code("return "), expression), indent, width)


def tuple_of(items: Sequence[Expression]) -> Group:
    """`(items)`."""
    return Group(code("("), tuple(items), code(")"), is_tuple=True)


def list_of(items: Sequence[Expression]) -> Group:
    """`[items]`."""
    return Group(code("["), tuple(items), code("]"))


def comprehension(element: Expression, *loops: Expression) -> Group:
    """`[element for ... in ...]`."""
    items = (element, *loops)
    return Group(code("["), items, code("]"), is_loose=True, is_comprehension=True)


def keyed(key: Source, value: Expression) -> Expression:
    """`key: value`, inside of braces."""
    if isinstance(value, Group):
        return replace(value, opening=code("{}: {}", key, value.opening))
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
        return joined(" ", [expression.first, *_terms(expression)])
    items = _row(expression)
    comma = (
        code(",") if expression.is_tuple and len(expression.items) == 1 else code("")
    )
    return code("{}{}{}{}", expression.opening, items, comma, expression.closing)


def _terms(of: Sum) -> list[Source]:
    """All but the first, each behind its operator."""
    terms = (flat(of.second), *of.others)
    return [code("{} {}", of.operator, each) for each in terms]


def _row(group: Group) -> Source:
    """The items on one line."""
    items = [flat(item) for item in group.items]
    return joined(" ", items) if group.is_comprehension else joined(", ", items)


def exploded(group: Group, indent: int, width: int) -> Source:
    """One item a line, each with its comma, the closing bracket back at `indent`."""
    inner, outer = margin(indent + 4), margin(indent)
    comma = code("") if group.is_comprehension else code(",")
    room = len(comma.text)
    lines = [
        code("{}{}{}", inner, laid_out(item, indent + 4, width, room), comma)
        for item in group.items
    ]
    return joined("\n", [group.opening, *lines, code("{}{}", outer, group.closing)])


def loose(group: Group, indent: int, width: int) -> Source | None:
    """All items on one line of their own, or the only one as it fits; None where that is too long."""
    inner, outer = margin(indent + 4), margin(indent)
    if len(group.items) == 1:
        items = laid_out(group.items[0], indent + 4, width)
    else:
        items = _row(group)
        if indent + 4 + len(items.text) > width:
            return None
    return joined(
        "\n",
        [group.opening, code("{}{}", inner, items), code("{}{}", outer, group.closing)],
    )


def laid_out(expression: Expression, indent: int, width: int, room: int = 0) -> Source:
    """The expression that starts at column `indent` and leaves `room` columns behind it."""
    line = flat(expression)
    if indent + len(line.text) + room <= width:
        return line
    if isinstance(expression, Sum):
        start = margin(indent)
        operator = code("{} ", expression.operator)
        terms = [
            code("{}{}", start, laid_out(behind(operator, each), indent, width))
            for each in (expression.second, *expression.others)
        ]
        return joined("\n", [expression.first, *terms])
    if isinstance(expression, Group) and expression.items:
        split = loose(expression, indent, width) if expression.is_loose else None
        return exploded(expression, indent, width) if split is None else split
    return line
