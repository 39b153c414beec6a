"""Changes in words: why a file of the package is not what the schemas say, and what to do.

Goes in: changes. Comes out: reasons and cures for people, rows for machines.
"""

from __future__ import annotations

from collections.abc import Iterable

from respgen.cli.formatters import exclusion
from respgen.cli.inspection import drift
from respgen.cli.reporters.drift import Drift
from respgen.diagnostics import shortened
from respgen.output import Cause, ChangeKind, FileChange, Why, refusals
from respgen.project import Project

GENERATE = "run `respgen generate`"
"""The cure of most."""

_KINDS = {
    ChangeKind.MISSING: ("missing", GENERATE),
    ChangeKind.ORPHAN: (
        "orphan: no schema generates it any more",
        f"{GENERATE}, which removes it",
    ),
    ChangeKind.EDITED_ORPHAN: (
        "orphan, edited by hand: no schema generates it any more",
        "save what you need of it and remove it: respgen will not",
    ),
    ChangeKind.FOREIGN: (
        "not written by respgen, but in the place of a generated file",
        f"move it away, then {GENERATE}",
    ),
    ChangeKind.BLOCKED: (
        "a link, a folder or a device in the place of a generated file",
        f"move it away, then {GENERATE}",
    ),
}
_CURES = {
    Why.CONFLICT: f"{GENERATE}: it writes the file again; then `git add` it",
    Why.EDIT: "move the edit into the schema, or discard it with `respgen generate --force`",
    Why.ORDER_MARK: f"{GENERATE}, and let the editor save UTF-8 without a byte order mark",
    Why.LINE_ENDS: f"{GENERATE}; `*.py text=auto` in .gitattributes keeps line ends of one kind",
}
_MOST = 5  # names of definitions that a reason lists


def reason(change: FileChange) -> str:
    """Why a file differs."""
    if not change.causes:
        return _KINDS[change.kind][0]
    return shortened("; ".join(map(_words, change.causes)))


def cure(project: Project, change: FileChange) -> str:
    """What to do about it."""
    if not change.causes:
        return _KINDS[change.kind][1]
    found = {cause.why for cause in change.causes}
    if Why.EDIT not in found and Why.FORMATTER in found:
        return f"{GENERATE}, and keep the formatter away: {exclusion(project)}"
    if Why.SORTING in found:
        return (
            f"{GENERATE}; if a formatter sorts them, keep it away: {exclusion(project)}"
        )
    return next((_CURES[why] for why in (Why.EDIT, *_CURES) if why in found), GENERATE)


def rows(project: Project, changes: Iterable[FileChange]) -> tuple[Drift, ...]:
    """What differs, by the paths from the project's root."""
    return tuple(
        Drift(
            path=project.name(project.output / change.path),
            kind=change.kind.name.lower(),
            reason=reason(change),
            line=next((cause.line for cause in change.causes if cause.line), 0),
            causes=tuple(cause.why.name.lower() for cause in change.causes),
            help=cure(project, change),
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


def _words(cause: Cause) -> str:
    """`schema changed (Item, Page)`, `conflict markers (line 12)`."""
    if cause.why is Why.CONFLICT:
        return f"{cause.why} (line {cause.line})"
    more = len(cause.names) - _MOST
    names = ", ".join(cause.names[:_MOST]) + (f" and {more} more" if more > 0 else "")
    return f"{cause.why} ({names})" if names else str(cause.why)
