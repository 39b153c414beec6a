"""The bytes of a file that may be anything: a pipe or a device in its place must not stop us for good."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from stat import S_ISREG


def contents(path: Path, most: int = -1) -> bytes:
    """The bytes of a regular file, all or at `most` so many. Raises OSError."""
    with open(path, "rb", opener=_opened) as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            message = "neither a file nor a link to one"
            raise OSError(errno.EINVAL, message, os.fspath(path))
        try:
            return file.read(most)
        except (
            OSError
        ) as error:  # of reading: unlike those of opening they name no file
            raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def _opened(path: str, flags: int) -> int:
    # opening a pipe would wait for its other end; Windows has no such flag, and no such pipes
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
