"""One header spec -> the expression of its field on the wire, and when it is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from respgen.emit.layout import Expression, Group, behind, call, pair, tuple_of
from respgen.emit.names import Names
from respgen.emit.origins import SELF, expression
from respgen.emit.source import Source, code, identifier, joined, literal
from respgen.fields import TYPES
from respgen.fields.types import encoder, member
from respgen.specs import (
    SEPARATOR,
    Argument,
    Constant,
    HeaderSpec,
    OfBody,
    Origin,
    Read,
    Template,
    ValueType,
)

NOTHING = code("")


def wire_name(header: HeaderSpec) -> Source:
    """The lower-case name as a bytes literal."""
    return literal(header.name.lower().encode("latin-1"))


def field(header: HeaderSpec, names: Names, where: Source = SELF) -> Group:
    """The field that is sent, a name and a value; of a plural header a list of one or none.

    `where` stands before the names of arguments.
    """
    name, origin = wire_name(header), header.origin
    if isinstance(origin, Constant):
        return pair(name, literal(origin.text.encode("latin-1")))
    value = expression(origin, header.name.lower(), names, kept(origin, where))
    if isinstance(origin, OfBody) and origin.algorithm:
        return pair(name, value)
    if header.type.format:
        value = call(names.deferred(header.type.format), value)
    return _encoded(name, header.type.sent, value, names, where)


def kept(origin: Origin, where: Source) -> Source:
    """What stands before the name of an argument: in a class its attribute follows a setter."""
    return code("self._") if isinstance(origin, Argument) and where is SELF else where


def _encoder(of: ValueType, names: Names) -> Source:
    """The function of core that makes a field, or fields, of a value of that type."""
    if of.word == "str":
        return names.support("text_field")
    stem = encoder(of).__name__.removesuffix("_value")
    plural = TYPES[of.word].plural
    return names.support(f"{stem}_fields" if plural else f"{stem}_field")


def _encoded(
    name: Source, of: ValueType, value: Expression, names: Names, where: Source
) -> Group:
    """What the header's type makes of a value."""
    arguments = [name, value]
    if of.word == "list":
        arguments.append(_member_encoder(member(of), names, where))
        if of.separator != SEPARATOR:
            arguments.append(literal(of.separator.encode("ascii")))
    else:
        said = [*_said(of, where)]
        # the first one has its place
        arguments += (each for _, each in said[:1])
        arguments += (behind(word, each) for word, each in said[1:])
    return call(_encoder(of, names), *arguments)


def _member_encoder(of: ValueType, names: Names, where: Source) -> Expression:
    encode = names.support(encoder(of).__name__)
    said = [behind(word, each) for word, each in _said(of, where)]
    if not said:
        return encode
    return call(names.imported("functools", "partial"), encode, *said)


def _said(of: ValueType, where: Source) -> Iterator[tuple[Source, Expression]]:
    """What the encoder is given behind the value, each with its keyword."""
    if of.word == "enum":
        yield code("values="), _texts(of.values)
    if of.word == "duration" and of.rounding != "refuse":
        yield code("rounding="), literal(of.rounding)
    if of.word == "url" and of.to.allow:
        yield code("allow="), _texts(of.to.allow)
        for word, origin in of.to.otherwise:
            yield code("{}=", identifier(word)), _origin(origin, where)


def _origin(origin: Constant | Argument, where: Source) -> Expression:
    if isinstance(origin, Constant):
        return literal(origin.text)
    return code("{}{}", where, identifier(origin.parameter))


def _texts(values: Sequence[str]) -> Group:
    return tuple_of([literal(value) for value in values])


def condition(header: HeaderSpec, names: Names, where: Source = SELF) -> Source | None:
    """What must be so for the header to be sent; None: it always is."""
    match header.origin:
        case Argument(parameter, required=False):
            return _given([parameter], kept(header.origin, where))
        case Template(optional=[_, *_] as optional):
            return _given(optional, where)
        case OfBody() if header.name.lower() == "content-digest":
            # such a status has no content to digest (RFC 9530 2)
            return code("{}(self)", names.support("has_content"))
        case OfBody():
            return code("{}(self)", names.support("is_rendered"))
    return None


def _given(parameters: Sequence[str], where: Source) -> Source:
    tests = [code("{}{} is not None", where, identifier(name)) for name in parameters]
    return joined(" and ", tests)


def is_plural(header: HeaderSpec) -> bool:
    """Whether the value may turn out empty, which sends nothing."""
    if isinstance(header.origin, Argument | Read):
        return TYPES[header.type.sent.word].plural
    return False
