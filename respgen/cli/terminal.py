"""What commands say, and where: results to stdout, everything about them to stderr.

Colour only where a person looks: on a terminal, unless NO_COLOR is set or the terminal is dumb.
"""

from __future__ import annotations

import os
from typing import IO, Any

import click

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


class Stop(click.ClickException):
    """The environment does not let us go on: one line for people, exit status 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        complain(f"error: {self.message}")


def colourful(stream: IO[str]) -> bool:
    """Whether escape sequences would be seen as colours."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def say(text: str, *, err: bool = False) -> None:
    """One or more lines of the result."""
    stream = click.get_text_stream("stderr" if err else "stdout")
    click.echo(text, file=stream, color=colourful(stream))


def complain(text: str) -> None:
    """One or more lines about the result."""
    say(text, err=True)


def painted(diff: str) -> str:
    """A unified diff in the colours that people know; `say` takes them off for a pipe."""
    return "\n".join(_paint(line) for line in diff.split("\n"))


def _paint(line: str) -> str:
    if line.startswith(("---", "+++")):
        return click.style(line, bold=True)
    colour = _COLOURS.get(line[:1])
    return click.style(line, fg=colour) if colour else line
