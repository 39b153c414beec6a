"""Modifiers become a score, and a score a grade, as in the observatory's table."""

from __future__ import annotations

import pytest

from respgen.grade.scores import GRADES, below, grade, score


@pytest.mark.parametrize(
    ("modifiers", "points"),
    [
        pytest.param([], 100, id="nothing"),
        pytest.param([10, 5, 5], 120, id="bonuses"),
        pytest.param([-10, 5, 10], 105, id="bonuses from 90 on"),
        pytest.param([-10, -5, 10, 10, 10], 85, id="no bonuses below"),
        pytest.param([-50, -40, -20], 0, id="no less than nothing"),
    ],
)
def test_score(modifiers: list[int], points: int) -> None:
    """100, less the losses; bonuses count where the losses leave 90."""
    assert score(modifiers) == points


@pytest.mark.parametrize(
    ("points", "letter"),
    [
        (165, "A+"), (100, "A+"), (99, "A"), (95, "A"), (90, "A"), (85, "A-"), (80, "B+"),
        (75, "B"), (70, "B"), (65, "B-"), (60, "C+"), (55, "C"), (50, "C"), (45, "C-"),
        (40, "D+"), (35, "D"), (30, "D"), (25, "D-"), (24, "F"), (20, "F"), (0, "F"),
    ],
)  # fmt: skip # a table to read across
def test_grade(points: int, letter: str) -> None:
    """Steps of five points."""
    assert grade(points) == letter


def test_order() -> None:
    """Grades are told apart best first."""
    assert [letter for letter in GRADES if below(letter, "B")] == [*GRADES[5:]]
    assert not below("A+", "A+")
