"""Header specs -> the statements that build the raw header list, and constructor parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from respgen.emit.defaults import default
from respgen.emit.layout import Expression, Group, call, laid_out, list_of, pair
from respgen.emit.names import Names
from respgen.emit.source import (
    Source,
    code,
    identifier,
    literal,
    margin,
)
from respgen.emit.types import annotation, optional
from respgen.resolve.specs import ConstantHeader, HeaderSpec, ParameterHeader, Policy
from respgen.vocabulary import header_types
from respgen.vocabulary.header_types import HEADER_TYPES
from respgen.vocabulary.types import TypeExpression

INDENT = 8  # inside a method
NOTHING = code("")


def wire_name(header: HeaderSpec) -> Source:
    """The lower-case name as a bytes literal."""
    return literal(header.name.lower().encode("latin-1"))


# Parameters


def parameter_type(header: ParameterHeader) -> TypeExpression:
    """The type of the constructor's parameter, None aside."""
    return header_types.annotation(header.type, header.member, header.values)


def parameter(header: ParameterHeader, names: Names) -> Source:
    """`request_id: str` or `etag: str | None = None`."""
    name = identifier(header.parameter)
    if header.required:
        return code("{}: {}", name, annotation(parameter_type(header), names))
    spelled = optional(parameter_type(header), names)
    return code("{}: {} = {}", name, spelled, default(header.default, names))


# The list that init_headers builds


def _encoded(header: ParameterHeader, names: Names) -> Expression:
    name, value = literal(header.name), code("self.{}", identifier(header.parameter))
    if header.type == "list":
        encode = _member_encoder(header, names)
        return call(names.support("list_value"), name, value, encode)
    return _call_encoder(header.type, header.values, name, value, names)


def _call_encoder(
    type_name: str, values: Sequence[str], name: Source, value: Source, names: Names
) -> Expression:
    encoder = names.support(HEADER_TYPES[type_name].encoder)
    if type_name == "enum":
        return call(encoder, name, value, _texts(values))
    return call(encoder, name, value)


def _member_encoder(header: ParameterHeader, names: Names) -> Expression:
    encoder = names.support(HEADER_TYPES[header.member or "str"].encoder)
    if header.member != "enum":
        return encoder
    partial = names.imported("functools", "partial")
    return call(partial, encoder, _texts(header.values, code("values=")))


def _texts(values: Sequence[str], before: Source = NOTHING) -> Group:
    return _tuple(before, [literal(value) for value in values])


def _always_sent(header: HeaderSpec) -> bool:
    if isinstance(header, ConstantHeader):
        return True
    return header.required and not HEADER_TYPES[header.type].plural


def _field(header: HeaderSpec, names: Names) -> Expression:
    if isinstance(header, ConstantHeader):
        return pair(wire_name(header), literal(header.value.encode("latin-1")))
    return pair(wire_name(header), _encoded(header, names))


def statements(
    headers: Sequence[HeaderSpec], names: Names, width: int
) -> Iterator[Source]:
    """What fills `raw_headers`, in the order of the schema."""
    runs = [(always, list(run)) for always, run in groupby(headers, _always_sent)]
    opening = runs.pop(0)[1] if runs and runs[0][0] else []
    yield _opening(opening, names, width)
    for always, run in runs:
        if always:
            yield appended([_field(header, names) for header in run], INDENT, width)
        else:
            yield from (_conditional(header, names, width) for header in run)


def appended(fields: Sequence[Expression], indent: int, width: int) -> Source:
    """`raw_headers.append(field)`, or one `+=` for several."""
    if len(fields) == 1:
        return laid_out(call(code("raw_headers.append"), fields[0]), indent, width)
    space = len("raw_headers += ")
    return code("raw_headers += {}", laid_out(list_of(fields), indent, width, space))


def _opening(headers: Sequence[HeaderSpec], names: Names, width: int) -> Source:
    if not headers:
        return code("raw_headers: list[tuple[bytes, bytes]] = []")
    fields = list_of([_field(header, names) for header in headers])
    return code(
        "raw_headers = {}", laid_out(fields, INDENT, width, len("raw_headers = "))
    )


def _conditional(header: HeaderSpec, names: Names, width: int) -> Source:
    if not isinstance(header, ParameterHeader):
        raise TypeError("a constant is always sent")
    indent = INDENT if header.required else INDENT + 4
    if HEADER_TYPES[header.type].plural:
        body = _members(header, names, indent, width)
    else:
        body = appended([_field(header, names)], indent, width)
    if header.required:
        return body
    value = code("self.{}", identifier(header.parameter))
    return code("if {} is not None:\n{}{}", value, margin(indent), body)


def _members(header: ParameterHeader, names: Names, indent: int, width: int) -> Source:
    """The members of a list are encoded first: only then an empty list and a lone "" differ."""
    encoded = laid_out(_encoded(header, names), indent, width, len("members = "))
    inner = indent + 4
    added = appended([pair(wire_name(header), code("members"))], inner, width)
    return code(
        "members = {}\n{}if members:\n{}{}",
        encoded,
        margin(indent),
        margin(inner),
        added,
    )


def merging(headers: Sequence[HeaderSpec]) -> Iterator[Group]:
    """The arguments that say how the caller's headers merge with the declared ones."""
    # where all are always sent, the list itself says their places
    if not all(map(_always_sent, headers)):
        yield _tuple(code("places="), [wire_name(header) for header in headers])
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


def listing(headers: Sequence[HeaderSpec]) -> str:
    """The docstring's line of headers: text, still to be encoded."""
    return ", ".join(_listed(header) for header in headers)


def _listed(header: HeaderSpec) -> str:
    if isinstance(header, ConstantHeader):
        return header.name
    return f"{header.name} ({header.parameter})"
