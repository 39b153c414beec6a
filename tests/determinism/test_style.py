"""[tool.black]: the output is as black leaves it with the project's own settings, or they are findings."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import black
import pytest
from black.mode import Preview, TargetVersion
from hypothesis import given, settings
from hypothesis import strategies as st

from respgen.diagnostics import Problems
from respgen.emit import EmitSettings
from respgen.pipeline import build
from respgen.project import Project, find
from respgen.project.black import style_of
from respgen.specs import ModuleSpec
from tests import test_cases, test_catalogue
from tests.determinism import emitted
from tests.support.command_line import REPOSITORY, SCHEMA

Settings = Mapping[str, Any]

STYLES: dict[str, Settings] = {
    **{f"width {width}": {"line-length": width} for width in (1, 20, 60, 79, 100)},
    **{f"width {width}": {"line-length": width} for width in (120, 300)},
    "quotes": {"skip-string-normalization": True},
    "commas": {"skip-magic-trailing-comma": True, "line-length": 60},
    "preview": {"preview": True},
    "unstable": {"unstable": True, "line-length": 60},
    "a feature": {"preview": True, "enable-unstable-feature": ["string_processing"]},
    "targets": {"target-version": ["py311", "py314"], "skip_magic_trailing_comma": 1},
    "an old target": {"target-version": ["py33"], "line-length": "70"},
    "pyi": {"pyi": True, "line-length": 100},
}
every_style = pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)


def mode(chosen: Settings) -> black.Mode:
    """What black makes of these settings."""
    read = {key.replace("_", "-"): value for key, value in chosen.items()}
    return black.Mode(
        line_length=int(read.get("line-length", 88)),
        string_normalization=not read.get("skip-string-normalization"),
        magic_trailing_comma=not read.get("skip-magic-trailing-comma"),
        is_pyi=read.get("pyi", False),
        preview=read.get("preview", False),
        unstable=read.get("unstable", False),
        enabled_features={Preview[f] for f in read.get("enable-unstable-feature", ())},
        target_versions={TargetVersion[t.upper()] for t in read.get("target-version", ())},
    )  # fmt: skip


def changed(texts: Iterable[str], style: Settings) -> Iterator[str]:
    """The texts that black would change."""
    for text in texts:
        if black.format_str(text, mode=mode(style)) != text:
            yield text


def modules(specs: tuple[ModuleSpec, ...], style: Settings) -> Iterator[str]:
    """The text of each module."""
    return (f.text for f in emitted.modules(specs, EmitSettings(style_of(style))))


@every_style
def test_the_catalogue_is_as_black_leaves_it(style: Settings) -> None:
    """black with the project's settings changes no module."""
    assert not list(changed(modules(test_catalogue.built().specs, style), style))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["width 20", "commas", "unstable", "a feature"])
def test_the_cases_are_as_black_leaves_them(name: str) -> None:
    """Neither does it change one of any case, nor the support module."""
    style = STYLES[name]
    files = build(replace(test_catalogue.project(), style=style_of(style))).files
    (support,) = (file.text for file in files if file.path == "_support.py")
    cases = (test_cases.built(case).specs for case in test_cases.CASES)
    texts = {support, *(text for specs in cases for text in modules(specs, style))}
    assert not list(changed(texts, style))


@settings(max_examples=20)
@given(width=st.integers(1, 130), plain=st.booleans())
def test_any_width(width: int, plain: bool) -> None:
    """That holds at every width, with magic commas and without."""
    style = {"line-length": width, "skip-magic-trailing-comma": not plain}
    specs = tuple(m for m in test_catalogue.built().specs if m.name == "health")
    assert not list(changed(modules(specs, style), style))


TABLE = "[tool.respgen]\ntarget = 'core'\n[tool.black]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "shop.yaml").write_text(SCHEMA)
    return tmp_path.resolve()


