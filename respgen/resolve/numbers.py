"""Numbers that a schema writes with other digits than are sent: R255."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.diagnostics import Places, Problems
from respgen.fields.numbers import Sent, respelt
from respgen.located import LocatedPlain


def note_numbers(place: LocatedPlain, problems: Problems) -> None:
    """Note each such number, in whatever stands at that place."""
    for leaf in _leaves(place):
        if found := respelt(leaf.value):
            problems.note([found], Places(leaf.span))


def note_sent(
    place: LocatedPlain, text: str, problems: Problems, otherwise: str = ""
) -> None:
    """Note each number at that place that stands in another way in the text of the field.

    `otherwise`: what else to write, for help.
    """
    leaves = [leaf for leaf in _leaves(place) if not isinstance(leaf.value, str)]
    sent = Sent.of(text if leaves else "")
    for leaf in leaves:
        if found := sent.changed(leaf.value, otherwise):
            problems.note([found], Places(leaf.span))


def _leaves(place: LocatedPlain) -> Iterator[LocatedPlain]:
    value = place.value
    if isinstance(value, Mapping):
        for inside in value.values():
            yield from _leaves(inside)
    elif isinstance(value, tuple):
        for inside in value:
            yield from _leaves(inside)
    else:
        yield place
