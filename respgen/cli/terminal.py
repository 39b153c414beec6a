"""What commands say, and where: results to stdout, everything about them to stderr.

Colour only where a person looks: on a terminal, unless NO_COLOR is set or the terminal is dumb.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import IO, Any

import click

from respgen.cli.reporters.visible import visible_character
from respgen.diagnostics import nearest, shortened

_NEAR = 0.7  # what a slip of the finger makes of a name, and no other name
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


class Stop(click.ClickException):
    """The environment does not let us go on: one line for people, exit status 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        complain(f"error: {_harmless(shortened(self.message))}")


class Refusal(Stop):
    """What was asked for must not be done: one line for people, exit status 1."""

    exit_code = 1


def colourful(stream: IO[str]) -> bool:
    """Whether escape sequences would be seen as colours."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def say(text: str, *, err: bool = False) -> None:
    """One or more lines of the result."""
    stream = sys.stderr if err else sys.stdout
    click.echo(text, file=stream, color=True)  # what is coloured is meant to be


def bold(text: str) -> str:
    return click.style(text, bold=True) if colourful(sys.stdout) else text


def complain(text: str) -> None:
    """One or more lines about the result."""
    say(text, err=True)


def say_diff(diff: str, *, err: bool = False) -> None:
    """A unified diff: as it is in a pipe, and on a terminal in the colours that people know."""
    painted = colourful(sys.stderr if err else sys.stdout)
    lines = diff.removesuffix("\n").split("\n")
    say("\n".join(map(_paint, lines) if painted else lines), err=err)


def say_message(message: bytes) -> None:
    """Bytes as they are in a pipe; on a terminal nothing that it would obey."""
    if sys.stdout.isatty():
        text = message.decode(errors="backslashreplace").replace("\r\n", "\n")
        say(_harmless(text).removesuffix("\n"))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(message)


def unknown(what: str, word: str, known: Iterable[str], otherwise: str) -> str:
    """What to say of a word that nothing is called: with the one that is near, if one is."""
    return f"unknown {what} {word!r}; {nearest(word, known, _NEAR) or otherwise}"


def files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def _paint(line: str) -> str:
    shown = _harmless(line)
    bold = line.startswith(("---", "+++"))
    return click.style(
        shown, fg=None if bold else _COLOURS.get(line[:1]), bold=bold or None
    )


def _harmless(text: str) -> str:
    return "".join(c if c in "\n\t" else visible_character(c) for c in text)