def project(root: Path, text: str, problems: Problems) -> Project | None:
    (root / "pyproject.toml").write_text(TABLE + text)
    return find(root, problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('line-length = "x"', "4:15-18 'x' is not a line length", id="text"),
        pytest.param("line_length = -1", "4:15-17 -1 is not a line length", id="negative"),
        pytest.param("line-length = 0", "4:15-16 0 is not a line length", id="zero"),
        pytest.param("line-length = true", "4:15-19 True is not a line length", id="truth"),
        pytest.param("line-length = nan", "4:15-18 nan is not a line length", id="NaN"),
        pytest.param("line-length = [88]", "4:15-19 [88] is not a line length", id="list"),
        pytest.param('preview = "maybe"', "4:11-18 'maybe' is neither true nor false", id="flag"),
        pytest.param("pyi = 2", "4:7-8 2 is neither true nor false", id="number as flag"),
        pytest.param('target-version = "py311"', "4:18-25 'py311' is not a list", id="no list"),
        pytest.param('target-version = ["py311", "3.12"]', "4:28-34 '3.12' is not a version of Python", id="version"),
        pytest.param("target-version = [311]", "4:19-22 311 is not a version of Python", id="number"),
        pytest.param('target-version = ["py311", "py399"]', "4:28-35 the installed black knows no 'py399'", id="unknown version"),
        pytest.param('enable-unstable-feature = ["string_processing"]', "4:1-24 unstable features need preview", id="without preview"),
        pytest.param('preview = true\nenable-unstable-feature = ["nonsense"]', "5:28-38 the installed black knows no 'nonsense'", id="unknown feature"),
        pytest.param('unstable = true\nenable_unstable_feature = ["nonsense"]', "5:28-38 the installed black knows no 'nonsense'", id="spelled otherwise"),
    ],
)  # fmt: skip
def test_mistakes(root: Path, text: str, expected: str) -> None:
    """What black would refuse is R014 at its place, whoever finds it."""
    problems = Problems()
    if found := project(root, text, problems):
        problems.extend(build(found).problems)
    assert [
        f"{p.span.line}:{p.span.column}-{p.span.end_column} {p.message}"
        for p in problems
        if p.code == "R014"
    ] == [expected]


def test_black_is_a_table(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool]\nrespgen = {}\nblack = 1\n")
    problems = Problems()
    find(root, problems)
    assert [p.message for p in problems] == ["black must be a table of settings"]


@pytest.mark.parametrize(
    "text",
    [
        "extend-exclude = 1\nrequired-version = []\nnonsense = {a = 1}",
        'line-length = "100"\npreview = "yes"\nunstable = 0',
        'target-version = []\nenable-unstable-feature = []\n"--pyi" = false',
    ],
)
def test_what_black_takes(root: Path, text: str) -> None:
    """Settings without a part in the output are left to black, and so are its ways of writing."""
    problems = Problems()
    found = project(root, text, problems)
    assert found is not None
    assert not list(build(found).problems)
    assert not list(problems)


JSON = st.recursive(
    st.booleans() | st.integers() | st.text("py3_1x ", max_size=6),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)
KEYS = st.sampled_from(
    [
        "line-length",
        "preview",
        "unstable",
        "pyi",
        "target-version",
        "enable_unstable_feature",
        "skip-magic-trailing-comma",
    ]
)


@given(st.dictionaries(KEYS, JSON, max_size=3))
def test_anything_is_a_style_or_a_finding(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]
) -> None:
    """Whatever stands in the table, nothing is raised, and a style without findings works."""
    root = tmp_path_factory.mktemp("any")
    (root / "schemas").mkdir()
    (root / "schemas" / "shop.yaml").write_text("respgen: 1\n")
    text = "\n".join(f"{key} = {json.dumps(value)}" for key, value in table.items())
    problems = Problems()
    if found := project(root, text, problems):
        assert build(found).files or build(found).problems.errors


def test_an_up_to_date_check_loads_no_black(root: Path) -> None:
    """Not even where black's settings name a feature."""
    text = 'preview = true\nenable-unstable-feature = ["string_processing"]\ntarget-version = ["py314"]\n'
    (root / "pyproject.toml").write_text(TABLE + text)
    code = (
        "import sys; from respgen.cli.main import main;"
        f"status = main(['-C', {str(root)!r}, sys.argv[1]]);"
        "print(status, 'black' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, word],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()[-1]
        for word in ("generate", "check")
    ]
    assert said == ["0 True", "0 False"]
