"""Every rule is a row, a page, and code that raises it; the page's schemas are tried.

The wrong schema of a page breaks that rule and no other, the right one breaks none. Pages of rules
for Python show Python, which `unit/audit/test_pages.py` tries.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from respgen.cli.reporters import report
from respgen.diagnostics import Problems, Rule, Severity, Subject
from respgen.fix.mend import mend
from respgen.load import parse
from respgen.load.tree import plain
from respgen.located import Plain
from respgen.pipeline import Build, build
from respgen.project import SUFFIXES, Project, find
from respgen.rules import FAMILIES, RULES, r9
from respgen.rules.page import PAGES, Example, MalformedPage, Page, page, parsed
from tests.support.writing import as_json, as_toml

CASES = Path(__file__).parent / "cases" / "rules"
PACKAGE = PAGES.parent.parent

SCHEMAS = {c: rule for c, rule in RULES.items() if rule.subject is Subject.SCHEMA}

every_rule = pytest.mark.parametrize("rule", SCHEMAS.values(), ids=SCHEMAS)
every_fix = pytest.mark.parametrize(
    "rule", [pytest.param(r, id=r.code) for r in RULES.values() if r.fixable]
)


def _plain(example: Example) -> Plain:
    parsed = parse(example.text.encode(), example.name, Problems())
    assert parsed is not None
    return plain(parsed.root)


WRITERS: dict[str, Callable[[Example], Example]] = {
    "as written": lambda example: example,
    "json": lambda example: Example("shop.json", as_json(_plain(example))),
    "toml": lambda example: Example("shop.toml", as_toml(_plain(example))),
}
"""A page's wrong schema in each format."""


def written(folder: Path, *examples: Example) -> tuple[Path, ...]:
    """The schemas of a page, in the order of their names; other files stand next to them."""
    for each in examples:
        path = folder / each.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(each.text, encoding="utf-8")
    paths = sorted(folder / each.name for each in examples)
    return tuple(path for path in paths if path.suffix in SUFFIXES)


def compiled(
    folder: Path, shown: Page, example: Example
) -> tuple[Problems, Build | None]:
    """What is found in a project whose one schema, or whose settings, are `example`."""
    schemas = written(folder, example, *shown.alongside)
    problems = Problems()
    if example.name == "pyproject.toml":
        (folder / "schemas").mkdir()
        (folder / "schemas" / "shop.yaml").write_text("respgen: 1\n")
        project = find(folder, problems)
    else:
        project = Project(folder, schemas, folder / "generated")
    made = build(project) if project else None
    problems.extend(made.problems if made else ())
    return problems, made


