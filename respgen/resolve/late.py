"""Attributes that run time decides -> where each comes from, and what stands in its place until then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar, cast, get_args

from respgen.core.values import parse_duration
from respgen.diagnostics import Problems, Span
from respgen.fields.reading import reason
from respgen.load.tree import Node
from respgen.resolve.expressions import Refused, import_path
from respgen.resolve.header_values import inside
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


def settled(written: Value | Late, harmless: Value) -> Value:
    """The value written, the default of an argument, or else what breaks no rule."""
    if not isinstance(written, Late):
        return written
    return cast(Value, written.default) if written.says("default") else harmless


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what one preset says, and notes what is malformed."""

    keys: Preset
    node: Node
    problems: Problems

    def late(self) -> tuple[LateAttribute, ...]:
        """The attributes that run time decides, in the order of the reference's parameters."""
        return tuple(self._late())

    def _late(self) -> Iterator[LateAttribute]:
        for name in get_args(LateName):
            written = getattr(self.keys, name)
            if isinstance(written, Late) and written.argument:
                yield CookieArgument(name, required=not written.says("default"))
            elif isinstance(written, Late):
                path = self.path(inside(self.node, name), written.from_)
                if path is not None:
                    yield CookieSource(name, path)

    def defaults(self) -> dict[str, Span]:
        """Where the defaults of arguments stand: what is wrong with an attribute is wrong there."""
        nodes = {name: inside(self.node, name) for name in get_args(LateName)}
        return {
            name: inside(node, "default").span
            for name, node in nodes.items()
            if inside(node, "default") is not node
        }

    def path(self, node: Node, text: str) -> ImportPath | None:
        """The import path below `from`; None, reported, where the text is none."""
        try:
            return import_path(text)
        except Refused as refused:
            place = inside(node, "from").span
            self.problems.add(r1.IMPORT_PATH, place, refused.message, refused.advice)
            return None

    def age(self, node: Node, written: str | int | None) -> int | None:
        """The seconds of a max_age; None, reported, where it is no duration."""
        if written is None:
            return None
        try:
            return parse_duration(written)
        except ValueError as error:
            message = f"max_age: {reason(error)}"
            self.problems.add(r3.MAX_AGE, node.span, message, "max_age: 14d")
            return None
