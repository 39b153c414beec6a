"""`respgen adopt` as a command: which file gets the entries, and what it says when none can."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest

from respgen.cli.main import main
from tests.support.command_line import Shop

CODE = """\
from starlette.responses import Response
def login(response: Response) -> None:
    response.set_cookie("sid", "a", secure=True)
"""


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    made = Shop(tmp_path.resolve(), capsys)
    made.write("pyproject.toml", '[tool.respgen]\ntarget = "starlette"\n')
    made.write("app.py", CODE)
    return made


def test_without_schemas_a_first_file_is_written(shop: Shop) -> None:
    ran = shop.run("adopt", "--write")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "wrote 1 entry for 1 place to schemas/adopted.yaml\n"
    written = (shop.root / "schemas/adopted.yaml").read_text()
    assert written == "respgen: 1\n\ncookies:\n  sid:\n    httponly: false\n"


def test_a_project_without_fastapi_is_told_what_it_gets(shop: Shop) -> None:
    """Its catalogue would not be importable; a setting, or a file that names FastAPI, is an answer."""
    shop.write("pyproject.toml", "[tool.respgen]\n")
    said = shop.run("adopt").err.splitlines()[-1]
    assert said.startswith("no file names fastapi")
    assert 'target = "starlette"' in said
    shop.write("main.py", "from fastapi import FastAPI\n")
    assert "no file names fastapi" not in shop.run("adopt").err


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_keeps_every_line_that_it_has(shop: Shop, end: str) -> None:
    """Comments, layout and line ends; new entries stand at the end of their section."""
    before = end.join(
        (
            "# ours",
            "respgen: 1   # the first",
            "cookies:",
            "    lang:   # edited",
            "        max_age:   1y",
            "",
            "responses:",
            "    A: {description: One., media_type: text/plain}",
        )
    )
    shop.write("schemas/a.yaml", before.encode())
    assert shop.run("adopt", "--write", "--into", "schemas/a.yaml").status == 0
    after = (shop.root / "schemas/a.yaml").read_bytes().decode()
    at = before.index(f"{end}{end}responses:") + len(end)
    added = f"    sid:{end}      httponly: false{end}"
    assert after == f"{before[:at]}{added}{before[at:]}"
    assert shop.run("adopt", "--write", "--into", "schemas/a.yaml").err == (
        "there is nothing to adopt\n"
    )


def test_a_section_on_one_line_takes_no_entries(shop: Shop) -> None:
    text = "respgen: 1\ncookies: {lang: {}}\n"
    shop.write("schemas/a.yaml", text)
    ran = shop.run("adopt", "--write", "--into", "schemas/a.yaml")
    assert ran.status == 1
    assert "cookies stands on one line" in ran.err
    assert "--into" in ran.err
    assert (shop.root / "schemas/a.yaml").read_text() == text


@pytest.mark.parametrize("name", ["a.yaml", "schemas/a.json", "other/a.yaml"])
def test_a_file_must_be_a_schema_of_the_project(shop: Shop, name: str) -> None:
    ran = shop.run("adopt", "--write", "--into", name)
    assert ran.status == 2
    assert name in ran.err
    assert not (shop.root / name).exists()


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("schemas/a b.yaml", "schemas/a_b.yaml"),
        ("schemas/class.yaml", "schemas/class_.yaml"),
        ("schemas/_support.yaml", "schemas/support.yaml"),
        ("schemas/9.yaml", "schemas/adopted.yaml"),
    ],
)
def test_a_file_must_make_a_module(shop: Shop, name: str, better: str) -> None:
    """One error before anything is read: the schema there has mistakes, which nobody hears of."""
    shop.write("schemas/a.yaml", "respgen: 1\nresponses: {A: {status_code: 7}}\n")
    ran = shop.run("adopt", "--into", name)
    assert (ran.status, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first.startswith(f"error: {name}: ")
    assert second == f"  help: name another file, such as {better}"


def test_no_two_files_make_one_module(shop: Shop) -> None:
    shop.write("schemas/API.json", '{"respgen": 1}')
    ran = shop.run("adopt", "--into", "schemas/api.yaml")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "error: schemas/api.yaml and schemas/API.json would generate the same module",
        "  help: name another file",
    ]


def test_schemas_with_mistakes_get_nothing(shop: Shop) -> None:
    shop.write("schemas/a.yaml", "respgen: 1\nresponses: {A: {status_code: 7}}\n")
    ran = shop.run("adopt", "--write")
    assert (ran.status, ran.out) == (1, "")
    assert "respgen check" in ran.err
    assert not (shop.root / "schemas/adopted.yaml").exists()


def test_the_folder_of_the_settings_gets_the_file(shop: Shop) -> None:
    shop.write("pyproject.toml", '[tool.respgen]\nschemas = "api"\n')
    assert "to api/adopted.yaml\n" in shop.run("adopt", "--write").err
    shop.write("pyproject.toml", '[tool.respgen]\nschemas = ["api/adopted.yaml"]\n')
    ran = shop.run("adopt")
    assert (ran.status, "--into" in ran.err) == (2, True)


def test_code_that_cannot_be_parsed_stops_nothing(shop: Shop) -> None:
    shop.write("broken.py", "def (:\n")
    assert "would write 1 entry" in shop.run("adopt").err


@pytest.mark.parametrize("settings", [None, '[project]\nname = "shop"\n'])
def test_a_package_that_nobody_could_import_is_not_begun(
    tmp_path: Path, settings: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Below src stands the code, and nothing says that the package goes there."""
    (tmp_path / "src" / "shop").mkdir(parents=True)
    if settings is not None:
        (tmp_path / "pyproject.toml").write_text(settings)
    with chdir(tmp_path):
        assert main(["adopt", "--write"]) == 2
    assert "run `respgen init` first" in capsys.readouterr().err
    assert not (tmp_path / "schemas").exists()
