"""What `check` and `generate` say of files that differ: first why and what to do, then how.

Goes in: changes by the names that people know the files by. Comes out: lines for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import click

from respgen.cli.drift import GENERATE, cure, reason
from respgen.cli.terminal import say, say_diff
from respgen.diagnostics import shortened
from respgen.output import FileChange, diff
from respgen.project import Project

_SHOWN = 40  # lines of the diff of one file

Named = Mapping[str, tuple[Project, FileChange]]
"""Files by their names, each with its project."""

full_diff_option = click.option(
    "--full-diff", "full", is_flag=True, help="Do not shorten the diffs of files."
)


def reasons(found: Named) -> Iterator[str]:
    """A line for each file, and what to do where it is more than to generate."""
    for name, (project, change) in found.items():
        yield f"{name}: {reason(change)}"
        if (advice := cure(project, change)) != GENERATE:
            yield f"  help: {advice}"


def say_diffs(
    changes: Iterable[tuple[str, FileChange]], *, full: bool, err: bool
) -> None:
    """How each file differs, below an empty line; a long diff only in full where that is wanted."""
    for name, change in changes:
        lines = diff(change, name).splitlines(keepends=True)
        if not lines:
            continue
        if not full:
            lines = [shortened(line.removesuffix("\n")) + "\n" for line in lines]
        shown = len(lines) if full or len(lines) <= _SHOWN + 5 else _SHOWN
        say("", err=err)
        say_diff("".join(lines[:shown]), err=err)
        if shown < len(lines):
            rest = len(lines) - shown
            say(f"... {rest} more lines of {name}: --full-diff shows all", err=err)
