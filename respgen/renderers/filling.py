"""How a renderer fills the template of a body: its constant parts are bytes at build time.

Goes in: a template, and where the values of its places are. Comes out: the expression of the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from respgen.renderers.attributes import Guard, Spot
from respgen.renderers.fillings import JsonFilling, JsonStyle, TextFilling
from respgen.specs import BodySpec, JsonTemplate, Pattern, Whole
from respgen.specs.expressions import (
    Attribute,
    Call,
    Formatted,
    Local,
    Value,
    ValueExpression,
    core,
)
from respgen.specs.types import (
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    has_own,
)

Options = TypeVar("Options")
Piece: TypeAlias = bytes | ValueExpression


class Label(NamedTuple):
    """What a body is said to be."""

    media_type: str | None
    charset: str


Values: TypeAlias = Mapping[str, Local | Attribute]
"""What stands at the places of a template: attributes of the instance, and the content."""
_SCALARS = frozenset(
    TypeName("builtins", each) for each in ("bool", "int", "str", "None")
)


def is_scalar(kind: TypeExpression | None) -> bool:
    """Whether all that write JSON write values of a type alike, on one line."""
    match kind:
        case TypeUnion(members):
            return all(map(is_scalar, members))
        case TypeGeneric(TypeName("typing", "Literal")):
            return True
    return kind in _SCALARS


def filled(
    filling: JsonFilling[Options] | TextFilling,
    options: Options,
    body: BodySpec,
    values: Values,
    label: Label,
) -> ValueExpression:
    """The expression of a body; `values` are what stands at its places, by their names."""
    if isinstance(filling, JsonFilling):
        style = filling.style(options) or JsonStyle()
        return _Json(filling, options, style, body, values).whole()
    return joined(_text(filling, body.text, values, label))


def _text(
    filling: TextFilling, pattern: Pattern, values: Values, label: Label
) -> Iterator[Piece]:
    charset = label.charset
    first, *others = (text.encode(charset) for text in pattern.texts)
    yield first
    found = filling.spots(pattern, label.media_type) or (None,) * len(others)
    more = () if charset == "utf-8" else (Value(charset),)
    for name, spot, text in zip(pattern.parameters, found, others, strict=True):
        part = core(_part(spot, values[name].type))
        yield Call(part, (Value(name), values[name], *more))
        yield text


def _part(spot: Spot | None, kind: TypeExpression | None) -> str:
    """The function of core for a place; a class may say its own markup."""
    if spot is None:
        return "text_part"
    if spot.guard is Guard.URL:
        return "html_url"
    if spot.guard is Guard.BASE:
        return "html_base"
    if spot.guard is Guard.SEGMENT:
        return "html_segment"
    if not has_own(kind):
        return "html_part"
    return "html_markup" if spot.guard is Guard.TEXT else "html_quoted"


_PART = core("json_part")


@dataclass(frozen=True, slots=True)
class _Json(Generic[Options]):
    """The expression of one JSON body."""

    filling: JsonFilling[Options]
    options: Options
    style: JsonStyle
    body: BodySpec
    values: Values

    def whole(self) -> ValueExpression:
        return joined(self._pieces(self.body.template, 0))

    def _pieces(self, template: JsonTemplate, level: int) -> Iterator[Piece]:
        """A value that begins at that level of indentation."""
        match template:
            case Whole(name):
                yield self._value(name, level)
            case Pattern():
                yield from self._string(template)
            case Mapping() if template:
                yield from self._object(template, level)
            case tuple() if template:
                items = [[*self._pieces(each, level + 1)] for each in template]
                yield from self._around(b"[", items, b"]", level)
            case Mapping():
                yield b"{}"
            case tuple():
                yield b"[]"
            case _ if self.filling.is_constant(template):
                yield self.style.text(template)
            case _:
                yield self.filling.body(self.options, Value(template))

    def _value(self, name: str, level: int) -> ValueExpression:
        given = self.values[name]
        # messages say the name of a param; of the content there is only one
        plain = name != "content" and self.filling.plain(self.options)
        scalar = is_scalar(given.type) and not self.style.ensure_ascii
        if plain or scalar:
            return Call(_PART, (Value(name), given))
        made = self.filling.body(self.options, given)
        if self.style.indent is None:
            return made
        return Call(core("indented"), (made, Value(self.style.line(level))))

    def _string(self, pattern: Pattern) -> Iterator[Piece]:
        """A longer text with places in it."""
        ascii_only = self.style.ensure_ascii
        part = core("json_ascii_inside" if ascii_only else "json_inside")
        first, *others = (self.style.text(each)[1:-1] for each in pattern.texts)
        yield b'"' + first
        for name, text in zip(pattern.parameters, others, strict=True):
            yield Call(part, (Value(name), self.values[name]))
            yield text
        yield b'"'

    def _object(
        self, template: Mapping[str, JsonTemplate], level: int
    ) -> Iterator[Piece]:
        members = [
            [*self._member(name, value, level + 1)] for name, value in template.items()
        ]
        if not any(map(self._is_optional, template.values())):
            yield from self._around(b"{", members, b"}", level)
            return
        yield self._with_optional([*template.values()], members, level)

    def _member(self, name: str, value: JsonTemplate, level: int) -> Iterator[Piece]:
        yield self.style.text(name) + self.style.colon
        yield from self._pieces(value, level)

    def _is_optional(self, value: JsonTemplate) -> bool:
        if not self.body.omit_none or not isinstance(value, Whole):
            return False
        return value.parameter in self.body.nullable

    def _around(
        self, opening: bytes, items: list[list[Piece]], closing: bytes, level: int
    ) -> Iterator[Piece]:
        """Items between brackets, a comma between two of them."""
        yield opening
        yield from self._listed(items, level + 1, self.style.line(level + 1))
        yield self.style.line(level) + closing

    def _listed(
        self, items: list[list[Piece]], level: int, before: bytes
    ) -> Iterator[Piece]:
        for item in items:
            yield before
            yield from item
            before = b"," + self.style.line(level)

    def _with_optional(
        self, values: list[JsonTemplate], members: list[list[Piece]], level: int
    ) -> ValueExpression:
        """An object, of which some members may be left out; neighbours that stay are one piece."""
        found: list[ValueExpression] = []
        pairs = zip(values, members, strict=True)
        for optional, run in groupby(pairs, lambda pair: self._is_optional(pair[0])):
            if optional:
                found += [self._unless_none(value, member) for value, member in run]
            else:
                kept = [member for _, member in run]
                found.append(joined(self._listed(kept, level + 1, b"")))
        if self.style.indent is None:
            return Call(core("json_object"), tuple(found))
        margins = Value(self.style.line(level + 1)), Value(self.style.line(level))
        return Call(core("json_block"), (*margins, *found))

    def _unless_none(self, value: JsonTemplate, member: list[Piece]) -> ValueExpression:
        name = value.parameter if isinstance(value, Whole) else ""
        match member:
            case [bytes(start), Call(function, arguments)] if function == _PART:
                return Call(core("json_member"), (Value(start), *arguments))
        return Call(core("unless_none"), (self.values[name], joined(member)))


def joined(pieces: Iterable[Piece]) -> ValueExpression:
    """Neighbouring bytes become one, and values stand between them."""
    texts, values = [b""], list[ValueExpression]()
    for piece in pieces:
        if isinstance(piece, bytes):
            texts[-1] += piece
        else:
            values.append(piece)
            texts.append(b"")
    if not values:
        return Value(texts[0])
    return values[0] if texts == [b"", b""] else Formatted(tuple(texts), tuple(values))
