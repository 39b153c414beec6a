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
from respgen.output.stamp import Ownership

if TYPE_CHECKING:  # an up-to-date check must not load the emitter
    from respgen.emit.files import GeneratedFile

TYPED = "py.typed"
_SHARED = frozenset({TYPED, "__init__.py"})  # where somebody else has one, theirs stays

Present = Mapping[str, bytes | None]
"""What stands directly in the output folder; None for what is no regular file."""


class ChangeKind(StrEnum):
    """Why a file differs from what the schema wants, in the words that people read."""

    UNCHANGED = "unchanged"
    MISSING = "missing"
    CHANGED = "schema changed"
    EDITED = "edited by hand"
    ORPHAN = "orphan"
    EDITED_ORPHAN = "orphan, edited by hand"
    FOREIGN = "not written by respgen"
    BLOCKED = "not a regular file"


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of the output folder. `old` and `new` are empty where there is no such file."""

    path: str
    kind: ChangeKind
    old: bytes
    new: bytes

    @property
    def outdated(self) -> bool:
        """Whether the file was sealed over another text than the one wanted now."""
        return stamp.sealed(self.old) != stamp.sealed(self.new)


def compare(files: Iterable[GeneratedFile], present: Present) -> tuple[FileChange, ...]:
    """What separates the output folder from `files`.

    A foreign file is no change unless it is in the way.
    """
    wanted = {file.path: stamp.stamped(file.text) for file in files} | {TYPED: b""}
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
        kind = _kind(present[path], new) if path in present else ChangeKind.MISSING
        if path not in _SHARED or kind not in {ChangeKind.FOREIGN, ChangeKind.BLOCKED}:
            yield FileChange(path, kind, present.get(path) or b"", new)


def _kind(old: bytes | None, new: bytes) -> ChangeKind:
    if old is None:
        return ChangeKind.BLOCKED
    if stamp.unix(old) == new:
        return ChangeKind.UNCHANGED
    owner = stamp.owner(old)
    if owner is Ownership.EDITED and stamp.body(old) != stamp.body(new):
        return ChangeKind.EDITED
    return ChangeKind.FOREIGN if owner is Ownership.FOREIGN else ChangeKind.CHANGED


def _orphans(wanted: Mapping[str, bytes], present: Present) -> Iterator[FileChange]:
    kinds = {
        Ownership.OURS: ChangeKind.ORPHAN,
        Ownership.EDITED: ChangeKind.EDITED_ORPHAN,
    }
    for path, old in present.items():
        if old is not None and path not in wanted:
            owner = stamp.owner(old)
            if owner in kinds:
                yield FileChange(path, kinds[owner], old, b"")
