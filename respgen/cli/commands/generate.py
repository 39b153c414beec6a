"""`respgen generate`: make the package what the schemas say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from respgen.cli.drift import left, reason, rows
from respgen.cli.inspection import (
    Inspection,
    OpenProject,
    environment,
    inspect,
    keep,
    name_of,
    stop_at_blocked,
)
from respgen.cli.moved import left_behind
from respgen.cli.options import format_option
from respgen.cli.run import opened
from respgen.cli.terminal import complain, files, say
from respgen.cli.verdict import full_diff_option, say_diffs
from respgen.output import ChangeKind, FileChange, Why, write

_DONE = {
    ChangeKind.MISSING: "wrote",
    ChangeKind.CHANGED: "wrote",
    ChangeKind.EDITED: "overwrote",
    ChangeKind.ORPHAN: "removed",
}
_EDITED = "move the edit into the schema, or discard it with --force"
_FOREIGN = (
    "was not written by respgen, but a generated file must go there: move it away"
)
_MOVED = (
    "is an older output, which nothing updates: remove it, and import from the new one"
)
_KEPT = "no schema generates it any more, but it was edited by hand; remove it yourself"


@click.command()
@click.option(
    "--force", is_flag=True, help="Overwrite generated files that were edited by hand."
)
@full_diff_option
@format_option
@click.pass_obj
def command(folders: tuple[Path, ...], force: bool, full: bool, form: str) -> int:
    """Write the package that the schemas describe: all of it, or nothing.

    \b
    Files that are up to date are left alone, and so is everything that respgen
    did not write. A generated file that was edited by hand is not overwritten
    without --force: the edit is shown, and nothing at all is written. What a
    formatter, a merge conflict or an editor's line ends did is repaired.
    Generated files whose schema is gone are removed, unless they were edited.

    \b
    Exit status:
      0  written, or up to date; warnings do not count
      1  a schema has mistakes, or a file is in the way or was edited
      2  usage or environment
    """
    run = opened(folders, form)
    inspected = run.each(inspect)
    for where, seen in inspected:
        remaining = rows(where.project, left(seen.changes, force=force))
        run.note(where.project.root, seen.found, seen.lines, remaining)
    run.publish()
    run.end(1 if run.failed(strict=False) else 0)
    for where, seen in inspected:
        if not seen.failed:
            with run.going_on():
                run.end(_write(where, seen, force=force, full=full, err=form != "text"))
    return run.status


def _write(
    where: OpenProject, seen: Inspection, *, force: bool, full: bool, err: bool
) -> int:
    stop_at_blocked(where, seen.changes)
    with environment():
        refused = write(where.project.output, seen.changes, force=force)
    if refused:
        return _refuse(where, refused, full=full)
    keep(where.project, seen)
    return _tell(where, seen.changes, err=err)


def _refuse(where: OpenProject, refused: Iterable[FileChange], *, full: bool) -> int:
    named = [(name_of(where, change), change) for change in refused]
    for name, change in named:
        edited = change.kind is ChangeKind.EDITED
        complain(f"{name} {_advice(change) if edited else _FOREIGN}")
    complain("nothing was written")
    edits = [(name, c) for name, c in named if c.kind is ChangeKind.EDITED]
    say_diffs(edits, full=full, err=True)
    return 1


def _advice(change: FileChange) -> str:
    keep = (
        " To keep the file as your own, remove its first two lines."
        if change.path == "__init__.py"
        else ""
    )
    return f"was {reason(change)}: {_EDITED}.{keep}"


def _done(change: FileChange) -> str:
    """What was repaired, where the schema alone does not explain it."""
    plain = {cause.why for cause in change.causes} <= {Why.SCHEMA, Why.EDIT}
    return "" if plain else f": {reason(change)}"


def _tell(where: OpenProject, changes: Sequence[FileChange], *, err: bool) -> int:
    unchanged = kept = 0
    for change in changes:
        if change.kind in _DONE:
            name = name_of(where, change)
            say(f"{_DONE[change.kind]} {name}{_done(change)}", err=err)
        elif change.kind is ChangeKind.EDITED_ORPHAN:
            kept += 1
            complain(f"kept {name_of(where, change)}: {_KEPT}")
        else:
            unchanged += 1
    if unchanged:
        say(f"{files(unchanged)} unchanged", err=err)
    for folder in left_behind(where.project, changes):
        say(f"{where.shown(where.project.name(folder))}/ {_MOVED}", err=err)
    return 1 if kept else 0
