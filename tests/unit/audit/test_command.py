"""`respgen audit` as people run it: what it reports where, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from respgen.audit.findings import Found
from respgen.cli.auditing import Progress
from respgen.rules import r9
from tests.support.audits import FOUND, Audits, found_at
from tests.support.command_line import Shop

FIGURES = (
    "audited 2 files: 3 of 5 responses from the catalogue (60.0 %), 2 shapes by hand\n"
)
WARNING = found_at(r9.CONTENT_TYPE, "shop/files.py", 2)
SITE = found_at(r9.COOKIE, "shop/auth.py", 5)


def codes(text: str) -> list[str]:
    """The codes of a JSON report."""
    return [each["code"] for each in json.loads(text)["diagnostics"]]


def test_a_report_of_nothing(shop: Shop) -> None:
    """Without findings there are the figures, and all is fine."""
    shop.write("shop/auth.py", "")
    shop.write("shop/files.py", "")
    ran = shop.run("audit")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "no errors or warnings\n"
        "audited 2 files: no response is made by hand, and none by the catalogue\n"
    )


def test_files_that_name_the_catalogue_alone_count(shop: Shop) -> None:
    """What was migrated may say nothing of a framework any more."""
    shop.write(
        "schemas/api.yaml", "respgen: 1\nresponses: {Css: {media_type: text/css}}\n"
    )
    assert shop.run("generate").status == 0
    shop.write(
        "shop/style.py",
        "from generated.api import Css\n\ndef style(text):\n    return lambda: Css(text)\n",
    )
    assert shop.run("audit").out.endswith(
        "1 of 4 responses from the catalogue (25.0 %), 0 shapes by hand\n"
    )


def test_errors_and_warnings_are_listed(audits: Audits) -> None:
    """With their lines and the places they are about; notes are counted alone."""
    ran = audits.run()
    assert ran.status == 1
    assert ran.out.startswith("""\
shop/auth.py:9:5: error[R930]: this is wrong
    9 |     response.delete_cookie("sid")
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: write it
note: shop/auth.py:5:5: set here
""")
    assert ran.out.endswith(f"2 errors, 1 warning\n{FIGURES}")
    assert "R914" not in ran.out


def test_sites_are_listed_on_request(audits: Audits) -> None:
    ran = audits.run("--sites")
    assert "note[R914]" in ran.out
    assert "2 errors, 1 warning, 2 notes" in ran.out


@pytest.mark.parametrize(
    ("found", "words", "status"),
    [
        pytest.param((SITE,), ["--strict"], 0, id="a note never fails"),
        pytest.param((WARNING,), [], 0, id="a warning does not"),
        pytest.param((WARNING,), ["--strict"], 1, id="but where it shall"),
        pytest.param(FOUND, [], 1, id="an error does"),
        pytest.param(FOUND, ["--ignore", "R93"], 0, id="unless it is left out"),
        pytest.param(FOUND, ["--select", "R94,R95"], 0, id="or not chosen"),
        pytest.param((SITE,), ["--min-score", "75"], 0, id="the score is enough"),
        pytest.param((SITE,), ["--min-score", "75.1"], 1, id="a missed score"),
        pytest.param((SITE,), ["--max-shapes", "2"], 0, id="as many shapes"),
        pytest.param((SITE,), ["--max-shapes", "1"], 1, id="too many shapes"),
    ],
)
def test_exit_status(
    audits: Audits, found: tuple[Found, ...], words: list[str], status: int
) -> None:
    audits.finds(*found)
    assert audits.run(*words).status == status


def test_a_missed_threshold_is_named(audits: Audits) -> None:
    ran = audits.run("--min-score", "80", "--max-shapes", "1")
    assert ran.err == (
        "the score is 60.0, below --min-score 80\n"
        "there are 2 shapes, above --max-shapes 1\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--grow"], "--grow needs --write-baseline"),
        (["--write-baseline", "--no-baseline"], "leave one out"),
        (["--baseline", "a.json", "--no-baseline"], "leave one out"),
        (["--write-baseline", "--only", "shop/auth.py"], "leave out --only"),
        (["--only", "shop/auth.py", "--only-paths"], "leave one out"),
        (["--select", "R93x"], "there is no rule 'R93x'"),
        (["--ignore", "R900"], "R900 cannot be ignored"),
        (["--min-score", "101"], "not in the range"),
        (["--jobs", "0"], "not in the range"),
        (["nowhere.py"], "does not exist"),
        (["--only", "nowhere.py"], "does not exist"),
        (["-C", ".", "-C", "shop"], "audit takes one project"),
        (["--baseline", "nowhere.json"], "nowhere.json: No such file"),
        (["--output", "shop"], "is a directory"),
        (["--output", "pyproject.toml/a.txt"], "pyproject.toml"),
    ],
)  # fmt: skip
def test_usage_and_environment(audits: Audits, words: list[str], message: str) -> None:
    """Status 2, one line that says what to do, and nothing is written."""
    ran = audits.run(*words)
    assert ran.status == 2
    assert message in ran.err
    assert not (audits.shop.root / ".respgen-baseline.json").exists()


def test_wrong_settings(shop: Shop) -> None:
    """They are findings in pyproject.toml, and nothing is read."""
    shop.write("pyproject.toml", '[tool.respgen.source]\nincluded = ["shop"]\n')
    ran = shop.run("audit")
    assert (ran.status, ran.out) == (1, "")
    assert "pyproject.toml:2:1: error[R014]: unknown key 'included'" in ran.err


def test_no_project_is_needed(shop: Shop) -> None:
    """Neither pyproject.toml nor schemas: it is about other people's Python."""
    (shop.root / "pyproject.toml").unlink()
    assert shop.run("audit").status == 0
    assert "audited 2 files" in shop.run("audit", "shop").out


