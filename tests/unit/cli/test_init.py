"""`init` starts a project, and harms nothing that is there."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.cli.commands.init import _with_settings
from respgen.cli.main import main
from respgen.cli.terminal import Refusal

OURS = {"schemas": "schemas", "output": "generated", "target": "fastapi"}


def run(folder: Path, *words: str) -> int:
    return main(["-C", str(folder), *words])


@pytest.mark.parametrize("target", ["fastapi", "starlette", "core"])
def test_the_whole_start(
    tmp_path: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What init writes generates at once, without a warning, and answers."""
    assert run(tmp_path, "init", "--target", target) == 0
    assert run(tmp_path, "generate") == 0
    assert run(tmp_path, "check", "--strict") == 0
    capsys.readouterr()
    example = ("-a", 'content={"id": 7}', "-a", "location=/items/7")
    assert run(tmp_path, "show", "Created", *example) == 0
    assert capsys.readouterr().out.startswith("HTTP/1.1 201 Created\r\n")


def test_files(tmp_path: Path) -> None:
    """The schema names the JSON Schema beside it, which editors read."""
    run(tmp_path, "init")
    first = (tmp_path / "schemas" / "api.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=.respgen.schema.json"
    document = json.loads((tmp_path / "schemas" / ".respgen.schema.json").read_text())
    assert "responses" in document["properties"]
    assert tomllib.loads((tmp_path / "pyproject.toml").read_text()) == {
        "tool": {"respgen": OURS}
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(None, b"generated/** linguist-generated\n", id="none"),
        pytest.param(
            b"* text=auto", b"* text=auto\ngenerated/** linguist-generated\n", id="some"
        ),
        pytest.param(
            b"generated/*.py linguist-generated=true\r\n",
            b"generated/*.py linguist-generated=true\r\n",
            id="theirs",
        ),
    ],
)
def test_git_attributes(tmp_path: Path, old: bytes | None, new: bytes) -> None:
    """Forges fold the package's diffs; what is in the file stays."""
    file = tmp_path / ".gitattributes"
    if old is not None:
        file.write_bytes(old)
    run(tmp_path, "init")
    assert file.read_bytes() == new


def test_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A project that is one already is refused, and stays as it is."""
    run(tmp_path, "init")
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert run(tmp_path, "init", "--target", "core") == 1
    assert "already has [tool.respgen]" in capsys.readouterr().err
    assert before == {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}


def test_schemas_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is a schema, no other is added."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "shop.yml").write_text("respgen: 1\n")
    assert run(tmp_path, "init") == 0
    names = sorted(p.name for p in (tmp_path / "schemas").iterdir())
    assert names == [".respgen.schema.json", "shop.yml"]
    said = capsys.readouterr().out
    assert "respgen generate" in said
    assert "Created" not in said


GATED = """\
[tool.ruff]
line-length = 100
[tool.coverage.run]
branch = true
[tool.basedpyright]
include = ["app"]
"""


def _gates(said: str) -> list[list[str]]:
    """The place and the line of each."""
    _, _, listed = said.partition("off it, add:\n")
    return [line.strip().split("  ", 1) for line in listed.splitlines()]


def test_gates(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """init names the lines that keep a project's other tools off generated code; it adds none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(GATED)
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n")
    assert main(["init"]) == 0
    assert _gates(capsys.readouterr().out) == [
        ["pyproject.toml [tool.ruff]", '        extend-exclude = ["generated"]'],
        ["pyproject.toml [tool.coverage.run]", 'omit = ["generated/*"]'],
        ["pyproject.toml [tool.basedpyright]", 'ignore = ["generated"]'],
        [".pre-commit-config.yaml", "           exclude: ^generated/"],
    ]
    assert (tmp_path / "pyproject.toml").read_text().startswith(GATED + "\n[tool.resp")


