"""Times two ways of one work in turns and gives their ratio: machine noise hits both alike."""

from __future__ import annotations

import statistics
import timeit
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times faster ours is than the peer; `least` is what the contract asks for."""

    work: str
    peer: float
    ours: float
    least: float

    @property
    def factor(self) -> float:
        return self.peer / self.ours

    def row(self) -> str:
        verdict = "ok" if self.factor >= self.least else "TOO SLOW"
        return (
            f"{self.work:<58} {_unit(self.peer):>10} {_unit(self.ours):>10}"
            f" {self.factor:>7.2f}x {self.least:>6.2f}x  {verdict}"
        )


def _unit(seconds: float) -> str:
    if seconds < 0.001:
        return f"{seconds * 1e6:.2f} us"
    return f"{seconds * 1e3:.1f} ms"


HEADING = f"{'work':<58} {'peer':>10} {'ours':>10} {'ratio':>8} {'wanted':>7}"


def ratio(
    work: str, peer: Work, ours: Work, least: float, number: int = 20_000
) -> Ratio:
    """The best of several rounds for each, the two taking turns."""
    rounds = [
        (timeit.timeit(peer, number=number), timeit.timeit(ours, number=number))
        for _ in range(7)
    ]
    theirs, own = (min(times) / number for times in zip(*rounds, strict=True))
    return Ratio(work, theirs, own, least)


def wall_ratio(
    work: str, peer: Work, ours: Work, least: float, rounds: int = 5
) -> Ratio:
    """For works of whole processes: the median of a few rounds, the two taking turns."""
    times = [
        (timeit.timeit(peer, number=1), timeit.timeit(ours, number=1))
        for _ in range(rounds)
    ]
    theirs, own = (statistics.median(column) for column in zip(*times, strict=True))
    return Ratio(work, theirs, own, least)
