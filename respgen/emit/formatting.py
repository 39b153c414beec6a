"""Black's settings, and black itself for the few pieces that the emitter cannot lay out alone.

The emitter writes what black would write (see `layout`), so black runs only where a project's
settings ask for more than a line length, or where a line is still too long: a fragment at a time,
each distinct one once. The tests hold the whole output to black.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from respgen.diagnostics import Finding, nearest
from respgen.emit.source import Source, preformatted
from respgen.project.black import BlackSettings, place_of, style_of
from respgen.project.mistakes import mistake
from respgen.project.style import Style

# a string alone on its line, or with its key or parameter, cannot be made shorter
_STRING = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_LONE_STRING = re.compile(
    rf"""\s*(?:\+ |(?:\d+|{_STRING}): |\w+=)?b?{_STRING},?""",
)


# columns of the longest line that every module has: its import from __future__
_NARROW = 34
# what black 25.1 knows, the oldest that we run with
_TARGETS = frozenset(f"py3{minor}" for minor in range(3, 14))


def unknown_words(settings: BlackSettings) -> Iterator[Finding]:
    """The targets and features of [tool.black] that the installed black does not know.

    Loads black only where a word may be unknown.
    """
    style = style_of(settings)
    if style.features or not _TARGETS.issuperset(style.targets):
        from black.mode import Preview, TargetVersion

        targets = [version.name.lower() for version in TargetVersion]
        features = [feature.name for feature in Preview]
        yield from _unknown(settings, "target-version", style.targets, targets)
        yield from _unknown(
            settings, "enable-unstable-feature", style.features, features
        )


def _unknown(
    settings: BlackSettings, name: str, words: Sequence[str], known: Sequence[str]
) -> Iterator[Finding]:
    for index, word in enumerate(words):
        if word not in known:
            place = (*place_of(settings, name), index)
            message = f"the installed black knows no {word!r}"
            advice = nearest(word, known) or "remove it, or install a newer black"
            yield mistake(message, advice, place)


def formatted(fragment: Source, style: Style) -> Source:
    """A top-level statement as black has it."""
    if style.is_plain and not any(
        _too_long(line, style) for line in fragment.text.split("\n")
    ):
        return fragment
    return preformatted(_black(fragment.text, style).rstrip("\n"))


def _too_long(line: str, style: Style) -> bool:
    # wide characters count twice for black; all beyond ASCII are taken for wide here
    width = 2 * len(line) - len(line.encode("ascii", "ignore"))
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
        is_pyi=style.pyi,
        magic_trailing_comma=style.magic_trailing_comma,
        preview=style.preview,
        unstable=style.unstable,
        enabled_features={Preview[name] for name in style.features},
    )
    return black.format_str(text, mode=mode)


def settled(text: str, style: Style) -> str:
    """A module of formatted statements, in a style that also changes what stands between them."""
    return _black(text, style) if style.pyi or style.width < _NARROW else text


def whole(text: str, style: Style) -> str:
    """A text that is black-formatted at the default width, in another style."""
    return (
        text if style.is_plain and style.width == Style().width else _black(text, style)
    )
