"""Where a value comes from -> the expression of it, in a class or in a function.

Goes in: an origin, what messages call the value, and what stands before the names of parameters:
`self.` where they are attributes, nothing where they are the function's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.emit.layout import Expression, Group, call, keyed, list_of
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, literal
from respgen.specs import (
    Argument,
    Constant,
    Fill,
    JsonDocument,
    JsonTemplate,
    OfBody,
    Origin,
    Pattern,
    Read,
    Template,
    Whole,
)
from respgen.vocabulary.places import quoted_places

SELF, LOCAL = code("self."), code("")
_FILLS: dict[Fill, str] = {
    "text": "filled",
    "quoted": "filled",
    "url": "filled_url",
    "nonce": "filled_nonce",
}


def expression(origin: Origin, what: str, names: Names, where: Source) -> Expression:
    """The value, before its type encodes it."""
    match origin:
        case Constant(text):
            return literal(text)
        case Argument(parameter):
            return _parameter(parameter, where)
        case Read(path):
            return call(names.support("current"), names.deferred(path))
        case Template(pattern, fill):
            filling = names.support(_FILLS[fill])
            if fill == "quoted":
                values = _quoted(pattern, what, names, where)
                return call(filling, literal(what), literal(pattern.format), *values)
            return call(filling, literal(what), *_format(pattern, where))
        case JsonDocument(template):
            return _document(template, what, names, where)
        case OfBody(algorithm):
            body = code("{}body", where)
            if algorithm is None:
                return call(names.support("body_tag"), body)
            return call(names.support("body_digest"), body, literal(algorithm))


def _parameter(name: str, where: Source) -> Source:
    return code("{}{}", where, identifier(name))


def _format(pattern: Pattern, where: Source) -> Iterator[Expression]:
    """The pattern in the form of str.format, whose braces are doubled, then its arguments."""
    yield literal(pattern.format)
    for name in pattern.parameters:
        yield _parameter(name, where)


def _quoted(
    pattern: Pattern, what: str, names: Names, where: Source
) -> Iterator[Expression]:
    """The arguments, those inside of quoted-strings in a form that cannot end them."""
    inside = quoted_places(pattern.texts)
    for name, is_quoted in zip(pattern.parameters, inside, strict=True):
        value = _parameter(name, where)
        part = names.support("quoted_part") if is_quoted else None
        yield call(part, literal(what), value) if part else value


def _document(
    template: JsonTemplate, what: str, names: Names, where: Source
) -> Expression:
    """The JSON value that a template makes."""
    match template:
        case Whole(parameter):
            return _parameter(parameter, where)
        case Pattern():
            filled = names.support("filled")
            return call(filled, literal(what), *_format(template, where))
        case Mapping():
            return _object(template, what, names, where)
        case tuple():
            return list_of([_document(each, what, names, where) for each in template])
        case _:
            return literal(template)


def _object(
    template: Mapping[str, JsonTemplate], what: str, names: Names, where: Source
) -> Expression:
    """A mapping, without what is None where a param may be."""
    items = tuple(
        keyed(literal(key), _document(each, what, names, where))
        for key, each in template.items()
    )
    entries = Group(code("{{"), items, code("}}"))
    if any(each is None or isinstance(each, Whole) for each in template.values()):
        return call(names.support("present"), entries)
    return entries
