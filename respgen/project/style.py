"""How a project's formatter lays code out: what the emitter has to know of its settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Quotes: TypeAlias = Literal["double", "single"]


@dataclass(frozen=True, slots=True)
class Style:
    """Layout in black's own words but for `width`, which is line-length, and `quotes`.

    Black writes double quotes; `quotes` are those that ruff prefers.
    """

    width: int = 88
    string_normalization: bool = True
    magic_trailing_comma: bool = True
    pyi: bool = False
    preview: bool = False
    unstable: bool = False
    features: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    quotes: Quotes = "double"

    @property
    def is_plain(self) -> bool:
        """Whether the emitter's own layout is the formatter's."""
        return self.magic_trailing_comma and not (
            self.pyi or self.preview or self.unstable or self.features
        )
