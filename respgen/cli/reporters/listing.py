"""Which diagnostics a report lists: of very many the first ones, and how many are left out.

Goes in: diagnostics. Comes out: those to show, in the order of places, and counts of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from respgen.diagnostics import Diagnostic, Severity

LIMIT = 1_000
"""Diagnostics of a report: nobody mends more in one go."""


@dataclass(frozen=True, slots=True)
class Listing:
    """`numbers` are those of all that was found, shown or not."""

    shown: tuple[Diagnostic, ...]
    numbers: dict[Severity, int]

    @property
    def omitted(self) -> int:
        return sum(self.numbers.values()) - len(self.shown)

    @property
    def rest(self) -> str:
        """What is left out, in words; nothing where all is shown."""
        return f"and {self.omitted:,} more" if self.omitted else ""


def listing(found: Iterable[Diagnostic]) -> Listing:
    """The first in the order of places; no warning takes the place of an error."""
    every = sorted(found)
    numbers = {each: sum(one.severity is each for one in every) for each in Severity}
    if len(every) <= LIMIT:
        return Listing(tuple(every), numbers)
    first = sorted(every, key=lambda one: one.severity is not Severity.ERROR)[:LIMIT]
    return Listing(tuple(sorted(first)), numbers)
