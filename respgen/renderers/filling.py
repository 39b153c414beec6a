"""How a renderer fills the template of a body: its constant parts are bytes at build time.

Goes in: a template, and where the values of its places are. Comes out: the expression of the body.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeAlias, TypeVar

from respgen.specs import BodySpec, JsonTemplate, Pattern, Whole
from respgen.specs.expressions import (
    Attribute,
    Call,
    Chained,
    Formatted,
    MethodCall,
    Value,
    ValueExpression,
    core,
)

Options = TypeVar("Options")
Piece: TypeAlias = bytes | ValueExpression


@dataclass(frozen=True, slots=True)
class JsonStyle:
    """How a renderer writes the constant parts of JSON."""

    indent: int | None = None
    ensure_ascii: bool = False

    def text(self, value: str | float | bool | None) -> bytes:
        """A scalar, or the name of a member."""
        return json.dumps(value, ensure_ascii=self.ensure_ascii).encode()

    @property
    def colon(self) -> bytes:
        return b":" if self.indent is None else b": "

    def line(self, level: int) -> bytes:
        """The break before what stands at that level."""
        return b"" if self.indent is None else b"\n" + b" " * (self.indent * level)


@dataclass(frozen=True, slots=True)
class JsonFilling(Generic[Options]):
    """Of a renderer of JSON: how it writes constants, a param by its name, and the content."""

    style: Callable[[Options], JsonStyle]
    param: Callable[[Options, str, ValueExpression], ValueExpression]
    body: Callable[[Options, ValueExpression], ValueExpression]


@dataclass(frozen=True, slots=True)
class TextFilling:
    """Of text: the function of core that makes what stands at a place."""

    part: str


def filled(
    filling: JsonFilling[Options] | TextFilling,
    options: Options,
    body: BodySpec,
    content: ValueExpression,
    charset: str,
) -> ValueExpression:
    """The expression of a body; `content` is what stands at the places of `{content}`."""
    if isinstance(filling, JsonFilling):
        return _Json(filling, options, body, content).whole()
    return joined(_text(filling, body.text, content, charset))


def _text(
    filling: TextFilling, pattern: Pattern, content: ValueExpression, charset: str
) -> Iterator[Piece]:
    first, *others = (text.encode(charset) for text in pattern.texts)
    yield first
    more = () if charset == "utf-8" else (Value(charset),)
    for name, text in zip(pattern.parameters, others, strict=True):
        given = content if name == "content" else Attribute(name)
        yield Call(core(filling.part), (Value(name), given, *more))
        yield text


@dataclass(frozen=True, slots=True)
class _Json(Generic[Options]):
    """The expression of one JSON body."""

    filling: JsonFilling[Options]
    options: Options
    body: BodySpec
    content: ValueExpression

    def whole(self) -> ValueExpression:
        return joined(self._pieces(self.body.template, 0))

    @property
    def _style(self) -> JsonStyle:
        return self.filling.style(self.options)

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
            case _:
                yield self._style.text(template)

    def _value(self, name: str, level: int) -> ValueExpression:
        given = self._given(name)
        if name == "content":
            made = self.filling.body(self.options, given)
        else:
            made = self.filling.param(self.options, name, given)
        if self._style.indent is None:
            return made
        # a line break of JSON is never inside of a string
        margin = Value(b"\n"), Value(self._style.line(level))
        return Chained(made, MethodCall("replace", margin))

    def _given(self, name: str) -> ValueExpression:
        return self.content if name == "content" else Attribute(name)

    def _string(self, pattern: Pattern) -> Iterator[Piece]:
        """A longer text with places in it."""
        ascii_only = self._style.ensure_ascii
        part = core("json_ascii_inside" if ascii_only else "json_inside")
        first, *others = (self._style.text(each)[1:-1] for each in pattern.texts)
        yield b'"' + first
        for name, text in zip(pattern.parameters, others, strict=True):
            yield Call(part, (Value(name), self._given(name)))
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
        yield self._style.text(name) + self._style.colon
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
        yield from self._listed(items, level + 1, self._style.line(level + 1))
        yield self._style.line(level) + closing

    def _listed(
        self, items: list[list[Piece]], level: int, before: bytes
    ) -> Iterator[Piece]:
        for item in items:
            yield before
            yield from item
            before = b"," + self._style.line(level)

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
        inner, outer = self._style.line(level + 1), self._style.line(level)
        lines = [("inner", Value(inner)), ("outer", Value(outer))] if inner else []
        return Call(core("json_object"), tuple(found), tuple(lines))

    def _unless_none(self, value: JsonTemplate, member: list[Piece]) -> ValueExpression:
        name = value.parameter if isinstance(value, Whole) else ""
        return Call(core("unless_none"), (self._given(name), joined(member)))


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
