"""A schema of any content is judged in time that a good one of its size takes, within a factor."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from respgen.cli.reporters import FORMATS, report
from respgen.pipeline import judge
from respgen.project import Project
from tests.support.floods import FLOODS, flood, good

_TIMES = 20
"""Five seconds where a good schema takes a quarter: it has no findings to explain, and no class
that inherits a hundred headers."""


def _seconds(name: str, text: str) -> float:
    """The time of this process alone, so that what else runs does not count."""
    root = Path("/nowhere")
    project = Project(root, (root / name,), root / "generated")
    begun = process_time()
    seen = judge(project, {name: text.encode()})
    shown = [report(seen.problems, seen.lines, form, False) for form in FORMATS]
    assert len("".join(shown)) < 8_000_000
    return process_time() - begun


@pytest.fixture(scope="module")
def usual() -> float:
    return min(_seconds("api.yaml", good()) for _ in range(2))


@pytest.mark.slow
@pytest.mark.parametrize("kind", FLOODS)
def test_floods_end_soon(kind: str, usual: float) -> None:
    """Whatever a schema is full of: judged and reported."""
    ending, text = FLOODS[kind][0], flood(FLOODS[kind][1])
    assert _seconds(f"api.{ending}", text) < _TIMES * usual
