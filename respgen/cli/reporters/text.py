"""Diagnostics for people: the place, the line with a mark, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from respgen.cli.reporters.excerpt import excerpt
from respgen.cli.reporters.listing import Listing
from respgen.cli.reporters.visible import visible
from respgen.diagnostics import Diagnostic, Severity

_BOLD, _BLUE, _RESET = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.NOTE: "\x1b[1;36m",
}


def text(found: Listing, lines: Mapping[str, Sequence[str]], colour: bool) -> str:
    """A paragraph for each diagnostic and the numbers of them; nothing where there is none."""
    if not found.shown:
        return ""
    paragraphs = [paragraph(one, lines, colour) for one in found.shown]
    rest = [f"... {found.rest}"] if found.rest else []
    return "\n\n".join((*paragraphs, *rest, summary(found)))


def summary(found: Listing) -> str:
    """`2 errors, 1 warning`."""
    return ", ".join(
        f"{number} {severity}{'s' * (number > 1)}"
        for severity, number in found.numbers.items()
        if number
    )


def paragraph(one: Diagnostic, lines: Mapping[str, Sequence[str]], colour: bool) -> str:
    """A diagnostic, with its line where that is known."""
    place = f"{visible(one.span.file)}:{one.span.line}:{one.span.column}:"
    kind = f"{one.severity}[{one.code}]"
    head = (
        _paint(place, _BOLD, colour),
        _paint(f"{kind}:", _COLOURS[one.severity], colour),
        visible(one.message),
    )
    return "\n".join(
        (" ".join(head), *_excerpt(one, lines, colour), *_help(one, colour))
    )


def _excerpt(
    one: Diagnostic, lines: Mapping[str, Sequence[str]], colour: bool
) -> Iterator[str]:
    number = one.span.line
    known = lines.get(one.span.file, ())
    if number > len(known):
        return
    shown = excerpt(known[number - 1], one.span)
    label = f"{number:>5}"
    gutter = _paint(f"{label} |", _BLUE, colour)
    yield f"{gutter} {shown.shown}".rstrip()
    gutter = _paint(f"{' ' * len(label)} |", _BLUE, colour)
    blank = len(shown.mark) - len(mark := shown.mark.lstrip())
    yield f"{gutter} {' ' * blank}{_paint(mark, _COLOURS[one.severity], colour)}"


def _help(one: Diagnostic, colour: bool) -> Iterator[str]:
    yield f"{_paint('help:', _BOLD, colour)} {visible(one.help)}"


def _paint(text: str, style: str, colour: bool) -> str:
    return f"{style}{text}{_RESET}" if colour else text
