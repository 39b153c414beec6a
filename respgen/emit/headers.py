"""Header specs -> the statements that build the raw header list, and constructor parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from respgen.emit.defaults import in_signature
from respgen.emit.field_values import condition, field, is_plural, wire_name
from respgen.emit.layout import (
    Expression,
    Group,
    behind,
    call,
    laid_out,
    list_of,
)
from respgen.emit.names import Names
from respgen.emit.origins import SELF
from respgen.emit.profiles import Profiles, constant_field
from respgen.emit.source import (
    Source,
    code,
    identifier,
    margin,
)
from respgen.emit.types import annotation, optional
from respgen.fields.types import annotation as value_type
from respgen.specs import (
    Argument,
    HeaderSpec,
    ParamSpec,
    Policy,
    ValueType,
)

INDENT = 8  # inside a method
FIELDS = code("fields")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the statements stand: what is before the names of arguments, and what the list is called."""

    where: Source = SELF
    indent: int = INDENT
    fields: Source = FIELDS


METHOD = Place()


# Parameters


def parameter(of: ValueType, given: Argument, names: Names) -> Expression:
    """`request_id: str` or `etag: str | None = None`."""
    name, kind = identifier(given.parameter), value_type(of)
    if given.required:
        return code("{}: {}", name, annotation(kind, names))
    spelled = optional(kind, names)
    return behind(code("{}: {} = ", name, spelled), in_signature(given.default, names))


def param(spec: ParamSpec, names: Names) -> Expression:
    """`item_id: int`, `locale: str = "en"` or `next_page: int | None = None`."""
    name, kind = identifier(spec.name), annotation(spec.type, names)
    if spec.required:
        return code("{}: {}", name, kind)
    if spec.optional:
        return code("{}: {} = None", name, optional(spec.type, names))
    return behind(code("{}: {} = ", name, kind), in_signature(spec.default, names))


# The list that init_headers builds


def _always_sent(header: HeaderSpec, names: Names) -> bool:
    return not is_plural(header) and condition(header, names) is None


def _fields(
    headers: Sequence[HeaderSpec], names: Names, profiles: Profiles, at: Place
) -> Iterator[Expression]:
    """A list's items: a profile that stands there whole is spliced in."""
    place = 0
    while place < len(headers):
        spliced, count = profiles.splice(headers[place:]) or (None, 1)
        single = headers[place]
        yield field(single, names, at.where) if spliced is None else spliced
        place += count


def declared(
    headers: Sequence[HeaderSpec],
    names: Names,
    profiles: Profiles,
    width: int,
    at: Place = METHOD,
) -> tuple[list[Source], Expression]:
    """What builds the list of declared fields, in the order of the schema, and that list."""
    runs = [
        (always, list(run))
        for always, run in groupby(headers, lambda header: _always_sent(header, names))
    ]
    opening = runs.pop(0)[1] if runs and runs[0][0] else []
    fields = list_of([*_fields(opening, names, profiles, at)])
    # what is written decides, not how long it is: the shape of code is none of an author's text
    if len(fields.items) < 2 and all(map(constant_field, headers)):
        return [], fields
    statements = [_opening(fields, width, at)]
    for always, run in runs:
        if always:
            added = [*_fields(run, names, profiles, at)]
            statements.append(appended(at.fields, added, at.indent, width))
        else:
            statements += (_conditional(header, names, width, at) for header in run)
    return statements, at.fields


def appended(
    target: Source, fields: Sequence[Expression], indent: int, width: int
) -> Source:
    """`target.append(field)`, or one `+=` for several."""
    if len(fields) == 1 and isinstance(fields[0], Group):
        append = call(code("{}.append", target), fields[0])
        return laid_out(append, indent, width)
    start = code("{} += ", target)
    added = laid_out(list_of(fields), indent, width, len(start.text))
    return code("{}{}", start, added)


def _opening(fields: Group, width: int, at: Place) -> Source:
    if not fields.items:
        return code("{}: list[tuple[bytes, bytes]] = []", at.fields)
    start = code("{} = ", at.fields)
    return code("{}{}", start, laid_out(fields, at.indent, width, len(start.text)))


def _conditional(header: HeaderSpec, names: Names, width: int, at: Place) -> Source:
    test = condition(header, names, at.where)
    indent = at.indent if test is None else at.indent + 4
    made = field(header, names, at.where)
    if is_plural(header):
        start = code("{} += ", at.fields)
        body = code("{}{}", start, laid_out(made, indent, width, len(start.text)))
    else:
        body = appended(at.fields, [made], indent, width)
    return body if test is None else code("if {}:\n{}{}", test, margin(indent), body)


def merging(headers: Sequence[HeaderSpec]) -> Iterator[Group]:
    """The arguments that say how the caller's headers merge with the declared ones."""
    for policy, keyword in _KEYWORDS.items():
        named = [wire_name(header) for header in headers if header.policy == policy]
        if named:
            yield _tuple(keyword, named)


def _tuple(before: Source, items: Sequence[Source]) -> Group:
    return Group(code("{}(", before), tuple(items), code(")"), is_tuple=True)


_KEYWORDS: dict[Policy, Source] = {
    "locked": code("locked="),
    "append": code("append="),
}
