"""The Python files below a folder, without those that are nobody's source.

Goes in: a folder. Comes out: paths, in any order. Git is asked what it ignores; where it cannot be,
the folder is walked. Links to folders are not followed, so that no circle is.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

_OTHERS = frozenset(
    {".git", "node_modules", "build", "dist", "__pycache__", "site-packages"}
)
_ENVIRONMENT = ("pyvenv.cfg", "conda-meta")
"""What a folder of installed packages holds."""
_PATIENCE = 20  # seconds: git waits for nothing but a slow disk
_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What hooks are told of the repository that they run in, which need not be the folder's."""


def listed(folder: str) -> Iterator[str]:
    """What git does not ignore; what git ignores altogether was meant, since somebody named it."""
    names = _known_to_git(folder)
    yield from _walked(folder) if not names else _chosen(folder, names)


def _known_to_git(folder: str) -> list[str]:
    """The names of files, and of repositories within this one; none without a work tree."""
    words = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    # the configuration of a checkout must not name programs for us to run
    safe = ("--no-optional-locks", "-c", "core.fsmonitor=false")
    environment = {k: v for k, v in os.environ.items() if k not in _HOOK}
    try:
        done = subprocess.run(
            ["git", *safe, "-C", folder, *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return os.fsdecode(done.stdout).split("\0")[:-1]


def _chosen(folder: str, names: list[str]) -> Iterator[str]:
    """The files among the names that are there, and those of repositories within."""
    environments = {
        above
        for name in names
        if name.endswith("/pyvenv.cfg") or "/conda-meta/" in name
        for above in (name.rpartition("/conda-meta/")[0] or os.path.dirname(name),)
    }
    others: dict[str, bool] = {}
    for name in names:
        above, _, last = name.rstrip("/").rpartition("/")
        if above not in others:
            others[above] = _is_others(above, environments)
        path = os.path.join(folder, name)
        if others[above]:
            continue
        if name[-1] == "/" or ("." not in last and _is_folder(path)):
            if last not in _OTHERS:
                yield from listed(path)
        elif last.endswith(".py") and os.path.lexists(path):
            yield path


def _is_folder(path: str) -> bool:
    """A repository of its own, that is, since git names no other folder."""
    return os.path.isdir(path) and not os.path.islink(path)


def _is_others(folder: str, environments: set[str]) -> bool:
    parts = folder.split("/")
    above = {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return not _OTHERS.isdisjoint(parts) or not environments.isdisjoint(above)


def _walked(folder: str) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        if above != folder and not {*names, *folders}.isdisjoint(_ENVIRONMENT):
            folders.clear()
            continue
        folders[:] = (each for each in folders if each not in _OTHERS)
        yield from (os.path.join(above, name) for name in names if name[-3:] == ".py")
