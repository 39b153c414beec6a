"""Changes in words: why a file of the package is not what the schemas say.

Goes in: changes. Comes out: reasons for people, rows for machines.
"""

from __future__ import annotations

from collections.abc import Iterable

from respgen.cli.inspection import drift
from respgen.cli.reporters.drift import Drift
from respgen.output import ChangeKind, FileChange, refusals
from respgen.project import Project

_WHY = {
    ChangeKind.MISSING: "missing",
    ChangeKind.CHANGED: "schema changed (or a setting, or respgen) since it was generated",
    ChangeKind.EDITED: "edited by hand",
    ChangeKind.ORPHAN: "orphan: no schema generates it any more",
    ChangeKind.EDITED_ORPHAN: "orphan, edited by hand: respgen will not remove it",
    ChangeKind.FOREIGN: "not written by respgen, but in the place of a generated file",
    ChangeKind.BLOCKED: "a link, a folder or a device in the place of a generated file",
}


def reason(change: FileChange) -> str:
    """Why a file differs."""
    also = change.kind is ChangeKind.EDITED and change.outdated
    return _WHY[change.kind] + (", and the schema changed since" if also else "")


def rows(project: Project, changes: Iterable[FileChange]) -> tuple[Drift, ...]:
    """What differs, by the paths from the project's root."""
    return tuple(
        Drift(
            project.name(project.output / change.path),
            change.kind.name.lower(),
            reason(change),
        )
        for change in drift(changes)
    )


def left(changes: Iterable[FileChange], *, force: bool) -> tuple[FileChange, ...]:
    """What will still differ after `generate`: all, where it refuses one."""
    changes = tuple(changes)
    if refusals(changes, force=force):
        return changes
    return tuple(
        change for change in changes if change.kind is ChangeKind.EDITED_ORPHAN
    )
