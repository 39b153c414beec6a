"""Whose settings decide the layout: black's before ruff's, each found as the formatter finds them."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from respgen.diagnostics import Problems
from respgen.output.inputs import fingerprint
from respgen.project import Project, find
from respgen.project.style import Style

SERVICE = "[tool.respgen]\n"


@pytest.fixture
def service(tmp_path: Path) -> Path:
    """A project in a sub-folder of a repository."""
    root = tmp_path.resolve()
    (root / ".git").mkdir()
    folder = root / "services" / "shop"
    (folder / "schemas").mkdir(parents=True)
    (folder / "schemas" / "shop.yaml").write_text("respgen: 1\n")
    (folder / "pyproject.toml").write_text(SERVICE)
    return folder


def write(service: Path, **files: str) -> None:
    """Files by their place: `here`, `above` or `root`, and what they are; the project's own has its table."""
    folders = {"here": service, "above": service.parent, "root": service.parents[1]}
    names = {"project": "pyproject.toml", "ruff": "ruff.toml", "hidden": ".ruff.toml"}
    for key, text in files.items():
        place, kind = key.split("_")
        table = SERVICE if key == "here_project" else ""
        (folders[place] / names[kind]).write_text(table + textwrap.dedent(text))


def read(service: Path) -> tuple[Project | None, list[str]]:
    problems = Problems()
    project = find(service, problems)
    return project, [
        f"{p.span.file}:{p.span.line}:{p.span.column} {p.code} {p.message}"
        for p in problems
    ]


def style(service: Path, **files: str) -> Style:
    """The style of a project without mistakes."""
    write(service, **files)
    project, found = read(service)
    assert found == []
    assert project is not None
    return project.style


BLACK = "[tool.black]\nline-length = 100\n"
RUFF = "[tool.ruff]\nline-length = 110\n"


@pytest.mark.parametrize(
    ("files", "width"),
    [
        pytest.param({}, 88, id="no settings"),
        pytest.param({"here_project": BLACK}, 100, id="black's beside respgen's"),
        pytest.param({"root_project": BLACK}, 100, id="black's at the root"),
        pytest.param({"above_project": "[project]\n", "root_project": BLACK}, 100, id="passing over others"),
        pytest.param({"here_project": RUFF}, 110, id="ruff's beside respgen's"),
        pytest.param({"root_ruff": "line-length = 60\n"}, 60, id="ruff's at the root"),
        pytest.param({"root_project": RUFF}, 110, id="in a pyproject.toml at the root"),
        pytest.param({"here_project": RUFF, "here_ruff": "line-length = 60\n"}, 60, id="ruff.toml first"),
        pytest.param({"here_ruff": "line-length = 60\n", "here_hidden": "line-length = 70\n"}, 70, id=".ruff.toml before it"),
        pytest.param({"here_ruff": "", "root_ruff": "line-length = 60\n"}, 88, id="the nearest alone"),
        pytest.param({"here_project": RUFF, "root_project": BLACK}, 100, id="black's before ruff's"),
        pytest.param({"here_ruff": "extend = '../../ruff.toml'\n", "root_ruff": "line-length = 60\n"}, 60, id="extended"),
        pytest.param({"here_ruff": "extend = '../../ruff.toml'\nline-length = 70\n", "root_ruff": "line-length = 60\n"}, 70, id="extended, and said anew"),
        pytest.param({"here_ruff": "extend = '../../pyproject.toml'\n", "root_project": RUFF}, 110, id="extending a pyproject.toml"),
    ],
)  # fmt: skip
def test_the_settings_that_count(
    service: Path, files: dict[str, str], width: int
) -> None:
    assert style(service, **files).width == width


def test_black_stops_at_the_root_of_the_repository(service: Path) -> None:
    """Black reads nothing above it, and neither do we; ruff reads on."""
    (service / ".git").touch()
    assert style(service, root_project=BLACK + RUFF).width == 110


