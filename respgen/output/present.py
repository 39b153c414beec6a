"""What stands in the output folder now.

Reads only; sub-folders are not looked into.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from respgen.output.compare import TYPED, Present


class Obstacle(Exception):  # noqa: N818  # named for what is there, as NoProject is
    """The disk does not let us read or write; the text says which file and why, for people."""

    @classmethod
    def of(cls, error: OSError, path: str | os.PathLike[str]) -> Obstacle:
        """The operating system's own words, about the file it names or else about `path`."""
        return cls(f"{error.filename or os.fspath(path)}: {error.strerror or error}")


def present(folder: Path) -> Present:
    """The Python files and the `py.typed` directly in `folder`; none where it does not exist.

    Raises Obstacle where the folder is no folder or a file cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            ours = [entry for entry in entries if _ours(entry.name)]
        return dict(_contents(ours))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise Obstacle.of(error, folder) from error


def _ours(name: str) -> bool:
    return name.endswith(".py") or name == TYPED


def _contents(
    entries: Iterable[os.DirEntry[str]],
) -> Iterator[tuple[str, bytes | None]]:
    for entry in entries:
        with suppress(FileNotFoundError):  # another run removed it meanwhile
            yield entry.name, _bytes(entry)


def _bytes(entry: os.DirEntry[str]) -> bytes | None:
    return (
        Path(entry.path).read_bytes() if entry.is_file(follow_symlinks=False) else None
    )