def test_settings_of_the_paths(shop: Shop) -> None:
    """Without -C the project is the one that the paths are in."""
    shop.write("other/pyproject.toml", '[tool.respgen]\nignore = ["R900"]\n')
    assert "R900 cannot be ignored" in shop.run("audit", "other").err
    assert "R900 cannot be ignored" not in shop.run("audit", "shop").err
    assert "R900 cannot be ignored" not in shop.run("audit", "-C", ".", "other").err


def test_only_some_files_are_reported(audits: Audits) -> None:
    """The figures are those of all."""
    ran = audits.run("--only", "shop/files.py", "--format", "json")
    assert codes(ran.out) == ["R911", "R940"]
    assert json.loads(ran.out)["summary"]["sites"] == 5
    assert audits.run("--only", "shop/files.py").status == 0


def test_a_file_that_is_not_audited_is_named(audits: Audits) -> None:
    """Nothing can be reported of it, and that is no proof that it is fine."""
    words = ("--only", "shop/auth.py", "shop/files.py")
    ran = audits.run(*words)
    assert (ran.status, ran.err) == (
        0,
        "shop/auth.py is not among the files that are audited\n",
    )
    assert audits.run("--only", "shop/files.py", "shop/files.py").err == ""


def test_only_the_paths_are_reported(audits: Audits) -> None:
    """So pre-commit hands over what has changed, while the whole project is analysed."""
    words = ("--only-paths", "shop/files.py", "--format", "json")
    ran = audits.run(*words)
    assert codes(ran.out) == ["R911", "R940"]
    assert json.loads(ran.out)["summary"]["files"] == 2


def test_a_report_in_a_file(audits: Audits) -> None:
    """Nothing is left on stdout, and the folders are made."""
    ran = audits.run("--format", "json", "--output", "out/audit.json")
    assert (ran.status, ran.out, ran.err) == (1, "", "wrote out/audit.json\n")
    text = (audits.shop.root / "out/audit.json").read_text()
    assert len(codes(text)) == 5
    assert text == audits.run("--format", "json").out


def test_from_another_folder(audits: Audits) -> None:
    """Files are called by the path that leads to them from there."""
    ran = audits.shop.run_from("shop", "audit", "-C", "..")
    assert "\nauth.py:10:5: error" in ran.out


def test_unreadable_files(shop: Shop) -> None:
    """Each is a warning and among the skipped; the rest goes on."""
    shop.write("shop/broken.py", "def f(:\n")
    shop.write("shop/latin.py", b"NAME = '\xe9'\n")
    shop.write("tests/test_broken.py", "def f(:\n")
    ran = shop.run("audit", "--format", "json")
    report = json.loads(ran.out)
    assert ran.status == 0
    unread = [e["file"] for e in report["diagnostics"] if e["code"] == "R900"]
    assert unread == ["shop/broken.py", "shop/latin.py"]
    assert [each["file"] for each in report["skipped"]] == [
        "shop/broken.py",
        "shop/latin.py",
        "tests/test_broken.py",
    ]


def test_progress_is_for_terminals(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written over itself, and gone at the end; a pipe sees nothing of it."""
    monkeypatch.setattr("respgen.cli.auditing._INTERVAL", -1.0)
    for shows in (False, True):
        with Progress(shows) as progress:
            progress(1, 1_200)
        err = capsys.readouterr().err
        assert err == ("\rreading 1 of 1,200 files\r\x1b[K" if shows else "")


def test_audit_is_light(shop: Shop) -> None:
    """It loads neither black nor Jinja; and help of the program loads none of audit."""
    words = ("-X", "importtime", "-m", "respgen")

    def loaded(*command: str) -> str:
        return subprocess.run(
            [sys.executable, *words, *command],
            cwd=shop.root,
            capture_output=True,
            text=True,
            check=True,
        ).stderr

    assert not {"black", "jinja2"} & {*loaded("audit").split()}
    assert "respgen.audit" not in loaded("--help")


def test_the_baseline_folder(audits: Audits) -> None:
    """A file elsewhere is taken and written where it is named."""
    words = ("--baseline", "ci/old.json")
    assert audits.run("--write-baseline", *words).status == 0
    assert (audits.shop.root / "ci/old.json").exists()
    assert audits.run(*words).status == 0
    assert audits.run().status == 1
