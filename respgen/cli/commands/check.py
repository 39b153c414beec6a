"""`respgen check`: is the package what the schemas say?"""

from __future__ import annotations

from pathlib import Path

import click

from respgen.cli.drift import reason, rows
from respgen.cli.inspection import drift, inspect, keep, name_of, stop_at_blocked
from respgen.cli.options import format_option, opened, publish
from respgen.cli.terminal import files, say, say_diff
from respgen.output import ChangeKind, FileChange, diff
from respgen.project import Project

# what `generate` refuses, the hardest first: people have to act before they run it
_REFUSED = {
    ChangeKind.FOREIGN: "move what is in the way, then ",
    ChangeKind.EDITED: "move the edit into the schema, then ",
    ChangeKind.EDITED_ORPHAN: "remove the edited orphan, then ",
}


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@format_option
@click.pass_obj
def command(folder: Path, strict: bool, form: str) -> int:
    """Check that the generated package is up to date. Nothing is written.

    \b
    Prints a unified diff to stdout and says why each file differs:
      schema changed     `respgen generate` updates it
      edited by hand     the diff shows the edit, not the update
      missing            `respgen generate` writes it
      orphan             its schema is gone; `respgen generate` removes it

    \b
    Exit status:
      0  up to date
      1  it differs, or a schema has mistakes (with --strict: or warnings)
      2  usage or environment
    """
    where = opened(folder, form)
    project, seen = where.project, inspect(where)
    publish(seen.found, seen.lines, form, rows(project, seen.changes))
    if seen.failed:
        return 1
    stop_at_blocked(project, seen.changes)
    differing = drift(seen.changes)
    _tell(project, differing, len(seen.changes), err=form != "text")
    keep(project, seen)
    return 1 if differing or (strict and seen.found) else 0


def _tell(
    project: Project, differing: tuple[FileChange, ...], total: int, *, err: bool
) -> None:
    names = [name_of(project, change) for change in differing]
    for name, change in zip(names, differing, strict=True):
        if text := diff(change, name):
            say_diff(text, err=err)
    for name, change in zip(names, differing, strict=True):
        say(f"{name}: {reason(change)}", err=err)
    say(_summary(differing, total), err=err)


def _summary(differing: tuple[FileChange, ...], total: int) -> str:
    if not differing:
        return f"{files(total)} up to date"
    kinds = {change.kind for change in differing}
    advice = next((_REFUSED[kind] for kind in _REFUSED if kind in kinds), "")
    return f"{files(len(differing))} out of date: {advice}run `respgen generate`"
