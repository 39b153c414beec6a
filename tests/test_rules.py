"""Every rule's page: the wrong schema breaks that rule and no other, the right one breaks none."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.cli.reporters import report
from respgen.diagnostics import Problems, Rule, Severity
from respgen.pipeline import Build, build
from respgen.project import Project, find
from respgen.rules import RULES

CASES = Path(__file__).parent / "cases" / "rules"

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


Compiled = tuple[Problems, Build | None]


def compiled(folder: Path, name: str, text: str, rule: Rule) -> Compiled:
    """What is found in a project whose one schema, or whose settings, are `text`."""
    files = {name: text, **dict(rule.also)}
    for path, content in files.items():
        (folder / path).write_text(content, encoding="utf-8")
    problems = Problems()
    if name == "pyproject.toml":
        (folder / "schemas").mkdir()
        project = find(folder, problems)
    else:
        schemas = tuple(folder / path for path in sorted(files))
        project = Project(folder, schemas, folder / "generated")
    made = build(project) if project else None
    problems.extend(made.problems if made else ())
    return problems, made


@every_rule
def test_the_wrong_schema_breaks_that_rule_alone(rule: Rule, tmp_path: Path) -> None:
    """It raises exactly this code, once or more, at the severity of the rule."""
    problems, _ = compiled(tmp_path, rule.file, rule.wrong, rule)
    assert {problem.code for problem in problems} == {rule.code}
    assert {problem.severity for problem in problems} == {rule.severity}


@every_rule
def test_the_findings_read_as_expected(
    rule: Rule, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """What people see of the wrong schema is what tests/cases/rules/CODE/expected.txt holds."""
    problems, _ = compiled(tmp_path, rule.file, rule.wrong, rule)
    lines = {rule.file: tuple(rule.wrong.split("\n"))}
    shown = report(problems, lines, "text", colour=False) + "\n"
    expected = CASES / rule.code / "expected.txt"
    if request.config.getoption("--update-cases"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")


@every_rule
def test_the_right_schema_breaks_none(rule: Rule, tmp_path: Path) -> None:
    """Mended, nothing is left to be said, and the schema becomes files."""
    problems, made = compiled(tmp_path, rule.right_file, rule.right, rule)
    assert list(problems) == []
    assert made is not None
    assert made.files


@every_rule
def test_the_place_is_in_the_file(rule: Rule, tmp_path: Path) -> None:
    """What is marked lies inside the text of the file that is wrong."""
    problems, _ = compiled(tmp_path, rule.file, rule.wrong, rule)
    lines = rule.wrong.split("\n")
    for problem in problems:
        assert problem.span.file == rule.file
        assert 1 <= problem.span.line <= problem.span.end_line <= len(lines)
        assert problem.span.column <= len(lines[problem.span.line - 1]) + 1


@every_rule
def test_the_page_says_why(rule: Rule) -> None:
    """A page has a title without a full stop, two to five sentences and a source."""
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.source
    assert 2 <= rule.why.count(". ") + 1 <= 5
    assert rule.why.endswith(".")


@every_rule
def test_what_run_time_refuses_cannot_be_ignored(rule: Rule) -> None:
    """Warnings can be ignored; of errors never those of language and Python."""
    if rule.severity is Severity.WARNING:
        assert rule.ignorable
    elif rule.code < "R2":
        assert not rule.ignorable


def test_codes_are_unique_and_sorted() -> None:
    """`respgen rule` lists them as they stand."""
    assert list(RULES) == sorted(RULES)