def test_what_ruff_says_of_layout(service: Path) -> None:
    """Quotes and trailing commas; the rest of its settings is left to it."""
    text = """
        [tool.ruff]
        target-version = "py312"
        lint.select = ["ALL"]
        unknown = 1
        [tool.ruff.format]
        quote-style = "single"
        skip-magic-trailing-comma = true
        indent-style = "space"
        line-ending = "lf"
        docstring-code-format = true
    """
    assert style(service, here_project=text) == Style(
        quotes="single", magic_trailing_comma=False
    )


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"root_project": "[tool]\nblack = 1\n"}, "../../pyproject.toml:2:9 R014 black must be a table of settings", id="no table"),
        pytest.param({"root_project": "[tool.black]\npreview = 3\n"}, "../../pyproject.toml:2:11 R014 3 is neither true nor false", id="black's"),
        pytest.param({"root_project": "[tool.black]\nx = \n"}, "../../pyproject.toml:2:5 R001 expected a value", id="no TOML"),
        pytest.param({"root_ruff": "line-length = 0\n"}, "../../ruff.toml:1:15 R014 0 is not a line length from 1 to 320", id="width"),
        pytest.param({"root_ruff": "line-length = '80'\n"}, "../../ruff.toml:1:15 R014 '80' is not a line length from 1 to 320", id="text"),
        pytest.param({"root_ruff": "line-length = true\n"}, "../../ruff.toml:1:15 R014 True is not a line length from 1 to 320", id="truth"),
        pytest.param({"above_ruff": "[format]\nquote-style = 'simple'\n"}, "../ruff.toml:2:15 R014 'simple' is not one of double, single, preserve", id="quotes"),
        pytest.param({"here_project": "[tool.ruff]\nformat = {skip-magic-trailing-comma = 1}\n"}, "pyproject.toml:3:39 R014 1 is not true or false", id="flag"),
        pytest.param({"here_ruff": "target-version = '3.12'\n"}, "ruff.toml:1:18 R014 '3.12' is not a version of Python", id="target"),
        pytest.param({"here_ruff": "extend = 'none.toml'\n"}, "ruff.toml:1:10 R014 there is no file 'none.toml'", id="nothing to extend"),
        pytest.param({"here_ruff": "extend = 1\n"}, "ruff.toml:1:10 R014 1 is not a path", id="no path"),
        pytest.param({"here_ruff": "extend = 'ruff.toml'\n"}, "ruff.toml:1:10 R014 'ruff.toml' extends itself", id="itself"),
        pytest.param({"here_ruff": "indent-width = 2\n"}, "ruff.toml:1:16 R017 respgen writes four columns a level: indent-width is not followed", id="indentation"),
        pytest.param({"here_ruff": "format.indent-style = 'tab'\n"}, "ruff.toml:1:23 R017 respgen writes spaces: indent-style is not followed", id="tabs"),
        pytest.param({"here_ruff": "format.line-ending = 'cr-lf'\n"}, "ruff.toml:1:22 R017 respgen writes LF at the ends of lines: line-ending is not followed", id="CRLF"),
        pytest.param({"here_ruff": "format.preview = true\n"}, "ruff.toml:1:18 R017 respgen writes ruff's stable style: preview is not followed", id="preview"),
    ],
)  # fmt: skip
def test_mistakes(service: Path, files: dict[str, str], expected: str) -> None:
    """Each is found in its file, where it stands."""
    write(service, **files)
    _, found = read(service)
    assert found == [expected]


@pytest.mark.parametrize(
    "ruff",
    [
        "extend-exclude = ['generated']\n",
        "exclude = ['services/*/generated']\n",
        "format.exclude = ['./services/shop/generated/**']\n",
        "extend-exclude = ['shop']\n",
    ],
)
def test_what_ruff_passes_over_may_be_anything(service: Path, ruff: str) -> None:
    """A layout that respgen cannot follow does no harm where ruff does not format the output."""
    style(service, root_ruff=f"indent-width = 2\n{ruff}")


def test_the_warning_can_be_ignored(service: Path) -> None:
    style(service, here_project='ignore = ["R017"]\n[tool.ruff]\nindent-width = 2\n')


def test_mistakes_of_ruff_where_black_decides(service: Path) -> None:
    """What does not decide the layout is left to its own tool."""
    assert style(service, here_project=BLACK + "[tool.ruff]\nline-length = 0\n")


def test_the_settings_are_an_input(service: Path) -> None:
    """A change of a file far above, or of one that it extends, makes another fingerprint."""
    seen = set()
    for number, text in enumerate(("", "line-length = 90\n", "line-length = 91\n")):
        write(service, root_ruff="extend = 'services/ruff.toml'\n", above_ruff=text)
        (service.parent / "ruff.toml").rename(service.parent / "base.toml")
        write(service, root_ruff="extend = 'services/base.toml'\n")
        project, found = read(service)
        assert project is not None
        assert found == []
        seen.add(fingerprint(project))
        assert len(seen) == number + 1
