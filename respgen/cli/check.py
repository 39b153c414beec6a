"""`respgen check`: is the package what the schemas say?"""

from __future__ import annotations

from pathlib import Path

import click

from respgen.cli.options import format_option, located, publish
from respgen.cli.outcome import drift, keep, name_of, outcome, stop_at_blocked
from respgen.cli.terminal import files, say, say_diff
from respgen.output import Change, Kind, diff
from respgen.project import Project

_WHY = {
    Kind.MISSING: "missing",
    Kind.CHANGED: "schema changed (or a setting, or respgen) since it was generated",
    Kind.EDITED: "edited by hand",
    Kind.ORPHAN: "orphan: no schema makes it any more",
    Kind.EDITED_ORPHAN: "orphan, edited by hand: respgen will not remove it",
    Kind.FOREIGN: "not written by respgen, and in the place of a generated file",
}


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@format_option
@click.pass_obj
def command(folder: Path, strict: bool, form: str) -> int:
    """Tell whether the generated package is up to date. Nothing is written.

    \b
    Prints a unified diff to stdout and says of each file why it differs:
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
    where = located(folder, form)
    project, seen = where.project, outcome(where)
    publish(seen.found, seen.lines, form)
    if seen.failed:
        return 1
    stop_at_blocked(project, seen.changes)
    differing = drift(seen.changes)
    _tell(project, differing, len(seen.changes), err=form != "text")
    keep(project, seen)
    return 1 if differing or (strict and seen.found) else 0


def _tell(
    project: Project, differing: tuple[Change, ...], total: int, *, err: bool
) -> None:
    names = [name_of(project, change) for change in differing]
    for name, change in zip(names, differing, strict=True):
        if text := diff(change, name):
            say_diff(text, err=err)
    for name, change in zip(names, differing, strict=True):
        say(f"{name}: {_why(change)}", err=err)
    say(_summary(len(differing), total), err=err)


def _why(change: Change) -> str:
    also = change.kind is Kind.EDITED and change.outdated
    return _WHY[change.kind] + (", and the schema changed since" if also else "")


def _summary(differing: int, total: int) -> str:
    if not differing:
        return f"{files(total)} up to date"
    return f"{files(differing)} to put right: run `respgen generate`"
