"""The command line: words in, an exit status out.

0: fine. 1: findings, drift or refusals. 2: usage or environment. A command's module is loaded when
it runs, never to list it, so that `--help` costs nothing.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from respgen.cli.terminal import Stop, unknown
from respgen.interrupts import STATUS

COMMANDS = {
    "init": "Write the settings and a first schema.",
    "generate": "Write the Python package that the schemas describe.",
    "lint": "Check the schemas, and fix what has one certain fix.",
    "check": "Check that the package is up to date; for CI.",
    "show": "Print the HTTP message that a class sends.",
    "grade": "Score the security of each class's headers and cookies.",
    "audit": "Find what is wrong with the responses of Python code.",
    "adopt": "Write schemas of what Python code sends by hand.",
    "migrate": "Rewrite code so that it calls the generated classes.",
    "rule": "Explain a rule, or list all rules.",
    "jsonschema": "Print the JSON Schema of schema files; for editors.",
}


_ALL = "`respgen --help` lists all"


class Commands(click.Group):
    """The table above, each command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"respgen.cli.commands.{cmd_name}").command
        if not isinstance(command, click.Command):
            return None
        if _PROJECT not in command.params:
            command.params.append(_PROJECT)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            raise click.UsageError(unknown("command", name, COMMANDS, _ALL), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        # costs 20 ms, which only this option should pay
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"respgen {version('respgen')}")
        except PackageNotFoundError:
            click.echo("respgen (a checkout that is not installed)")
        ctx.exit()


def _folders(ctx: click.Context, _: click.Parameter, given: tuple[Path, ...]) -> None:
    """Those before a command's name and those behind it, in this order."""
    ctx.obj = (*(ctx.obj or ()), *given)


_PROJECT = click.Option(
    ["-C", "--project"],
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    expose_value=False,
    callback=_folders,
    help="Where to look for pyproject.toml: this folder or one above it. Some commands"
    " take it several times, for as many projects.  [default: .]",
)


@click.group(
    cls=Commands,
    params=[_PROJECT],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Print the version.",
)
def commands() -> None:
    """Compile schema files into typed Response classes for FastAPI and Starlette.

    \b
    respgen init        write pyproject.toml's [tool.respgen] and schemas/api.yaml
    respgen generate    write the package generated/ from them
    respgen check       fail in CI where somebody forgot to

    -C is taken before a command's name and after it. check, generate, lint and grade work on
    several projects at once: `respgen check -C services/a -C services/b`, or from the folder whose
    pyproject.toml lists them as members of [tool.respgen.workspace].

    Exit status: 0 fine; 1 mistakes in schemas, drift or refusals; 2 usage or environment. Of
    several projects the highest counts.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (without the program's name) and return its exit status."""
    # trees and specs live as long as the run: looking for garbage among them takes a tenth of it
    gc.set_threshold(100_000)
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # a message must not fail for a character that the terminal lacks
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except OSError as error:
        # nobody reads, or the disk is full: what is still buffered must not fail again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return 1
        Stop(f"cannot write the output: {error.strerror or error}").show()
        return 2
    return status


def _open_streams() -> None:
    """Where the caller closed a stream (`>&-`) nobody listens, and that is no mistake.

    One that does not block, as Node's and some terminals' do not, would lose what its reader has
    no room for yet: we wait.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115 # until the end
        elif os.name == "posix":
            with suppress(OSError, ValueError):  # what a test puts there is no file
                os.set_blocking(getattr(sys, name).fileno(), True)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        status = commands.main(arguments, prog_name="respgen", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        return STATUS
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return int(status or 0)
