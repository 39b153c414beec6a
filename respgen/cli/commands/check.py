"""`respgen check`: is the package what the schemas say?"""

from __future__ import annotations

from collections.abc import Iterable, Set
from pathlib import Path

import click

from respgen.cli.drift import rows
from respgen.cli.gates import gates
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
from respgen.cli.terminal import complain, files, say
from respgen.cli.verdict import full_diff_option, reasons, say_diffs
from respgen.output import ChangeKind, FileChange
from respgen.project import Project

# what `generate` refuses, the hardest first: people have to act before they run it
_REFUSED = {
    ChangeKind.FOREIGN: "move what is in the way, then ",
    ChangeKind.EDITED: "move the edit into the schema, then ",
    ChangeKind.EDITED_ORPHAN: "remove the edited orphan, then ",
}


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@full_diff_option
@format_option
@click.pass_obj
def command(folders: tuple[Path, ...], strict: bool, full: bool, form: str) -> int:
    """Check that the generated package is up to date. Nothing is written.

    \b
    Says why each file differs and what to do, then shows a unified diff:
      schema, settings or a template changed, or what respgen writes
                         `respgen generate` updates it
      a formatter, conflict markers, a byte order mark, mixed line ends
                         `respgen generate` repairs it
      edited by hand     the diff shows the edit alone; move it into the schema
      missing, orphan    `respgen generate` writes it, or removes it

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
        run.end(_tell(compared, full=full, err=form != "text"))
    if form == "text":
        _advise(where.project for where, _ in compared)
    for where, seen in compared:
        with run.going_on():
            keep(where.project, seen)
    return run.status


def _tell(
    compared: Iterable[tuple[OpenProject, Inspection]], *, full: bool, err: bool
) -> int:
    """What differs, and the exit status."""
    total = 0
    differing: dict[str, tuple[Project, FileChange]] = {}
    for where, seen in compared:
        total += len(seen.changes)
        found = {name_of(where, each): each for each in drift(seen.changes)}
        differing |= {name: (where.project, each) for name, each in found.items()}
    for line in reasons(differing):
        say(line, err=err)
    changes = {name: change for name, (_, change) in differing.items()}
    say(
        _summary({change.kind for change in changes.values()}, len(changes), total),
        err=err,
    )
    # a whole file as a diff says no more than its name
    shown = (
        (name, change)
        for name, change in changes.items()
        if full or change.kind not in (ChangeKind.MISSING, ChangeKind.ORPHAN)
    )
    say_diffs(shown, full=full, err=err)
    return 1 if differing else 0


def _advise(projects: Iterable[Project]) -> None:
    """Name the gate that generated code counts against, if there is one."""
    for project in projects:
        for gate in gates(project.root, project.name(project.output)):
            if gate.fails:
                complain(
                    f"note: coverage's fail_under counts generated code, too:"
                    f" write {gate.line} in {gate.place}, or name the package in source"
                )


def _summary(kinds: Set[ChangeKind], differing: int, total: int) -> str:
    if not differing:
        return f"{files(total)} up to date"
    advice = next((_REFUSED[kind] for kind in _REFUSED if kind in kinds), "")
    return f"{files(differing)} out of date: {advice}run `respgen generate`"