def test_gates_of_a_repository(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They may stand at its root; the nearest file of a tool counts, and nothing above the root."""
    repository, service = tmp_path / "mono", tmp_path / "mono/services/a"
    service.mkdir(parents=True)
    (repository / ".git").mkdir()
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n")
    (repository / "pyproject.toml").write_text(GATED)
    (service / "ruff.toml").write_text("line-length = 100\n")
    monkeypatch.chdir(repository)
    assert main(["init", "-C", "services/a"]) == 0
    assert [place for place, _ in _gates(capsys.readouterr().out)] == [
        "services/a/ruff.toml",
        "pyproject.toml [tool.coverage.run]",
        "pyproject.toml [tool.basedpyright]",
    ]


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param("", id="none"),
        pytest.param("[tool.black]\n", id="black, which respgen follows"),
        pytest.param('[tool.ruff]\nexclude = ["src/generated"]\n', id="left alone"),
        pytest.param(
            '[tool.ruff.lint.per-file-ignores]\n"generated/*" = ["ALL"]\n', id="ignores"
        ),
        pytest.param(
            '[tool.basedpyright]\ntypeCheckingMode = "strict"\n', id="strict mode"
        ),
        pytest.param("[tool]\ncoverage = 1\nbasedpyright = 1\n", id="no table"),
    ],
)
def test_no_gates(
    tmp_path: Path, settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no tool is in the way, init says nothing of it."""
    (tmp_path / "pyproject.toml").write_text(settings)
    assert run(tmp_path, "init") == 0
    assert _gates(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("old", "message"),
    [
        pytest.param("[tool.respgen]\n", "already", id="there"),
        pytest.param("tool.respgen.target = 'core'\n", "already", id="there, dotted"),
        pytest.param("[tool.respgen.x]\n", "already", id="below it"),
        pytest.param("[tool\n", "not TOML", id="no TOML"),
        pytest.param("tool = {black = {}}\n", "cannot be appended", id="inline"),
        pytest.param("tool = 1\n", "cannot be appended", id="no table"),
        pytest.param(b"\xff", "not TOML", id="no UTF-8"),
    ],
)
def test_refused(
    tmp_path: Path, old: str | bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the table cannot be added, nothing at all is written."""
    data = old.encode() if isinstance(old, str) else old
    (tmp_path / "pyproject.toml").write_bytes(data)
    assert run(tmp_path, "init") == 1
    assert message in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["pyproject.toml"]
    assert (tmp_path / "pyproject.toml").read_bytes() == data


VALUES = st.sampled_from(["1", "'a'", "[1, 2]", "{a = 1}", "2026-01-01"])
LINES = st.sampled_from(
    [
        "[project]",
        "[tool.black]",
        "[[tool.mypy.overrides]]",
        "# words",
        "",
        "[a.b]",
        "tool.x = 1",
    ]
) | st.builds(
    "{} = {}".format, st.sampled_from(["name", "k", '"tool"', "tool.z.y"]), VALUES
)


@given(
    st.lists(LINES).map("\n".join),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.booleans(),
)
def test_nothing_is_harmed(text: str, end: str, ended: bool, marked: bool) -> None:
    """Whatever the file holds, it keeps every byte and every value, or is refused."""
    text = text.replace("\n", end) + (end if ended else "")
    old = (b"\xef\xbb\xbf" if marked else b"") + text.encode()
    try:
        new = _with_settings(old, "fastapi", "generated")
    except Refusal:
        return
    assert new.startswith(old)
    after = tomllib.loads(new.decode("utf-8-sig"))
    assert after["tool"].pop("respgen") == OURS
    before = tomllib.loads(text)
    assert after == {"tool": {}, **before}
    assert (b"\r\n" in new) == (b"\r\n" in old)


def test_a_linked_pyproject(tmp_path: Path) -> None:
    """A link stays a link: its target is what gets the table."""
    (tmp_path / "real.toml").write_text("[project]\n")
    (tmp_path / "pyproject.toml").symlink_to("real.toml")
    assert run(tmp_path, "init") == 0
    assert (tmp_path / "pyproject.toml").is_symlink()
    assert "[tool.respgen]" in (tmp_path / "real.toml").read_text()


def test_no_folder_for_schemas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file called schemas is one line of error."""
    (tmp_path / "schemas").write_text("")
    assert run(tmp_path, "init") == 2
    assert "File exists" in capsys.readouterr().err
    assert not (tmp_path / "pyproject.toml").exists()


@pytest.mark.parametrize(
    ("files", "words", "output", "module"),
    [
        pytest.param(
            ["src/shop/__init__.py", "src/README.md"],
            [],
            "src/shop/generated",
            "shop.generated.api",
            id="below src",
        ),
        pytest.param(
            ["src/a/__init__.py", "src/b/__init__.py"],
            [],
            "generated",
            "generated.api",
            id="several below src",
        ),
        pytest.param(
            ["app/__init__.py"],
            ["--output", "app/responses/"],
            "app/responses",
            "app.responses.api",
            id="said",
        ),
    ],
)
def test_the_package_can_be_imported(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    files: list[str],
    words: list[str],
    output: str,
    module: str,
) -> None:
    """All that init writes and says is of the package that generate writes."""
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "ruff.toml").touch()
    assert run(tmp_path, "init", *words) == 0
    said = capsys.readouterr().out
    assert f"\n  from {module} import ApiJSON, Created\n" in said
    assert f"write the package {output}/\n" in said
    attributes = (tmp_path / ".gitattributes").read_text()
    assert attributes == f"{output}/** linguist-generated\n"
    assert run(tmp_path, "generate") == 0
    assert (tmp_path / output / "api.py").exists()


@pytest.mark.parametrize(
    "output", ["", ".", "../up", "/", "my-app/generated", "app/class", "schemas"]
)
def test_what_is_no_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    """Nothing is written then."""
    assert run(tmp_path, "init", "--output", output) == 2
    assert "is no package below here: write app/generated" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
