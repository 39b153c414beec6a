"""Modifiers -> a score -> a grade, as the MDN HTTP Observatory counts.

Reference: see `respgen.grade.results` (src/scanner/index.js, src/grader/grader.js).
"""

from __future__ import annotations

from collections.abc import Iterable

_START = 100
# Bonuses count where losses alone leave this much
_BONUS_FROM = 90

# The lowest score of each grade, best first
_CHART = {
    "A+": 100,
    "A": 90,
    "A-": 85,
    "B+": 80,
    "B": 70,
    "B-": 65,
    "C+": 60,
    "C": 50,
    "C-": 45,
    "D+": 40,
    "D": 30,
    "D-": 25,
    "F": 0,
}
GRADES = tuple(_CHART)
"""Best first."""


def score(modifiers: Iterable[int]) -> int:
    """0 or more, and more than 100 with bonuses."""
    points = tuple(modifiers)
    losses = _START + sum(each for each in points if each < 0)
    return max(0, _START + sum(points) if losses >= _BONUS_FROM else losses)


def grade(points: int) -> str:
    """One of GRADES."""
    return next(letter for letter, lowest in _CHART.items() if points >= lowest)


def below(letter: str, least: str) -> bool:
    """Whether a grade is worse than another."""
    return GRADES.index(letter) > GRADES.index(least)
