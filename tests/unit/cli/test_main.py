"""The command line as a whole: help without cost, exit statuses, and no traceback for bad input."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click
import pytest

import respgen
from respgen.cli import main as main_module
from respgen.cli.main import COMMANDS, main
from respgen.rules import RULES
from tests.support.command_line import Shop

HEAVY = ("black", "jinja2", "libcst", "pydantic", "mypy", "yaml")


def loaded_by(*words: str, folder: Path) -> list[str]:
    """The heavy libraries that a command line loads, in a process of its own."""
    program = (
        "import sys; from respgen.cli.main import main; status = main(sys.argv[1:]);"
        f"print('loaded:', *[m for m in {HEAVY} if m in sys.modules], file=sys.stderr);"
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "-C", str(folder), *words],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.rpartition("loaded:")[2].split()


@pytest.mark.parametrize(
    "words", [["--help"], ["check", "--help"], ["generate", "--help"]]
)
def test_help_is_light(shop: Shop, words: list[str]) -> None:
    """Help loads none of the heavy libraries."""
    assert loaded_by(*words, folder=shop.root) == []


def test_an_up_to_date_check_is_light(shop: Shop) -> None:
    """Nor does a check of what is up to date."""
    shop.run("generate")
    assert loaded_by("check", folder=shop.root) == []


def test_lint_is_light(shop: Shop) -> None:
    """lint reads schemas and writes no code: neither black nor Jinja is loaded."""
    assert loaded_by("lint", "--fix", folder=shop.root) == ["yaml"]


def test_importing_is_light() -> None:
    """Nor does importing the package: its names are loaded when they are asked for."""
    program = f"import sys, respgen; print([m for m in {HEAVY} if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "[]\n"


def test_public_names() -> None:
    """`__all__` is what is there."""
    for name in respgen.__all__:
        assert getattr(respgen, name).__module__.startswith("respgen.")
    homes = [name for names in respgen._HOMES.values() for name in names]
    assert sorted(homes) == respgen.__all__
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = respgen.nonsense


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command has a module, and help with its options explained."""
    command = import_module(f"respgen.cli.commands.{name}").command
    assert all(p.help for p in command.params if isinstance(p, click.Option))
    assert main([name, "--help"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 5


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(
            ["genrate"],
            "unknown command 'genrate'; did you mean 'generate'?",
            id="command",
        ),
        pytest.param(["xyz"], "unknown command 'xyz'", id="command, none near"),
        pytest.param(["--nonsense"], "No such option", id="option"),
        pytest.param(["check", "--stric"], "--strict", id="option of a command"),
        pytest.param(["check", "--format", "xml"], "'xml' is not one of", id="format"),
        pytest.param(["check", "extra"], "unexpected extra argument", id="argument"),
        pytest.param(["-C", "/nonexistent", "check"], "does not exist", id="folder"),
        pytest.param(["show"], "Missing argument", id="argument missing"),
        pytest.param(
            ["show", "Item", "--arg"], "requires an argument", id="value missing"
        ),
    ],
)
def test_usage(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong command line is told on stderr, with status 2."""
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert message in said.err


@pytest.mark.parametrize("command", ["check", "generate", "show Item"])
def test_no_project(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a project a command says how to start one."""
    assert main(["-C", str(tmp_path), *command.split()]) == 2
    assert "respgen init" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("folders", "advice"),
    [
        (["backend"], "for that below it, add -C backend"),
        (["b/api", "a"], "for those below it, add -C a -C b/api"),
        ([f"case{number}" for number in range(5)], "`respgen init` starts a project"),
    ],
    ids=["one", "two", "many"],
)
def test_projects_below(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folders: list[str],
    advice: str,
) -> None:
    """At the root of a repository a command names the folders of the projects."""
    for folder in [*folders, "other"]:
        (tmp_path / folder).mkdir(parents=True)
        text = "[project]" if folder == "other" else "[tool.respgen]"
        (tmp_path / folder / "pyproject.toml").write_text(text)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert capsys.readouterr().err.endswith(f"or above; {advice}\n")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints one line."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("respgen ")


@pytest.mark.parametrize("command", ["check", "generate", "show Item"])
@pytest.mark.parametrize(
    ("name", "text", "status", "message"),
    [
        pytest.param("schemas/shop.yaml", "respgen: [", 1, "error[R001]", id="syntax"),
        pytest.param("schemas/shop.yaml", b"\xff", 1, "error[R013]", id="not UTF-8"),
        pytest.param(
            "pyproject.toml", "[tool.respgen]\nx = 1\n", 1, "error[R014]", id="setting"
        ),
        pytest.param(
            "pyproject.toml", "[tool.respgen\n", 1, "[tool.respgen", id="TOML"
        ),
        pytest.param(
            "schemas/_support.yaml", "respgen: 1\n", 1, "error[R011]", id="name"
        ),
        pytest.param(
            "pyproject.toml",
            '[tool.respgen]\nschemas = "nowhere"\n',
            2,
            "nowhere",
            id="folder",
        ),
    ],
)
def test_mistakes(
    shop: Shop, command: str, name: str, text: str | bytes, status: int, message: str
) -> None:
    """A mistake of an author's is told with its code and place, on stderr, and nothing is written."""
    shop.write(name, text)
    ran = shop.run(*command.split())
    assert (ran.status, ran.out) == (status, "")
    assert message in ran.err
    assert not (shop.root / "generated").exists()