@every_rule
def test_the_wrong_schema_breaks_that_rule_alone(
    rule: Rule, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """It raises this code once or more, inside the file, and reads as its case folder shows."""
    shown = page(rule)
    found, _ = compiled(tmp_path, shown, shown.wrong)
    assert {(each.code, each.severity) for each in found} == {
        (rule.code, rule.severity)
    }
    assert rule.fixable or not any(each.fix for each in found)
    lines = shown.wrong.text.split("\n")
    for each in found:
        assert each.span.file == shown.wrong.name
        assert 1 <= each.span.line <= each.span.end_line <= len(lines)
        assert each.span.column <= len(lines[each.span.line - 1]) + 1
    text = report(found, {shown.wrong.name: tuple(lines)}, "text", colour=False) + "\n"
    expected = CASES / rule.code / "expected.txt"
    if request.config.getoption("--update-cases"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@every_rule
def test_the_right_schema_breaks_none(rule: Rule, tmp_path: Path) -> None:
    """Put right, the schema has no finding and becomes files."""
    shown = page(rule)
    found, made = compiled(tmp_path, shown, shown.right)
    assert list(found) == []
    assert made is not None
    assert made.files


@cache
def _mended_elsewhere() -> frozenset[str]:
    """The rules that the cases of fixes mend: those whose page shows what has no certain fix.

    R016 is about YAML alone.
    """
    cases = sorted((CASES.parent / "fixes").glob("*/before.*"))
    projects = (Project(each.parent, (each,), each.parent / "out") for each in cases)
    found = (
        mend(each, {each.schemas[0].name: each.schemas[0].read_bytes()})
        for each in projects
    )
    return frozenset(outcome.found.code for each in found for outcome in each.fixed)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@every_fix
def test_a_fix_mends(
    rule: Rule, write: Callable[[Example], Example], tmp_path: Path
) -> None:
    """Whatever the format, `lint --fix` leaves no finding of the rule, and no error at all."""
    shown = page(rule)
    schemas = written(tmp_path, write(shown.wrong), *shown.alongside)
    found, _ = compiled(tmp_path, shown, write(shown.wrong))
    if not any(each.fix for each in found):
        assert rule.code in _mended_elsewhere()
        return
    project = Project(tmp_path, schemas, tmp_path / "generated")
    mended = mend(project, {path.name: path.read_bytes() for path in schemas})
    assert {outcome.found.code for outcome in mended.fixed} == {rule.code}
    assert rule.code not in {problem.code for problem in mended.after.problems}
    assert not mended.after.problems.errors
    assert mend(project, mended.data).data == mended.data


def _complaints() -> Iterator[str]:
    for rule in RULES.values():
        try:
            why = page(rule).why
        except MalformedPage as error:
            yield f"{rule.code}: {error}"
        else:
            if not (why.endswith(".") and 2 <= why.count(". ") + 1 <= 5):
                yield f"{rule.code}: the reason must be two to five sentences"


def test_every_page_is_well_formed() -> None:
    """A page gives a reason of two to five sentences, a source, and schemas wrong and right."""
    assert list(_complaints()) == []


GOOD = """\
Why.

Source: RFC 9110

Wrong (shop.yaml):

```yaml
a
```

Right (shop.yaml):

```yaml
b
```
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Source: RFC 9110\n\n", "", "`Source: ...` must follow the reason"),
        ("RFC 9110\n\n", "RFC 9110\nor 9111\n\n", "`Source: ...` must follow"),
        ("Why.\n\n", "", "`Source: ...` must follow the reason"),
        ("Right", "Left", "must end in Wrong and Right"),
        ("a\n```\n", "a\n", "must end in Wrong and Right"),
        ("a\n```\n", "a\n```\nMore.\n", "no text may follow the files: 'More.'"),
    ],
)  # fmt: skip
def test_a_malformed_page_says_what_is_missing(
    old: str, new: str, message: str
) -> None:
    assert parsed(GOOD).right == Example("shop.yaml", "b\n")
    with pytest.raises(MalformedPage, match=message):
        parsed(GOOD.replace(old, new, 1))


def test_a_rule_is_one_row_one_page_and_one_case() -> None:
    """Codes are unique and sorted, and no page or case is left of a rule that is gone."""
    rows = [
        row.code
        for each in FAMILIES
        for row in vars(each).values()
        if isinstance(row, Rule)
    ]
    assert rows == sorted({*rows}) == list(RULES)
    assert sorted(file.name for file in PAGES.iterdir()) == [
        f"{code}.md" for code in rows
    ]
    assert {*SCHEMAS} <= {folder.name for folder in CASES.iterdir()} <= {*rows}


def test_rows_say_what_holds() -> None:
    """A title has no full stop. Warnings can be ignored, and errors of language and Python never."""
    for rule in RULES.values():
        assert rule.title
        assert not rule.title.endswith(".")
        if rule.severity is not Severity.ERROR:
            assert rule.ignorable == (rule is not r9.UNREAD), rule.code
        elif rule.code < "R2":
            assert not rule.ignorable, rule.code


def _raised(path: Path) -> Iterator[str]:
    """The codes of the rules that a module names as attributes of their families."""
    families = {family.__name__.rpartition(".")[2]: family for family in FAMILIES}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=row) if name in families:
                yield getattr(families[name], row).code


def _modules() -> Iterator[Path]:
    own = PACKAGE / "rules"
    yield from (path for path in PACKAGE.rglob("*.py") if path.parent != own)


def test_every_rule_is_raised() -> None:
    """Some module of the package names each rule of the table."""
    assert {code for path in _modules() for code in _raised(path)} == {*RULES}


def test_rules_are_made_in_the_table_alone() -> None:
    """No module outside it makes a Rule of its own."""
    for path in _modules():
        text = path.read_text(encoding="utf-8")
        assert "respgen.rules.row" not in text, path
        assert not any(
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Rule"
            for node in ast.walk(ast.parse(text))
        ), path
