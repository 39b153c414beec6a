"""The secret by which the cache knows its own entries: 32 random bytes outside of every project.

Goes in: the root of a project. Comes out: the key in the user's cache folder, or None where there
is none that the tree of the project could not hold. Whoever wrote the tree does not know it.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG

from respgen import files
from respgen.output.lock import alone
from respgen.output.write import sweep, temporary

_LENGTH = 32


def kept(root: Path) -> bytes | None:
    """The key, if there is one."""
    folder = _folder(root)
    return None if folder is None else _read(folder / "key")


def made(root: Path) -> bytes | None:
    """The key; a new one where there is none that can be used, and the disk lets us keep it."""
    folder = _folder(root)
    if folder is None:
        return None
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone(folder):
            sweep(folder)
            return _read(folder / "key") or _new(folder / "key")
    return None


def _read(path: Path) -> bytes | None:
    """What only its user can have written and read."""
    with suppress(OSError):
        state = os.stat(path)
        if S_ISREG(state.st_mode) and _private(state):
            found = files.contents(path, _LENGTH + 1)
            return found if len(found) == _LENGTH else None
    return None


def _private(state: os.stat_result) -> bool:
    # of a checkout's files git keeps no such mode; on Windows the user's folders are their own
    if sys.platform == "win32":
        return True
    return state.st_uid == os.geteuid() and not S_IMODE(state.st_mode) & 0o077


def _new(path: Path) -> bytes:
    key = os.urandom(_LENGTH)
    staged = temporary(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(staged, flags, 0o600), "wb") as file:
        file.write(key)
    os.replace(staged, path)
    return key


def _folder(root: Path) -> Path | None:
    """Our folder among the user's caches; None where it lies in the tree that is judged."""
    caches = _caches()
    if not os.path.isabs(caches):
        return None
    folder = Path(os.path.realpath(caches), "respgen")
    return None if folder.is_relative_to(os.path.realpath(_tree(root))) else folder


def _caches() -> str:
    """As the XDG Base Directory Specification, Apple and Microsoft have it."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):
        return named
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    below = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return os.path.join(os.path.expanduser("~"), below)


def _tree(root: Path) -> Path:
    """The repository of a project, which may hold more than one."""
    above = (root, *root.parents)
    return next((each for each in above if os.path.lexists(each / ".git")), root)
