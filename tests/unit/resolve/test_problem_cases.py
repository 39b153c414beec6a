"""Golden mistakes: folders of tests/cases/problems with schema files and `expected.txt`.

All mistakes of all files are found in one run, each once, each at its place, and no mistake makes
another one up. `pytest --update-cases` writes `expected.txt`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.cli.reporters import report
from respgen.pipeline import build
from respgen.project import SUFFIXES, Project

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "problems"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mistakes(case: Path, request: pytest.FixtureRequest) -> None:
    """What people see is what `expected.txt` holds."""
    schemas = tuple(sorted(path for path in case.iterdir() if path.suffix in SUFFIXES))
    found = build(Project(root=case, schemas=schemas, output=case / "generated"))
    shown = report(found.problems, found.lines, "text", colour=False) + "\n"
    expected = case / "expected.txt"
    if request.config.getoption("--update-cases"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")
