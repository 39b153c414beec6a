"""Which of the catalogue takes the place of a site, where one does or several could.

Goes in: what might. Comes out: the one that does; raises Refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from respgen.migrate.ground import Ground, Refused
from respgen.sending.catalogue import Entry, Preset
from respgen.sending.matching import Differs

Matched = TypeVar("Matched")
Option = TypeVar("Option", Entry, Preset)


def chosen(
    ground: Ground,
    matched: Callable[[Entry], tuple[Matched, int]],
    name: str = "",
) -> tuple[Entry, Matched]:
    """The class that needs the fewest further words; of several the one of this name.

    `matched` says how a class is called, and with how many words more, or raises Differs.
    """
    found: list[tuple[int, Entry, Matched]] = []
    nearest = Differs("no class of the catalogue sends this")
    for entry in ground.catalogue.entries:
        try:
            made, words = matched(entry)
            found.append((words, entry, made))
        except Differs as differs:
            if (differs.far, entry.spec.name == name) > (nearest.far, False):
                nearest = Differs(f"{entry.spec.name}: {differs}", differs.far)
    if not found:
        raise Refused(str(nearest))
    least = min(words for words, _, _ in found)
    best = [(entry, made) for words, entry, made in found if words == least]
    best = [each for each in best if each[0].spec.name == name] or best
    entry = only(ground, [entry for entry, _ in best])
    return next(each for each in best if each[0] is entry)


def only(ground: Ground, options: Sequence[Option]) -> Option:
    """The one that there is; of several that of the preferred module."""
    if len(options) > 1:
        options = [e for e in options if ground.is_preferred(e.module)] or options
    if len(options) > 1:
        names = " and ".join(f"{e.module}:{e.spec.name}" for e in options)
        raise Refused(f"{names} would both do: choose with --prefer MODULE")
    return options[0]
