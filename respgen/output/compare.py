"""Wanted files against the files present: one change for each, and why.

Goes in: generated files, and the names and bytes of what stands in the output folder.
Comes out: changes, sorted by path. `generate`, `check` and the tests all read this one list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from respgen.output import stamp
from respgen.output.causes import Cause, Why, causes, is_mixed
from respgen.output.marks import Marks

if TYPE_CHECKING:  # an up-to-date check must not load the emitter
    from respgen.emit.files import GeneratedFile

TYPED = "py.typed"
_SHARED = frozenset({TYPED, "__init__.py"})  # where somebody else has one, theirs stays

Present = Mapping[str, bytes | None]
"""What stands directly in the output folder; None for what is no regular file."""


class ChangeKind(StrEnum):
    """What a file is to what the schema wants, in the words that people read."""

    UNCHANGED = "unchanged"
    MISSING = "missing"
    CHANGED = "out of date"
    EDITED = "edited by hand"
    ORPHAN = "orphan"
    EDITED_ORPHAN = "orphan, edited by hand"
    FOREIGN = "not written by respgen"
    BLOCKED = "not a regular file"


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of the output folder. `old` and `new` are empty where there is no such file.

    `causes` say why a file that is out of date or edited differs.
    """

    path: str
    kind: ChangeKind
    old: bytes
    new: bytes
    causes: tuple[Cause, ...] = ()


def compare(
    files: Iterable[GeneratedFile],
    present: Present,
    marks: Marks = Marks(),  # noqa: B008 # frozen
) -> tuple[FileChange, ...]:
    """What separates the output folder from `files`, which were made with what `marks` says.

    A foreign file is no change unless it is in the way.
    """
    wanted = {
        file.path: stamp.stamped(file.text, marks)
        for file in files
        if file.path != TYPED
    } | {TYPED: b""}
    changes = [*_wanted(wanted, present), *_orphans(wanted, present)]
    return tuple(sorted(changes, key=lambda change: change.path))


def refusals(changes: Iterable[FileChange], *, force: bool) -> tuple[FileChange, ...]:
    """The changes that must not be made: any of them stops all the others."""
    refused = {ChangeKind.FOREIGN, ChangeKind.BLOCKED} | (
        set() if force else {ChangeKind.EDITED}
    )
    return tuple(change for change in changes if change.kind in refused)


def _wanted(wanted: Mapping[str, bytes], present: Present) -> Iterator[FileChange]:
    for path, new in wanted.items():
        change = FileChange(path, ChangeKind.MISSING, b"", new)
        if path in present:
            change = _difference(path, present[path], new)
        theirs = change.kind in {ChangeKind.FOREIGN, ChangeKind.BLOCKED}
        if not (path in _SHARED and theirs):
            yield change


def _difference(path: str, old: bytes | None, new: bytes) -> FileChange:
    if old is None:
        return FileChange(path, ChangeKind.BLOCKED, b"", new)
    if stamp.unix(old) == new and not is_mixed(old):
        return FileChange(path, ChangeKind.UNCHANGED, old, new)
    if not stamp.ours(old):
        return FileChange(path, ChangeKind.FOREIGN, old, new)
    wanted = stamp.read(new)
    found = causes(old, stamp.read(old, wanted.names), wanted)
    edited = any(cause.why is Why.EDIT for cause in found)
    kind = ChangeKind.EDITED if edited else ChangeKind.CHANGED
    return FileChange(path, kind, old, new, found)


def _orphans(wanted: Mapping[str, bytes], present: Present) -> Iterator[FileChange]:
    for path, old in present.items():
        if old is not None and path not in wanted and stamp.ours(old):
            edited = stamp.read(old).edited
            kind = ChangeKind.EDITED_ORPHAN if edited else ChangeKind.ORPHAN
            yield FileChange(path, kind, old, b"")
