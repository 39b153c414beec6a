"""Which files of a project are people's Python, and what is done with each.

Goes in: a project and the paths of a command line. Comes out: Sources, sorted by name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from respgen.project import Project
from respgen.source.globs import matches
from respgen.source.listing import listed

_TEST = re.compile(r"(?:^|/)(?:tests?/.*|test_[^/]*\.py|[^/]*_test\.py|conftest\.py)$")


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
    """The files to read, and the project that they are of.

    `whole`: they are all that the settings name, and not only some paths.
    """

    project: Project
    files: tuple[SourceFile, ...]
    whole: bool = True


def sources(
    project: Project, paths: Iterable[Path] = (), only: Iterable[Path] = ()
) -> Sources:
    """The Python files in and below the paths, or the settings' own; `only` those are reported.

    A file that is named is read even if the settings exclude it.
    """
    named = tuple(paths)
    root = os.path.realpath(project.root)
    starts = named or tuple(project.root / each for each in project.source.include)
    chosen = {os.path.realpath(path) for path in only}
    judges = _judges(project)
    found = {}
    for path in _once(each for start in starts for each in _below(start, project)):
        name = _name(path, root)
        reported = not chosen or os.path.realpath(path) in chosen
        found[name] = SourceFile(Path(path), name, judges(name), reported)
    return Sources(project, tuple(found[name] for name in sorted(found)), not named)


def unread(project: Project, known: Container[str]) -> Iterator[tuple[str, Path]]:
    """The Python files of the project that are not among those of some names."""
    root = os.path.realpath(project.root)
    for path in listed(root):
        name = _name(path, root)
        if name not in known and not path.startswith(_inside_output(project)):
            yield name, Path(path)


def _judges(project: Project) -> Callable[[str], bool]:
    if project.source.judge_tests:
        return lambda name: True
    return lambda name: _TEST.search(re.sub(r"^(?:\.\./)+", "", name)) is None


def _name(path: str, root: str) -> str:
    if path.startswith(root + os.sep):  # quicker than relpath, and there are many
        return path[len(root) + 1 :].replace(os.sep, "/")
    return Path(os.path.relpath(path, root)).as_posix()


def is_inside(path: Path, project: Project) -> bool:
    """Whether a file or a folder is the project's."""
    root = os.path.realpath(project.root)
    return f"{_real(path)}{os.sep}".startswith(root.rstrip(os.sep) + os.sep)


def _real(path: Path) -> str:
    """A path without links in the way to it; a file that is a link stays one."""
    if path.is_dir():
        return os.path.realpath(path)
    return os.path.join(os.path.realpath(path.parent), path.name)


def _below(start: Path, project: Project) -> Iterator[str]:
    """The files of one path."""
    path = _real(start)
    if not os.path.isdir(path):
        yield path
        return
    root, inside = os.path.realpath(project.root), _inside_output(project)
    for file in listed(path):
        excluded = matches(_name(file, root), project.source.exclude)
        if not excluded and not file.startswith(inside):
            yield file


def _inside_output(project: Project) -> str:
    """What the paths of generated files begin with."""
    return os.path.realpath(project.output) + os.sep


def _once(paths: Iterable[str]) -> Iterator[str]:
    """Without links to files that are there by themselves."""
    found = set(paths)
    for path in found:
        if not os.path.islink(path) or os.path.realpath(path) not in found:
            yield path
