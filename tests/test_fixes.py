"""Schemas before and after `lint --fix`: pairs of files in tests/cases/fixes.

What is beside the fixes stays as it is, letter for letter. `pytest --update-cases` writes the
second of each pair.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from respgen.diagnostics import Severity
from respgen.fix.mend import Mended, mend
from respgen.pipeline import Judged
from respgen.project import SUFFIXES, Project

CASES = Path(__file__).parent / "cases" / "fixes"
BEFORE = sorted(CASES.glob("*/before.*"))

every_case = pytest.mark.parametrize(
    "before", BEFORE, ids=lambda path: f"{path.parent.name} in {path.suffix[1:]}"
)


def mended(path: Path) -> tuple[str, Mended]:
    """A schema's text after all fixes."""
    project = Project(path.parent, (path,), path.parent / "generated")
    found = mend(project, {path.name: path.read_bytes()})
    return found.data[path.name].decode(), found


@every_case
def test_fixed(before: Path, request: pytest.FixtureRequest) -> None:
    """The file becomes the one beside it."""
    text, _ = mended(before)
    after = before.with_stem("after")
    if request.config.getoption("--update-cases"):
        after.write_text(text, encoding="utf-8")
    assert text == after.read_text(encoding="utf-8")


@every_case
def test_once_is_enough(before: Path) -> None:
    """The second run finds nothing to do."""
    text, _ = mended(before)
    again, found = mended(before.with_stem("after"))
    assert again == text
    assert not found.fixed


@every_case
def test_comments_survive(before: Path) -> None:
    """Every comment is still there."""
    text, _ = mended(before)
    comments = re.findall(r"#[^\n]*", before.read_text(encoding="utf-8"))
    assert re.findall(r"#[^\n]*", text) == comments


@every_case
def test_what_is_left_is_said(before: Path) -> None:
    """A finding that has a fix and is left is among the refused ones."""
    _, found = mended(before)
    left = {each for each in found.after.problems if each.fix is not None}
    assert {outcome.found for outcome in found.refused} == left


@pytest.mark.parametrize(
    "case", sorted((CASES.parent / "problems").iterdir()), ids=lambda path: path.name
)
def test_other_mistakes(case: Path) -> None:
    """Whatever else is wrong in a schema, mending it brings no new error."""
    paths = tuple(sorted(path for path in case.iterdir() if path.suffix in SUFFIXES))
    project = Project(case, paths, case / "generated")
    found = mend(project, {path.name: path.read_bytes() for path in paths})
    assert not errors(found.after) - errors(found.before)


def errors(seen: Judged) -> Counter[tuple[str, str]]:
    return Counter(
        (each.span.file, each.code)
        for each in seen.problems
        if each.severity is Severity.ERROR
    )
