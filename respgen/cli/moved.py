"""Packages of a project that nothing updates any more, since its `output` was changed.

Goes in: a project and what was written for it. Comes out: folders. What still imports from one of
them works on, with classes that no schema changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from respgen.output import ChangeKind, FileChange
from respgen.output.stamp import ours
from respgen.project import Project
from respgen.project.mistakes import FILE
from respgen.project.paths import is_package
from respgen.project.pyproject import NoProject, contents

_INIT = "__init__.py"
_DEEPEST = (
    3  # src/shop/generated; what is installed in the folder of a project lies deeper
)


def left_behind(project: Project, changes: Iterable[FileChange]) -> Iterator[Path]:
    """The other packages of ours in a project; only one whose package is new is looked through."""
    new = {change.path for change in changes if change.kind is ChangeKind.MISSING}
    if _INIT in new:
        yield from _packages(project.root, project.output, _DEEPEST)


def _packages(folder: Path, output: Path, depth: int) -> Iterator[Path]:
    for below in _folders(folder):
        if _is_ours(below / _INIT) and below != output:
            yield below
        elif depth > 1 and not (below / FILE).exists():  # a project of its own
            yield from _packages(below, output, depth - 1)


def _folders(folder: Path) -> list[Path]:
    """Those that could be packages; none where nobody may look."""
    try:
        found = [each for each in folder.iterdir() if is_package(each.name)]
        return sorted(each for each in found if each.is_dir())
    except OSError:
        return []


def _is_ours(file: Path) -> bool:
    try:
        return ours(contents(file) or b"")
    except NoProject:  # what cannot be read
        return False
