"""Attributes that run time decides -> where each comes from, and what stands in its place until then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar, cast, get_args

from respgen.core.values import parse_duration
from respgen.diagnostics import Problems, Span
from respgen.fields.reading import reason
from respgen.located import Located
from respgen.resolve.expressions import Refused, import_path
from respgen.rules import r1, r3
from respgen.schema.cookie_keys import Preset
from respgen.schema.late_keys import Late
from respgen.specs import (
    CookieArgument,
    CookieSource,
    ImportPath,
    LateAttribute,
    LateName,
)

Value = TypeVar("Value")


def settled(written: Located[Value | Late], harmless: Value) -> Value:
    """The value written, the default of an argument, or else what breaks no rule."""
    value = written.value
    if not isinstance(value, Late):
        return value
    return cast(Value, value.default.value) if value.default else harmless


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what one preset says, and notes what is malformed."""

    keys: Preset
    problems: Problems

    def late(self) -> tuple[LateAttribute, ...]:
        """The attributes that run time decides, in the order of the reference's parameters."""
        return tuple(self._late())

    def _late(self) -> Iterator[LateAttribute]:
        for name, written in self._written():
            if written.argument:
                yield CookieArgument(name, required=not written.default)
            elif written.from_ and (path := self.path(written.from_)):
                yield CookieSource(name, path)

    def _written(self) -> Iterator[tuple[LateName, Late]]:
        for name in get_args(LateName):
            attribute = getattr(self.keys, name)
            if attribute and isinstance(attribute.value, Late):
                yield name, attribute.value

    def defaults(self) -> dict[str, Span]:
        """Where the defaults of arguments stand: what is wrong with an attribute is wrong there."""
        return {
            name: late.default.span for name, late in self._written() if late.default
        }

    def path(self, written: Located[str]) -> ImportPath | None:
        """An import path; None, reported, where the text is none."""
        try:
            return import_path(written.value)
        except Refused as refused:
            message, advice = refused.message, refused.advice
            self.problems.add(r1.IMPORT_PATH, written.span, message, advice)
            return None

    def age(self, written: str | int | None, span: Span) -> int | None:
        """The seconds of a max_age; None, reported, where it is no duration."""
        if written is None:
            return None
        try:
            return parse_duration(written)
        except ValueError as error:
            message = f"max_age: {reason(error)}"
            self.problems.add(r3.MAX_AGE, span, message, "max_age: 14d")
            return None
