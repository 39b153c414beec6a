"""Specs of what an author adds to a class by hand: classes before its base, a check, a warning."""

from __future__ import annotations

from dataclasses import dataclass, field

from respgen.diagnostics import Span
from respgen.specs.types import ImportPath


@dataclass(frozen=True, slots=True)
class MediaTypeChoice:
    """A media type that callers may choose."""

    text: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class ShapeSpec:
    """`mixins` stand before the base, `check` is called with the content before anything is made.

    `keeps_content`: it stays readable on the instance. `deprecated` is what callers are told to do
    instead, empty for nothing: of this class alone, and of none below it. `media_types` are those
    that callers choose from, the first unless they have to; empty where they may give any.
    """

    mixins: tuple[ImportPath, ...] = ()
    check: ImportPath | None = None
    keeps_content: bool = False
    deprecated: str = ""
    media_types: tuple[MediaTypeChoice, ...] = ()
    must_choose: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """The media types as texts."""
        return tuple(each.text for each in self.media_types)


UNSHAPED = ShapeSpec()
