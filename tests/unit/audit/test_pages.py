"""The pages of rules for Python: the wrong file breaks that rule and no other, the right one none.

Notes are no mistakes: where a response is made by hand, they are found in either file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.audit.report import Report, Result
from respgen.cli.reporters.audit import page as reported
from respgen.cli.reporters.audit.shown import Shown
from respgen.diagnostics import Rule, Severity, Subject
from respgen.rules import RULES
from respgen.rules.page import Example, Page, page
from tests.support.audits import audited

CASES = Path(__file__).resolve().parents[2] / "cases" / "rules"
PYTHON = {code: rule for code, rule in RULES.items() if rule.subject is Subject.PYTHON}

every_rule = pytest.mark.parametrize("rule", PYTHON.values(), ids=PYTHON)


def judged(folder: Path, shown: Page, example: Example) -> Report:
    """What is found where the files of a page stand."""
    files = (example, *shown.alongside)
    return audited(folder, {each.name: each.text for each in files})


def of_interest(seen: Report, rule: Rule) -> list[Result]:
    """Mistakes, and what the rule itself says."""
    return [
        each
        for each in seen.results
        if each.found.severity is not Severity.NOTE or each.found.rule is rule
    ]


@every_rule
def test_the_wrong_file_breaks_that_rule_alone(
    rule: Rule, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """It raises this code once or more, inside the file, and reads as its case folder shows."""
    shown = page(rule)
    seen = judged(tmp_path, shown, shown.wrong)
    results = of_interest(seen, rule)
    assert {(each.found.code, each.found.severity) for each in results} == {
        (rule.code, rule.severity)
    }
    lines = shown.wrong.text.split("\n")
    for each in results:
        span = each.found.span
        assert span.file == shown.wrong.name
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert span.column <= len(lines[span.line - 1]) + 1
    sites = rule.severity is Severity.NOTE
    text = reported(Shown(seen, lambda name: name, sites=sites), "text") + "\n"
    expected = CASES / rule.code / "expected.txt"
    if request.config.getoption("--update-cases"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@every_rule
def test_the_right_file_breaks_none(rule: Rule, tmp_path: Path) -> None:
    """Put right, the file has no mistake, and nothing that the rule is about."""
    shown = page(rule)
    assert of_interest(judged(tmp_path, shown, shown.right), rule) == []


def test_every_rule_has_a_case() -> None:
    """Whatever a rule finds has its case folder."""
    assert {*PYTHON} <= {folder.name for folder in CASES.iterdir()}
