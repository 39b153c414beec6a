"""How a renderer writes the parts of a body that a schema writes.

Goes in: its options. Comes out: how it writes values and constants, or what guards the places of a text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from respgen.renderers.attributes import Spot
from respgen.renderers.markup import spots
from respgen.specs import Pattern
from respgen.specs.expressions import ValueExpression
from respgen.vocabulary.media_types import is_xml

Options = TypeVar("Options")


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


def _compact(options: object) -> JsonStyle | None:
    return JsonStyle()


def _never(options: object) -> bool:
    return False


def _writes(options: object, value: int) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class JsonFilling(Generic[Options]):
    """Of a renderer of JSON: how it writes a value, and how constants.

    `style` is None for options with which a body cannot be put together. `plain`: whether the
    options make of every value what `json_part` of core does. `exponents`: it writes them as
    `json.dumps` does, and not as the version does that is installed. `holds`: which whole numbers
    it writes at all.
    """

    body: Callable[[Options, ValueExpression], ValueExpression]
    style: Callable[[Options], JsonStyle | None] = _compact
    plain: Callable[[Options], bool] = _never
    exponents: bool = False
    holds: Callable[[Options, int], bool] = _writes

    def fits(self, options: Options) -> bool:
        """Whether bodies can be put together with these options."""
        return self.style(options) is not None

    def is_constant(self, value: str | float | None) -> bool:
        """Whether the bytes are known before the renderer writes them."""
        has_exponent = isinstance(value, float) and "e" in repr(value)
        return self.exponents or not has_exponent


@dataclass(frozen=True, slots=True)
class TextFilling:
    """Of text. `html`: it is markup, whatever the media type."""

    html: bool = False

    def fits(self, options: object) -> bool:
        """Whether bodies can be put together with these options."""
        return True

    def spots(self, pattern: Pattern, media_type: str | None) -> tuple[Spot, ...]:
        """What guards the places of a pattern; none of a plain text, which needs no guard."""
        xml = is_xml(media_type)
        return spots(pattern, xml=not self.html) if self.html or xml else ()
