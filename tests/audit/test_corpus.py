"""`respgen audit` finds what the corpus labels, and hardly anything else.

`python -m tests.audit.score` prints each difference.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from tests.audit.labels import SITES, read
from tests.audit.score import CORPUS, Result, group, render, run


@cache
def scored() -> Result:
    return run()


@pytest.mark.slow  # audits each application in a process of its own
@pytest.mark.parametrize(
    ("part", "precision", "recall"),
    [
        pytest.param("defects", 0.95, 0.80, id="defects"),
        pytest.param("errors", 0.98, 0.0, id="errors"),
        pytest.param("sites", 0.98, 0.95, id="sites"),
        pytest.param("R900", 1.0, 1.0, id="unreadable-files"),
    ],
)
def test_audit_reaches(part: str, precision: float, recall: float) -> None:
    """Findings of each kind are right, and most are found."""
    score = group(scored().total, part)
    reached = score.precision >= precision and score.recall >= recall
    assert reached, render(scored())


def test_corpus_is_as_wide_as_promised() -> None:
    """Each code that only Python can break has three labels, those that are hard to tell six."""
    labels = [
        label
        for folder in CORPUS.iterdir()
        if folder.is_dir()
        for label in read(folder).expectations
    ]
    count = Counter(label.code for label in labels if label.wanted)
    table = {
        *SITES,
        *("R900", "R901", "R902", "R920", "R921", "R922", "R923", "R924"),
        *(f"R93{digit}" for digit in range(7)),
        *(f"R94{digit}" for digit in range(7)),
        *(f"R95{digit}" for digit in range(5)),
    }
    few = {
        code: count[code] for code in table if count[code] < (6 if code > "R93" else 3)
    }
    assert few == {}
    assert len(list(CORPUS.rglob("*.py"))) >= 70
