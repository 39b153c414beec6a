"""People's own files, mended: all of them or none, and no edit of theirs is lost.

Goes in: files with the bytes that they had and those that they shall have. Comes out: the disk.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from respgen import files
from respgen.output.lock import alone
from respgen.output.present import Obstacle
from respgen.output.write import replace_all, sweep


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One file; `name` is what people call it."""

    name: str
    path: Path
    old: bytes
    new: bytes


def rewrite(wanted: Sequence[Rewrite]) -> None:
    """Write the new bytes of every file, or of none.

    Raises Obstacle for a link, a read-only file, one that is no longer what it was, and where the
    disk does not let us.
    """
    folders = sorted({each.path.parent for each in wanted})
    try:
        with ExitStack() as locks:
            for folder in folders:
                locks.enter_context(alone(folder))
                sweep(folder)
            for each in wanted:
                _confirm(each)
            replace_all([(each.path, each.new) for each in wanted])
    except OSError as error:
        raise Obstacle.of(error, folders[0]) from error


def _confirm(wanted: Rewrite) -> None:
    state = os.lstat(wanted.path)
    if S_ISLNK(state.st_mode):
        raise Obstacle(f"{wanted.name} is a link: fix the file that it points to")
    if not S_ISREG(state.st_mode):
        raise Obstacle(f"{wanted.name} is not a regular file")
    # the superuser may write to everything: what nobody may write to stays even so
    if not state.st_mode & 0o222 or not os.access(wanted.path, os.W_OK):
        raise Obstacle(f"{wanted.name} is read-only")
    if files.contents(wanted.path) != wanted.old:
        raise Obstacle(f"{wanted.name} has changed in the meantime: run again")
