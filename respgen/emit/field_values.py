"""One header spec -> the expression of its value on the wire, and when it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from respgen.emit.layout import Expression, Group, call
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, joined, literal
from respgen.emit.types import imported
from respgen.resolve.specs import (
    BodyHeader,
    ConstantHeader,
    Fill,
    HeaderSpec,
    ParameterHeader,
    SourceHeader,
    TemplateHeader,
)
from respgen.vocabulary.header_types import HEADER_TYPES

NOTHING = code("")
_BODY = code("self.body")
_FILLS: dict[Fill, str] = {
    "text": "filled",
    "url": "filled_url",
    "nonce": "filled_nonce",
}


def field_value(header: HeaderSpec, names: Names) -> Expression:
    """The bytes that are sent."""
    match header:
        case ConstantHeader():
            return literal(header.value.encode("latin-1"))
        case ParameterHeader():
            value = code("self.{}", identifier(header.parameter))
            return _encoded(header, value, names)
        case SourceHeader():
            source = call(names.support("current"), imported(header.source, names))
            return _encoded(header, source, names)
        case TemplateHeader():
            encoder = names.support(HEADER_TYPES[header.type].encoder)
            return call(encoder, literal(header.name), _filled(header, names))
        case BodyHeader():
            return _computed(header, names)


def _encoded(
    header: ParameterHeader | SourceHeader, value: Expression, names: Names
) -> Expression:
    """What the header's type makes of a value."""
    name = literal(header.name)
    if header.type == "list":
        encode = _member_encoder(header, names)
        return call(names.support("list_value"), name, value, encode)
    encoder = names.support(HEADER_TYPES[header.type].encoder)
    if header.type == "enum":
        return call(encoder, name, value, _texts(header.values))
    return call(encoder, name, value)


def _member_encoder(header: ParameterHeader | SourceHeader, names: Names) -> Expression:
    encoder = names.support(HEADER_TYPES[header.member or "str"].encoder)
    if header.member != "enum":
        return encoder
    partial = names.imported("functools", "partial")
    return call(partial, encoder, _texts(header.values, code("values=")))


def _texts(values: Sequence[str], before: Source = NOTHING) -> Group:
    items = tuple(literal(value) for value in values)
    return Group(code("{}(", before), items, code(")"), is_tuple=True)


def _filled(header: TemplateHeader, names: Names) -> Expression:
    """The template in the form of str.format, whose braces are doubled."""
    around = [text.replace("{", "{{").replace("}", "}}") for text in header.texts]
    places = [code("self.{}", identifier(name)) for name in header.parameters]
    fill = names.support(_FILLS[header.fill])
    return call(fill, literal(header.name), literal("{}".join(around)), *places)


def _computed(header: BodyHeader, names: Names) -> Expression:
    if header.type == "digest":
        algorithm = literal(header.algorithm)
        return call(names.support("body_digest"), _BODY, algorithm)
    encoder = names.support(HEADER_TYPES[header.type].encoder)
    return call(encoder, literal(header.name), call(names.support("body_tag"), _BODY))


def condition(header: HeaderSpec, names: Names) -> Source | None:
    """What must be so for the header to be sent; None: it always is."""
    match header:
        case ParameterHeader(required=False):
            return _given([header.parameter])
        case TemplateHeader(optional=[_, *_]):
            return _given(header.optional)
        case BodyHeader(name=name) if name.lower() == "content-digest":
            # such a status has no content to digest (RFC 9530 2)
            return code("self.status_code not in {}", names.support("BODYLESS"))
    return None


def _given(parameters: Sequence[str]) -> Source:
    tests = [code("self.{} is not None", identifier(name)) for name in parameters]
    return joined(" and ", tests)


def is_plural(header: HeaderSpec) -> bool:
    """Whether the value may turn out empty, which sends nothing."""
    if isinstance(header, ParameterHeader | SourceHeader):
        return HEADER_TYPES[header.type].plural
    return False
