"""Changes -> disk. The only writer of files.

All or nothing: every new text is on the disk beside its file before the first one is replaced,
and each file is replaced in one step, so that a crash leaves every file old or new. What a crash
leaves behind bears a name of its own and is swept away by the next run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from respgen.interrupts import finishing
from respgen.output.compare import ChangeKind, FileChange, refusals
from respgen.output.lock import alone
from respgen.output.present import Obstacle, present

_LEFTOVER = re.compile(r"\.respgen-[0-9a-f]{16}\.tmp")
_WRITTEN = frozenset({ChangeKind.MISSING, ChangeKind.CHANGED, ChangeKind.EDITED})


def write(
    folder: Path, changes: Sequence[FileChange], *, force: bool = False
) -> tuple[FileChange, ...]:
    """Make the changes, and return none; or return the refused ones, and make none.

    `force` overwrites what was edited by hand; foreign files and edited orphans stay even so.
    Raises Obstacle where the disk does not let us, or where a file is no longer what was compared.
    """
    refused = refusals(changes, force=force)
    if not refused:
        try:
            _write(folder, changes)
        except OSError as error:
            reason = error.strerror or error
            raise Obstacle(f"cannot write to {folder}: {reason}") from error
    return refused


def replace(path: Path, data: bytes) -> None:
    """Write one file in one step: a reader sees all of the old bytes or all of the new ones.

    Raises OSError.
    """
    replace_all([(path, data)])


def document(path: Path, data: bytes) -> None:
    """Write one file of ours in one step, with the folders that it needs. Raises OSError."""
    os.makedirs(path.parent, exist_ok=True)
    replace(path, data)


def _write(folder: Path, changes: Sequence[FileChange]) -> None:
    os.makedirs(folder, exist_ok=True)
    with alone(folder), finishing():
        sweep(folder)
        changes = _respell(folder, changes)
        _confirm(folder, changes)
        written = [change for change in changes if change.kind in _WRITTEN]
        replace_all([(folder / change.path, change.new) for change in written])
        for change in changes:
            if change.kind is ChangeKind.ORPHAN:
                _remove(folder / change.path)


def sweep(folder: Path) -> None:
    """Remove what a crash left behind. Raises OSError."""
    for name in os.listdir(folder):
        if _LEFTOVER.fullmatch(name):
            _remove(folder / name)


def _respell(folder: Path, changes: Sequence[FileChange]) -> tuple[FileChange, ...]:
    """Rename `Shop.py` to `shop.py` where the file system takes both names for one file.

    Writing the one and then removing the other would leave none.
    """
    missing = {c.path.lower(): c for c in changes if c.kind is ChangeKind.MISSING}
    respelt: dict[str, FileChange] = {}
    for orphan in [c for c in changes if c.kind is ChangeKind.ORPHAN]:
        twin = missing.get(orphan.path.lower())
        if twin and os.path.lexists(folder / twin.path):
            os.rename(folder / orphan.path, folder / twin.path)
            respelt[twin.path] = FileChange(
                twin.path, ChangeKind.CHANGED, orphan.old, twin.new
            )
            respelt[orphan.path] = respelt[twin.path]
    return tuple(dict.fromkeys(respelt.get(c.path, c) for c in changes))


def _confirm(folder: Path, changes: Iterable[FileChange]) -> None:
    """Raise Obstacle where a file was changed since it was compared: an edit must not be lost."""
    now = present(folder)
    for change in [
        change for change in changes if change.kind is not ChangeKind.UNCHANGED
    ]:
        path = folder / change.path
        before = None if change.kind is ChangeKind.MISSING else change.old
        after = (
            None if change.kind is ChangeKind.ORPHAN else change.new
        )  # by another run
        found = now.get(change.path)
        if found not in (before, after) or (found is None and os.path.lexists(path)):
            raise Obstacle(f"{path} has changed in the meantime: run again")


def replace_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write files, each in one step, and none before the bytes of all are on the disk.

    Raises OSError.
    """
    with finishing():
        _replace_all(files)


def _replace_all(files: Iterable[tuple[Path, bytes]]) -> None:
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            staged.append((temporary(path), path))
            _stage(*staged[-1], data)
        for name, path in staged:
            os.replace(name, path)
    except BaseException:
        for name, _ in staged:
            with suppress(OSError):
                os.unlink(name)
        raise


def temporary(path: Path) -> Path:
    """A new name beside `path`, which `sweep` knows."""
    return path.with_name(f".respgen-{os.urandom(8).hex()}.tmp")


def _stage(name: Path, path: Path, data: bytes) -> None:
    """Put `data` on the disk under a name of its own, with the permissions that `path` has."""
    with open(name, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileNotFoundError):
        os.chmod(name, S_IMODE(os.stat(path).st_mode))


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)
