"""What a reader calls a file.

Goes in: the root of a project and a file's name from there. Comes out: for people and in JSON the
path that leads to the file from the working folder; for GitHub and in SARIF the one from the root of
the repository, since that is how both read paths.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

_FROM_REPOSITORY = frozenset({"github", "sarif"})


def base(form: str, roots: Iterable[Path]) -> Path:
    """Where the paths of a document about the projects at `roots` start.

    A repository is what has `.git`, a folder or (in worktrees and submodules) a file. Without one,
    the folder that GitHub names is taken for it, and else the nearest that has all the projects.
    """
    if form not in _FROM_REPOSITORY:
        return Path.cwd()
    together = Path(os.path.commonpath(list(roots) or [Path.cwd()]))
    for folder in (together, *together.parents):
        if os.path.lexists(folder / ".git"):
            return folder
    workspace = Path(os.path.realpath(os.environ.get("GITHUB_WORKSPACE") or together))
    return workspace if together.is_relative_to(workspace) else together


def named(root: Path, name: str, start: Path) -> str:
    """The file `name` of the project at `root`, as seen from the folder `start`."""
    path = os.path.normpath(root / name)
    if path == os.fspath(start) or _apart(path, start):
        return Path(path).as_posix()
    return Path(os.path.relpath(path, start)).as_posix()


def _apart(path: str, start: Path) -> bool:
    """Whether the two have no more in common than the root of the file system."""
    anchor = Path(start.anchor)
    if Path(path).anchor != start.anchor:
        return True  # another drive
    return start != anchor and os.path.commonpath([path, start]) == os.fspath(anchor)
