"""Black's settings, and black itself for the few pieces that the emitter cannot lay out alone.

The emitter writes what black would write (see `layout`), so black runs only where a project's
settings ask for more than a line length, or where a line is still too long: a fragment at a time,
each distinct one once. The tests hold the whole output to black.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from respgen.emit.source import Source, preformatted

# a string alone on its line cannot be made shorter
_LONE_STRING = re.compile(r"""\s*(?:\+ )?b?"(?:[^"\\]|\\.)*",?""")


@dataclass(frozen=True, slots=True)
class Style:
    """The part of [tool.black] that decides what output looks like."""

    width: int = 88
    string_normalization: bool = True
    magic_trailing_comma: bool = True
    preview: bool = False
    unstable: bool = False
    features: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the emitter's own layout is black's."""
        return self.magic_trailing_comma and not (
            self.preview or self.unstable or self.features
        )


def style_of(settings: Mapping[str, object]) -> Style:
    """The style that a [tool.black] table asks for."""
    values = {key.replace("_", "-"): value for key, value in settings.items()}
    width = values.get("line-length", 88)
    return Style(
        width=width if isinstance(width, int) else 88,
        string_normalization=not values.get("skip-string-normalization", False),
        magic_trailing_comma=not values.get("skip-magic-trailing-comma", False),
        preview=bool(values.get("preview", False)),
        unstable=bool(values.get("unstable", False)),
        features=_names(values.get("enable-unstable-feature")),
        targets=_names(values.get("target-version")),
    )


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def formatted(fragment: Source, style: Style) -> Source:
    """A top-level statement as black has it."""
    if style.is_plain and not any(
        _too_long(line, style) for line in fragment.text.split("\n")
    ):
        return fragment
    return preformatted(_black(fragment.text, style).rstrip("\n"))


def _too_long(line: str, style: Style) -> bool:
    # wide characters count twice for black; all beyond ASCII are taken for wide here
    width = len(line) + sum(not character.isascii() for character in line)
    return width > style.width and not _LONE_STRING.fullmatch(line)


@cache
def _black(text: str, style: Style) -> str:
    # the one slow import, and rarely needed
    import black
    from black.mode import Preview, TargetVersion

    mode = black.Mode(
        target_versions={TargetVersion[name.upper()] for name in style.targets},
        line_length=style.width,
        string_normalization=style.string_normalization,
        magic_trailing_comma=style.magic_trailing_comma,
        preview=style.preview,
        unstable=style.unstable,
        enabled_features={Preview[name] for name in style.features},
    )
    return black.format_str(text, mode=mode)


def whole(text: str, style: Style) -> str:
    """A text that is black-formatted at the default width, in another style."""
    return (
        text if style.is_plain and style.width == Style().width else _black(text, style)
    )
