"""Which files of a project are people's Python, and what is done with each.

Goes in: a project and the paths of a command line. Comes out: Sources, sorted by name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from respgen.project import Project

_OTHERS = frozenset({".git", "node_modules", "build", "dist", "__pycache__"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """`name` is the path from the project's root, with forward slashes.

    What is not `judged` is read for what others import of it: tests. What is not `reported` is
    judged with the rest, and nothing is said of it.
    """

    path: Path
    name: str
    judged: bool = True
    reported: bool = True


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to read, and the project that they are of."""

    project: Project
    files: tuple[SourceFile, ...]


def sources(project: Project, paths: Iterable[Path]) -> Sources:
    """The Python files in and below the paths."""
    found = {file for path in paths for file in _files(path)}
    output = os.path.realpath(project.output)
    return Sources(
        project,
        tuple(
            SourceFile(path, project.name(path))
            for path in sorted(found)
            if not path.is_relative_to(output)
        ),
    )


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield Path(os.path.realpath(path))
        return
    for folder, folders, names in os.walk(os.path.realpath(path)):
        if "pyvenv.cfg" in names:
            folders.clear()
            continue
        folders[:] = (each for each in folders if each not in _OTHERS)
        yield from (Path(folder, name) for name in names if name.endswith(".py"))
