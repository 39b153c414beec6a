"""[tool.respgen.source]: which Python is read, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.diagnostics import Problems
from respgen.project import Project, find, read, surroundings
from respgen.project.sources import SourceSettings

TABLE = "[tool.respgen.source]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a schema and code, and nothing of respgen above it."""
    for name in ("schemas/s.yaml", "src/a.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    return tmp_path.resolve()


def judged(root: Path, text: str) -> tuple[Project | None, list[str]]:
    (root / "pyproject.toml").write_text(text, encoding="utf-8")
    problems = Problems()
    project = read(root, problems, compiled=False)
    return project, [
        f"{p.span.line}:{p.span.column}-{p.span.end_column} {p.code} {p.message}"
        for p in problems
    ]


def test_silence(root: Path) -> None:
    """The whole folder, and a baseline beside the settings if there is one."""
    project, wrong = judged(root, "[tool.respgen]\n")
    assert project is not None
    assert (project.source, wrong) == (SourceSettings(), [])


def test_all_keys(root: Path) -> None:
    text = """\
[tool.respgen.source]
include = ["src"]
exclude = ["migrations/**"]
safe_names = ["shop.text:slug", "shop:Text.slug"]
baseline = "ci/old.json"
per_file_ignores = {"legacy/**" = ["R94", "R203"], "x.py" = []}
judge_tests = true
"""
    project, wrong = judged(root, text)
    assert project is not None
    assert project.source == SourceSettings(
        include=("src",),
        exclude=("migrations/**",),
        safe_names=("shop.text:slug", "shop:Text.slug"),
        baseline="ci/old.json",
        per_file_ignores=(("legacy/**", ("R94", "R203")), ("x.py", ())),
        judge_tests=True,
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('included = ["src"]', "2:1-9 R014 unknown key 'included'", id="unknown key"),
        pytest.param('include = "src"', "2:11-16 R014 include must be a list of strings", id="no list"),
        pytest.param('include = ["/src"]', "2:12-18 R014 '/src' is not a path relative to the folder of this file", id="absolute"),
        pytest.param('include = ["scr"]', "2:12-17 R014 there is neither a folder nor a file 'scr'", id="not there"),
        pytest.param("exclude = [1]", "2:12-13 R014 1 is not a string", id="no pattern"),
        pytest.param('exclude = ["/a"]', "2:12-16 R014 '/a' is not a path relative to the folder of this file", id="absolute pattern"),
        pytest.param('safe_names = ["slug"]', "2:15-21 R014 'slug' is not the import path of a function", id="no module"),
        pytest.param('safe_names = ["a:b:c"]', "2:15-22 R014 'a:b:c' is not the import path of a function", id="two colons"),
        pytest.param("baseline = true", "2:12-16 R014 True is not a path relative to the folder of this file", id="baseline"),
        pytest.param("per_file_ignores = []", "2:20-22 R014 per_file_ignores must be a table of lists", id="no table"),
        pytest.param('per_file_ignores = {a = "R94"}', "2:25-30 R014 'a' must have a list of codes", id="no codes"),
        pytest.param('per_file_ignores = {a = ["R9x"]}', "2:26-31 R014 there is no rule 'R9x'", id="no rule"),
        pytest.param("per_file_ignores = {a = [94]}", "2:26-28 R014 94 is not a string", id="a number"),
        pytest.param('per_file_ignores = {a = ["R900"]}', "2:26-32 R014 R900 cannot be ignored", id="unread"),
        pytest.param('per_file_ignores = {"/a" = []}', "2:28-30 R014 '/a' is not a path relative to the folder of this file", id="absolute file"),
        pytest.param("judge_tests = 1", "2:15-16 R014 1 is neither true nor false", id="no truth"),
    ],
)  # fmt: skip
def test_mistakes(root: Path, text: str, expected: str) -> None:
    """Each is a finding at its place, and counts as silent."""
    project, wrong = judged(root, TABLE + text)
    assert wrong == [expected]
    assert project is not None


def test_no_table(root: Path) -> None:
    _, wrong = judged(root, "[tool.respgen]\nsource = 1\n")
    assert wrong == ["2:10-11 R014 source must be a table"]


def test_compiling_needs_no_code(root: Path) -> None:
    """A checkout may have the schemas alone; a mistake in the table is one there, too."""
    problems = Problems()
    for text, count in (('include = ["nowhere"]', 0), ("judge_tests = 1", 1)):
        (root / "pyproject.toml").write_text(TABLE + text)
        assert find(root, problems) is not None
        assert len(problems) == count


def test_auditing_needs_no_schemas(root: Path) -> None:
    """Nor templates, nor settings of formatters that can be followed."""
    text = '[tool.respgen]\nschemas = "none"\ntemplates = "none"\n[tool.black]\nline-length = "x"\n'
    project, wrong = judged(root, text)
    assert project is not None
    assert wrong == []


@pytest.mark.parametrize(
    ("files", "start", "expected"),
    [
        ({}, "src", "src"),
        ({".git/HEAD": ""}, "src", "."),
        ({"pyproject.toml": "[tool.respgen]\n"}, "src", "."),
        ({"src/pyproject.toml": "[tool.respgen]\n", ".git/HEAD": ""}, "src", "src"),
        ({"src/pyproject.toml": "[project]\n", ".git/HEAD": ""}, "src", "."),
    ],
)
def test_the_project_around_code(
    root: Path, files: dict[str, str], start: str, expected: str
) -> None:
    """The nearest settings, else the repository, else the folder itself."""
    (root / "schemas/s.yaml").unlink()
    (root / "schemas").rmdir()
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    assert surroundings(root / start) == root / expected
