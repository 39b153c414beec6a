"""Which projects a folder stands for: the one around it, or the members of the workspace around it.

Goes in: the folder somebody stands in. Comes out: the roots of projects, or one Project.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from respgen.diagnostics import Problems
from respgen.project.mistakes import FILE, note
from respgen.project.pyproject import NoProject, contents, declares, document, table
from respgen.project.settings import Project, read
from respgen.project.workspace import TABLE, is_workspace, members

_FEW = 4


@dataclass(frozen=True, slots=True)
class Workspace:
    """`root` is the folder of the pyproject.toml that names the projects; `problems` are of the list."""

    root: Path
    projects: tuple[Path, ...]
    problems: Problems


def find(start: Path, problems: Problems) -> Project | None:
    """The project that the folder `start` is in; None where `problems` leave none.

    That is the nearest pyproject.toml upwards with [tool.respgen]; else the nearest one beside a
    folder `schemas`. A wrong setting counts as silent, so that more mistakes are found.
    Raises NoProject, also for a missing folder of schemas or templates.
    """
    root, data = _nearest(Path(os.path.realpath(start)))
    if is_workspace(data) and not _is_project_too(root, data):
        raise NoProject(f"{root} is a workspace: name one of its members")
    return read(root, problems)


def surroundings(start: Path) -> Path:
    """The root of the project whose Python the folder `start` is in, for `read`.

    It needs neither settings nor schemas: without them it is the repository, or else the folder
    itself. Raises NoProject for a pyproject.toml that cannot be read.
    """
    start = Path(os.path.realpath(start))
    if found := _declared(start):
        return found[0]
    above = (start, *start.parents)
    return next((each for each in above if os.path.lexists(each / ".git")), start)


def workspace(start: Path) -> Workspace:
    """What is around the folder `start`; a project that is no workspace is the only one in it.

    Where the root has settings or schemas of its own, it comes before its members.
    Raises NoProject.
    """
    root, data = _nearest(Path(os.path.realpath(start)))
    problems = Problems()
    if not is_workspace(data):
        return Workspace(root, (root,), problems)
    below, mistakes = members(root, table(document(data) or {}, "tool", "respgen"))
    if mistakes:
        note(FILE, mistakes, data, problems)
    own = (root,) if _is_project_too(root, data) else ()
    return Workspace(root, (*own, *below), problems)


def _is_project_too(root: Path, data: bytes) -> bool:
    settings = table(document(data) or {}, "tool", "respgen")
    return settings.keys() != {TABLE} or os.path.isdir(root / "schemas")


def _nearest(start: Path) -> tuple[Path, bytes]:
    """The root and its pyproject.toml."""
    if (found := _declared(start)) is None:
        message = f"no {FILE} with [tool.respgen] in {start} or above"
        raise NoProject(f"{message}; {_advice(start)}")
    return found


def _declared(start: Path) -> tuple[Path, bytes] | None:
    """The nearest pyproject.toml with settings, or beside schemas."""
    plain: tuple[Path, bytes] | None = None
    for folder in (start, *start.parents):
        if (data := contents(folder / FILE)) is None:
            continue
        if declares(data):
            return plain if plain and _lists(folder, data, plain[0]) else (folder, data)
        if plain is None and os.path.isdir(folder / "schemas"):
            plain = folder, data
    return plain


def _advice(start: Path) -> str:
    """A project is often below the root of its repository; of many none is the one meant."""
    files = [file for form in (f"*/{FILE}", f"*/*/{FILE}") for file in start.glob(form)]
    below = sorted(file.parent for file in files if _declares(file))
    if not 0 < len(below) <= _FEW:
        return "`respgen init` starts a project"
    named = " ".join(
        f"-C {Path(os.path.relpath(folder)).as_posix()}" for folder in below
    )
    return f"for {'that' if len(below) == 1 else 'those'} below it, add {named}"


def _declares(file: Path) -> bool:
    try:
        return declares(contents(file) or b"")
    except NoProject:  # what cannot be read is none to point to
        return False


def _lists(root: Path, data: bytes, folder: Path) -> bool:
    """Whether a folder without [tool.respgen] is a member of the workspace at `root`."""
    if not is_workspace(data):
        return False
    below, _ = members(root, table(document(data) or {}, "tool", "respgen"))
    return folder in below
