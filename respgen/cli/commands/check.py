"""`respgen check`: is the package what the schemas say?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from respgen.cli.drift import reason, rows
from respgen.cli.inspection import (
    Inspection,
    OpenProject,
    drift,
    inspect,
    keep,
    name_of,
    stop_at_blocked,
)
from respgen.cli.options import format_option
from respgen.cli.run import opened
from respgen.cli.terminal import files, say, say_diff
from respgen.output import ChangeKind, FileChange, diff

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
def command(folders: tuple[Path, ...], strict: bool, form: str) -> int:
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
    run = opened(folders, form)
    inspected = run.each(inspect)
    for where, seen in inspected:
        drifted = rows(where.project, seen.changes)
        run.note(where.project.root, seen.found, seen.lines, drifted)
    run.publish()
    run.end(1 if run.failed(strict=strict) else 0)
    compared = []
    for where, seen in inspected:
        with run.going_on():
            stop_at_blocked(where, seen.changes)
            compared += [] if seen.failed else [(where, seen)]
    if compared:
        run.end(_tell(compared, err=form != "text"))
    for where, seen in compared:
        with run.going_on():
            keep(where.project, seen)
    return run.status


def _tell(compared: Iterable[tuple[OpenProject, Inspection]], *, err: bool) -> int:
    """What differs, and the exit status."""
    total, differing = 0, dict[str, FileChange]()
    for where, seen in compared:
        total += len(seen.changes)
        differing |= {name_of(where, change): change for change in drift(seen.changes)}
    for name, change in differing.items():
        if text := diff(change, name):
            say_diff(text, err=err)
    for name, change in differing.items():
        say(f"{name}: {reason(change)}", err=err)
    say(_summary(tuple(differing.values()), total), err=err)
    return 1 if differing else 0


def _summary(differing: tuple[FileChange, ...], total: int) -> str:
    if not differing:
        return f"{files(total)} up to date"
    kinds = {change.kind for change in differing}
    advice = next((_REFUSED[kind] for kind in _REFUSED if kind in kinds), "")
    return f"{files(len(differing))} out of date: {advice}run `respgen generate`"
