"""Specs of what an author adds to a class by hand: classes before its base, a check, a warning."""

from __future__ import annotations

from dataclasses import dataclass

from respgen.specs.types import ImportPath


@dataclass(frozen=True, slots=True)
class ShapeSpec:
    """`mixins` stand before the base, `check` is called with the content before anything is made.

    `keeps_content`: it stays readable on the instance. `deprecated` is what callers are told to do
    instead, empty for nothing: of this class alone, and of none below it.
    """

    mixins: tuple[ImportPath, ...] = ()
    check: ImportPath | None = None
    keeps_content: bool = False
    deprecated: str = ""


UNSHAPED = ShapeSpec()