def test_an_unreadable_schema(shop: Shop) -> None:
    """A schema that cannot be read is the environment's fault."""
    (shop.root / "schemas" / "gone.yaml").symlink_to("nowhere")
    assert shop.run("check").status in (0, 1, 2)


def test_python_m(shop: Shop) -> None:
    """`python -m respgen` is the same program, run from anywhere."""
    done = shop.spawn("generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert "wrote generated/shop.py\n" in done.stdout


@pytest.mark.parametrize(
    "words", ["rule", "check", "show Item -a content=null", "--help"]
)
def test_nobody_reads(shop: Shop, words: str) -> None:
    """A closed pipe ends the program quietly."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "respgen", "-C", str(shop.root), *words.split()]
    with os.fdopen(write, "w") as pipe:
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
@pytest.mark.parametrize("words", ["rule", "show Item -a content=null", "--help"])
def test_disk_full(shop: Shop, words: str) -> None:
    """A full disk behind stdout is one line of error."""
    command = [sys.executable, "-m", "respgen", "-C", str(shop.root), *words.split()]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr == "error: cannot write the output: No space left on device\n"


@pytest.mark.skipif(os.name != "posix", reason="a shell's redirection")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize(
    ("words", "status"), [("generate", 0), ("rule", 0), ("rule R000", 2)]
)
def test_closed_streams(shop: Shop, words: str, status: int, closed: str) -> None:
    """A closed stream is nobody who listens: the exit status says what would be said."""
    program = f'"$0" -m respgen -C "$1" {words} {closed}'
    command = ["sh", "-c", program, sys.executable, str(shop.root)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == status
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes that do not block")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_that_does_not_block(unbuffered: str) -> None:
    """All of the output comes, however late its reader is."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    full = 0
    with suppress(BlockingIOError):
        while True:
            full += os.write(writer, b"x" * 4096)
    command = [sys.executable, "-m", "respgen", "rule"]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(
        command, stdout=writer, stderr=subprocess.PIPE, env=environment
    ) as done:
        os.close(writer)
        with suppress(subprocess.TimeoutExpired):  # it waits for us
            done.wait(0.7)
        with open(reader, "rb") as read:
            text = read.read()[full:].decode()
        assert done.stderr is not None
        assert done.stderr.read() == b""
    assert done.returncode == 0
    assert text.startswith("R001")
    assert text.count("\n") == len(RULES)


def test_interrupt(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with the status that shells expect, and no traceback."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("respgen.cli.inspection.recall", interrupt)
    assert shop.run("check").status == 128 + signal.SIGINT


def test_characters_that_the_stream_lacks(shop: Shop) -> None:
    """Schemas speak any language, also to a terminal that speaks ASCII only."""
    shop.write(
        "schemas/shop.yaml", "respgen: 1\nresponses:\n  Artikel: {beschreibung: grün}\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "respgen", "-C", str(shop.root), "check"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 1
    assert rb"gr\xfcn" in done.stderr


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["terminal", "NO_COLOR", "dumb"],
)
def test_colour(shop: Shop, variables: dict[str, str], coloured: bool) -> None:
    """Colour on a terminal, unless it is not wanted."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", **variables}
    shop.run("generate")
    shop.edit("schemas/shop.yaml", "One item", "An item")
    subprocess.run(
        [sys.executable, "-m", "respgen", "-C", str(shop.root), "check"],
        stdout=follower,
        env=environment,
    )
    os.close(follower)
    said = os.read(leader, 100_000)
    os.close(leader)
    assert (b"\x1b[32m+" in said) is coloured
    assert (b"\x1b" in said) is coloured


def test_no_colour_in_a_pipe(shop: Shop) -> None:
    """In a pipe there is none, whatever the terminal."""
    shop.run("generate")
    shop.edit("schemas/shop.yaml", "One item", "An item")
    done = shop.spawn("check")
    assert "\x1b" not in done.stdout + done.stderr


def test_the_table_is_the_modules() -> None:
    """A command is one row and one module."""
    folder = Path(main_module.__file__).parent / "commands"
    commands = {
        p.stem for p in folder.glob("*.py") if "@click.command()" in p.read_text()
    }
    assert commands == set(COMMANDS)
