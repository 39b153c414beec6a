"""One header spec -> the expression of its field on the wire, and when it is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from respgen.emit.layout import Expression, Group, call, keyed, list_of, pair
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, joined, literal
from respgen.emit.types import imported
from respgen.fields import TYPES
from respgen.specs import (
    BodyHeader,
    ConstantHeader,
    Fill,
    Filled,
    HeaderSpec,
    JsonHeader,
    JsonTemplate,
    ParameterHeader,
    Place,
    SourceHeader,
    TemplateHeader,
)

NOTHING = code("")
_BODY = code("self.body")
_FILLS: dict[Fill, str] = {
    "text": "filled",
    "url": "filled_url",
    "nonce": "filled_nonce",
}


def wire_name(header: HeaderSpec) -> Source:
    """The lower-case name as a bytes literal."""
    return literal(header.name.lower().encode("latin-1"))


def field(header: HeaderSpec, names: Names) -> Group:
    """The field that is sent, a name and a value; of a plural header a list of one or none."""
    name = wire_name(header)
    match header:
        case ConstantHeader():
            return pair(name, literal(header.value.encode("latin-1")))
        case ParameterHeader():
            value = code("self.{}", identifier(header.parameter))
            return _encoded(header, value, names)
        case SourceHeader():
            source = call(names.support("current"), imported(header.source, names))
            return _encoded(header, source, names)
        case TemplateHeader():
            return call(_encoder(header.type, names), name, _filled(header, names))
        case JsonHeader():
            document = _document(header.template, header.name.lower(), names)
            return call(_encoder("json", names), name, document)
        case BodyHeader(type="digest"):
            algorithm = literal(header.algorithm)
            return pair(name, call(names.support("body_digest"), _BODY, algorithm))
        case BodyHeader():
            tag = call(names.support("body_tag"), _BODY)
            return call(_encoder(header.type, names), name, tag)


def _encoder(word: str, names: Names) -> Source:
    """The function of core that makes a field, or fields, of a value of that type."""
    row = TYPES[word]
    if word == "str":
        return names.support("text_field")
    stem = row.encoder.removesuffix("_value")
    return names.support(f"{stem}_fields" if row.plural else f"{stem}_field")


def _encoded(
    header: ParameterHeader | SourceHeader, value: Expression, names: Names
) -> Group:
    """What the header's type makes of a value."""
    arguments = [wire_name(header), value]
    if header.type == "list":
        arguments.append(_member_encoder(header, names))
    if header.type == "enum":
        arguments.append(_texts(header.values))
    return call(_encoder(header.type, names), *arguments)


def _member_encoder(header: ParameterHeader | SourceHeader, names: Names) -> Expression:
    encoder = names.support(TYPES[header.member or "str"].encoder)
    if header.member != "enum":
        return encoder
    partial = names.imported("functools", "partial")
    return call(partial, encoder, _texts(header.values, code("values=")))


def _texts(values: Sequence[str], before: Source = NOTHING) -> Group:
    items = tuple(literal(value) for value in values)
    return Group(code("{}(", before), items, code(")"), is_tuple=True)


def _filled(header: TemplateHeader, names: Names) -> Expression:
    fill = names.support(_FILLS[header.fill])
    return call(fill, literal(header.name.lower()), *_format(header))


def _format(template: TemplateHeader | Filled) -> Iterator[Expression]:
    """The template in the form of str.format, whose braces are doubled, then its arguments."""
    around = [text.replace("{", "{{").replace("}", "}}") for text in template.texts]
    yield literal("{}".join(around))
    for name in template.parameters:
        yield code("self.{}", identifier(name))


def _document(template: JsonTemplate, name: str, names: Names) -> Expression:
    """The JSON value that a template makes."""
    match template:
        case Place(parameter):
            return code("self.{}", identifier(parameter))
        case Filled():
            return call(names.support("filled"), literal(name), *_format(template))
        case Mapping():
            return _object(template, name, names)
        case tuple():
            return list_of([_document(inside, name, names) for inside in template])
        case _:
            return literal(template)


def _object(
    template: Mapping[str, JsonTemplate], name: str, names: Names
) -> Expression:
    """A mapping, without what is None where a param may be."""
    items = tuple(
        keyed(literal(key), _document(inside, name, names))
        for key, inside in template.items()
    )
    entries = Group(code("{{"), items, code("}}"))
    if any(inside is None or isinstance(inside, Place) for inside in template.values()):
        return call(names.support("present"), entries)
    return entries


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
        return TYPES[header.type].plural
    return False
