"""Every rule's page: the wrong schema breaks that rule and no other, the right one breaks none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from respgen.cli.reporters import report
from respgen.diagnostics import Problems, Rule, Severity
from respgen.fix.mend import mend
from respgen.load import parse
from respgen.load.tree import Plain, plain
from respgen.pipeline import Build, build
from respgen.project import Project, find
from respgen.rules import RULES
from tests.support.writing import as_json, as_toml

CASES = Path(__file__).parent / "cases" / "rules"

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
every_fix = pytest.mark.parametrize(
    "rule", [pytest.param(r, id=r.code) for r in RULES.values() if r.fixable]
)

Writer = Callable[[Rule], tuple[str, str]]


def _as_json(rule: Rule) -> tuple[str, str]:
    return "shop.json", as_json(_plain(rule))


def _as_toml(rule: Rule) -> tuple[str, str]:
    return "shop.toml", as_toml(_plain(rule))


def _plain(rule: Rule) -> Plain:
    parsed = parse(rule.wrong.encode(), rule.file, Problems())
    assert parsed is not None
    return plain(parsed.root)


WRITERS: dict[str, Writer] = {
    "as written": lambda rule: (rule.file, rule.wrong),
    "json": _as_json,
    "toml": _as_toml,
}
"""A rule's wrong schema in each format: the name and the text of the file."""

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
def test_a_page_says_what_is_mended(rule: Rule, tmp_path: Path) -> None:
    """Findings of the wrong schema have a fix if, and only if, the rule is `fixable`."""
    problems, _ = compiled(tmp_path, rule.file, rule.wrong, rule)
    assert any(problem.fix for problem in problems) is rule.fixable


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@every_fix
def test_a_fix_mends(rule: Rule, write: Writer, tmp_path: Path) -> None:
    """Whatever the format, `lint --fix` leaves no finding of the rule, and no error at all."""
    name, text = write(rule)
    for path, content in {name: text, **dict(rule.also)}.items():
        (tmp_path / path).write_text(content, encoding="utf-8")
    schemas = tuple(sorted(tmp_path.iterdir()))
    project = Project(tmp_path, schemas, tmp_path / "generated")
    data = {path.name: path.read_bytes() for path in schemas}
    mended = mend(project, data)
    assert {outcome.found.code for outcome in mended.fixed} == {rule.code}
    assert rule.code not in {problem.code for problem in mended.after.problems}
    assert not mended.after.problems.errors
    assert mend(project, mended.data).data == mended.data


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
