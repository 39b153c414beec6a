"""Ctrl-C at any moment: no word, status 130, and nothing half done.

The moment is a number of calls and returns, so that a busy machine changes nothing: the signal
comes in imports, in callbacks and in the middle of writing.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import REPOSITORY, Shop

PROGRAM = """
import os, signal, sys
moment, seen = int(sys.argv.pop(1)), 0
def count(frame, event, argument):
    global seen
    seen += 1
    if seen == moment:
        os.kill(os.getpid(), signal.SIGINT)
from respgen.__main__ import main
from respgen.interrupts import install
install()
sys.setprofile(count)
status = main()
sys.setprofile(None)
if not moment:
    print(f"\\n{seen}")
sys.exit(status)
"""
FIXES = REPOSITORY / "tests" / "cases" / "fixes" / "constants"


def ran(root: Path, moment: int, words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(moment), *words.split()],
        cwd=root,
        env={"PYTHONPATH": str(REPOSITORY), "HOME": str(root.parent)},
        capture_output=True,
        text=True,
    )


def moments(root: Path, words: str, number: int) -> list[int]:
    """As many, from the first call to the last."""
    done = ran(root, 0, words)
    last = int(done.stdout.split()[-1])
    return [1 + last * each // number for each in range(number)]


def left(root: Path) -> list[Path]:
    """What a run may not leave behind: temporary files."""
    return [*root.rglob(".respgen-*.tmp")]


@pytest.mark.parametrize(
    "words",
    [
        "check",
        "generate",
        "lint",
        "grade",
        "show Item -a content=null -a etag=x",
        "rule R201",
        "jsonschema",
        "--help",
    ],
)
@pytest.mark.slow
def test_quiet(shop: Shop, words: str) -> None:
    """Nothing is said, and the next run finds all it needs."""
    if (
        words == "generate"
    ):  # the first run writes, and those that follow have less to do
        ran(shop.root, 0, words)
    for moment in moments(shop.root, words, 24):
        done = ran(shop.root, moment, words)
        assert (done.returncode, done.stderr.strip()) == (130, ""), moment
        assert not left(shop.root)


@pytest.mark.slow
def test_fixed_or_not(shop: Shop) -> None:
    """A schema is what it was, or all of it is mended."""
    (shop.root / "schemas" / "shop.yaml").unlink()
    before, after = (
        {f"schemas/{each}.yaml": (FIXES / f"{name}.yaml").read_text() for each in "ab"}
        for name in ("before", "after")
    )
    for name, text in before.items():
        shop.write(name, text)
    for moment in moments(shop.root, "lint --fix", 40):
        for name, text in before.items():
            shop.write(name, text)
        done = ran(shop.root, moment, "lint --fix")
        assert (done.returncode, done.stderr.strip()) == (130, ""), moment
        assert not left(shop.root)
        now = {name: (shop.root / name).read_text() for name in before}
        assert now in (before, after)


@pytest.mark.slow
def test_all_or_nothing(shop: Shop) -> None:
    """Of the package no file is torn, and where one is written all are."""
    for moment in moments(shop.root, "generate", 60):
        subprocess.run(["rm", "-rf", shop.root / "generated"], check=True)
        done = ran(shop.root, moment, "generate")
        assert (done.returncode, done.stderr) == (130, ""), moment
        made = shop.tree() if (shop.root / "generated").exists() else {}
        assert len(made) in (0, 4), moment
    assert shop.run("generate").status == 0


@pytest.mark.slow
def test_init_can_be_begun_again(tmp_path: Path) -> None:
    """A project is started, or it is not."""
    (tmp_path / "first").mkdir()
    for moment in moments(tmp_path / "first", "init --target core", 24):
        root = tmp_path / f"at-{moment}"
        root.mkdir()
        assert ran(root, moment, "init --target core").returncode == 130
        begun = {path.name for path in root.iterdir()}
        assert begun in (set(), {"pyproject.toml", "schemas", ".gitattributes"})


def test_at_once(shop: Shop) -> None:
    """A check ends in an import as it does in the middle."""
    for moment in moments(shop.root, "check", 4):
        done = ran(shop.root, moment, "check")
        assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_whoever_ignores_it(shop: Shop) -> None:
    """Under nohup, and in the background of a script, a run goes on."""
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    done = subprocess.run(
        [sys.executable, "-c", ignoring + PROGRAM, "900", "generate"],
        cwd=shop.root,
        env={"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_program_is_the_one_that_is_quiet() -> None:
    """The command that is installed begins with the handler."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import signal; from respgen.__main__ import main; import sys;"
            "sys.argv[1:] = ['--version']; main(); print(signal.getsignal(signal.SIGINT))",
        ],
        env={"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
    )
    assert "_interrupted" in done.stdout
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    text = (REPOSITORY / "pyproject.toml").read_text()
    assert 'respgen = "respgen.__main__:main"' in text
