"""Changes in words: why a file of the package is not what the schemas say.

Goes in: changes. Comes out: reasons for people, rows for machines.
"""

from __future__ import annotations

from collections.abc import Iterable

from respgen.cli.outcome import drift, name_of
from respgen.cli.reporters.drift import Drift
from respgen.output import Change, Kind, refusals
from respgen.project import Project

_WHY = {
    Kind.MISSING: "missing",
    Kind.CHANGED: "schema changed (or a setting, or respgen) since it was generated",
    Kind.EDITED: "edited by hand",
    Kind.ORPHAN: "orphan: no schema generates it any more",
    Kind.EDITED_ORPHAN: "orphan, edited by hand: respgen will not remove it",
    Kind.FOREIGN: "not written by respgen, but in the place of a generated file",
    Kind.BLOCKED: "a link, a folder or a device in the place of a generated file",
}


def reason(change: Change) -> str:
    """Why a file differs."""
    also = change.kind is Kind.EDITED and change.outdated
    return _WHY[change.kind] + (", and the schema changed since" if also else "")


def rows(project: Project, changes: Iterable[Change]) -> tuple[Drift, ...]:
    """What differs."""
    return tuple(
        Drift(name_of(project, change), change.kind.name.lower(), reason(change))
        for change in drift(changes)
    )


def left(changes: Iterable[Change], *, force: bool) -> tuple[Change, ...]:
    """What will still differ after `generate`: all, where it refuses one."""
    changes = tuple(changes)
    if refusals(changes, force=force):
        return changes
    return tuple(change for change in changes if change.kind is Kind.EDITED_ORPHAN)
