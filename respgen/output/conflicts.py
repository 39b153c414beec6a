"""Where git left a conflict in a generated module, and which parts of it are git's doing.

Goes in: the lines below the stamp, and the parts that they are of. Comes out: the conflicts.

A conflict may cut a definition in two, and git may join halves of two beside one, with no marker
in it: no seal of these holds. Nothing is lost when they are written again: both sides are commits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from respgen.output.sections import Section

_MARKER = re.compile(r"(?:<{7,}|>{7,}|\|{7,})(?: .*)?|={7,}")
_SET = "<=>"


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The line of the first, from 0, or -1; and the numbers of the parts that are git's doing."""

    line: int
    parts: frozenset[int]


def conflicts(lines: Sequence[str], parts: Sequence[Section]) -> Conflicts:
    """Conflicts in `lines`, which `parts` are of.

    Markers count in whole sets. One alone, as somebody leaves it who resolves a conflict by hand,
    counts where it is not Python: a text may have such a line.
    """
    markers = [n for n, line in enumerate(lines) if _MARKER.fullmatch(line)]
    sets = [*_sets(lines, markers)]
    whole = [n for first, last in sets for n in markers if first <= n <= last]
    alone = [*_alone(lines, markers, parts)]
    found = {*_cut([*whole, *alone], parts), *_beside(sets, whole, parts)}
    return Conflicts(min([*whole, *alone], default=-1), frozenset(found))


def _sets(lines: Sequence[str], markers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each whole set."""
    first, seen = 0, ""
    for number in markers:
        kind = lines[number][0]
        if kind == "<":
            first, seen = number, kind
        elif kind != "|" and _SET.startswith(seen + kind):
            seen += kind
        if seen == _SET:
            yield first, number
            seen = ""


def _alone(
    lines: Sequence[str], markers: Sequence[int], parts: Sequence[Section]
) -> Iterator[int]:
    """Markers in what is not Python. The head may have a title with a line under it."""
    for part in parts:
        for number in markers:
            is_title = part is parts[0] and lines[number][0] == "="
            if part.is_torn and number in _lines(part) and not is_title:
                yield number


def _cut(markers: Sequence[int], parts: Sequence[Section]) -> Iterator[int]:
    """Parts with a marker in them or below them."""
    starts = [part.first for part in parts]
    return (bisect_right(starts, number) - 1 for number in markers)


def _beside(
    sets: Sequence[tuple[int, int]], markers: Sequence[int], parts: Sequence[Section]
) -> Iterator[int]:
    """Parts next to one with a marker in it; what one side of a conflict has is whole."""
    held = [any(number in _lines(part) for number in markers) for part in parts]
    for place, part in enumerate(parts):
        inside = any(first < part.first < last for first, last in sets)
        if not inside and any(held[max(place - 1, 0) : place + 2]):
            yield place


def _lines(part: Section) -> range:
    """The lines of a part, without a marker below it."""
    more = part.text.rstrip().count("\n") + bool(part.seal)
    return range(part.first, part.first + more + 1)
