"""The gates of a project that would look at generated code: what to write to keep it out of them.

Goes in: the folder of a project and the name of its package. Comes out: for each tool that is set up
there, or above up to the root of the repository, a file and a line. Nothing is written: the tables are
their owner's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from respgen.project.mistakes import FILE
from respgen.project.pyproject import NoProject, contents, document, table

_PRE_COMMIT = ".pre-commit-config.yaml"
_MODES = ("off", "basic", "standard", "strict")


@dataclass(frozen=True, slots=True)
class Gate:
    """A line to add, and where; `fails`: without it generated code counts against a threshold."""

    place: str
    line: str
    fails: bool = False


def gates(root: Path, package: str) -> tuple[Gate, ...]:
    """The gates that do not leave the package alone yet."""
    return tuple(gate for gate in by_tool(root, package).values() if gate)


def by_tool(root: Path, package: str) -> dict[str, Gate | None]:
    """The gates that there are; None for one that leaves the package alone."""
    found: dict[str, Gate | None] = {}
    for folder in up(root):
        path = Path(os.path.relpath(root / package, folder)).as_posix()
        place = Path(os.path.relpath(folder, Path.cwd()))
        for tool, gate in _folder(folder, path, place):
            found.setdefault(tool, gate)  # each tool reads the nearest of its files
    return found


def up(root: Path) -> Iterator[Path]:
    """The folder and those above it, as far as its repository goes; itself alone without one."""
    above = [root, *root.parents]
    tops = [index for index, each in enumerate(above) if (each / ".git").exists()]
    yield from above[: tops[0] + 1 if tops else 1]


def _folder(folder: Path, path: str, place: Path) -> Iterator[tuple[str, Gate | None]]:
    """By tool, what a folder's files lack; None where they have it."""
    tools = table(document(_read(folder / FILE)) or {}, "tool")
    pyproject = (place / FILE).as_posix()
    if "ruff" in tools:
        gate = Gate(f"{pyproject} [tool.ruff]", f'extend-exclude = ["{path}"]')
        yield "ruff", None if _names(tools["ruff"], path) else gate
    for name in ("ruff.toml", ".ruff.toml"):
        if data := _read(folder / name):
            gate = Gate((place / name).as_posix(), f'extend-exclude = ["{path}"]')
            yield "ruff", None if path.encode() in data else gate
    if coverage := table(tools, "coverage"):
        fails = "fail_under" in table(coverage, "report")
        gate = Gate(f"{pyproject} [tool.coverage.run]", f'omit = ["{path}/*"]', fails)
        apart = _names(coverage, path) or not _measured(table(coverage, "run"), path)
        yield "coverage", None if apart else gate
    if pyright := table(tools, "basedpyright"):
        gate = Gate(f"{pyproject} [tool.basedpyright]", f'ignore = ["{path}"]')
        # in the modes that are pyright's own, nothing is found
        apart = pyright.get("typeCheckingMode") in _MODES or _names(pyright, path)
        yield "basedpyright", None if apart else gate
    if data := _read(folder / _PRE_COMMIT):
        gate = Gate((place / _PRE_COMMIT).as_posix(), f"exclude: ^{path}/")
        yield "pre-commit", None if path.encode() in data else gate


def _read(file: Path) -> bytes:
    try:
        return contents(file) or b""
    except NoProject:  # what cannot be read is no gate of this run
        return b""


def _measured(run: dict[str, Any], path: str) -> bool:
    """Whether coverage looks at the package: everywhere, unless `source` says where."""
    lists = (run.get(key) for key in ("source", "source_pkgs"))
    named = [each for found in lists if isinstance(found, list) for each in found]
    folders = [os.path.normpath(str(each)) for each in named]
    within = (each == "." or f"{path}/".startswith(f"{each}/") for each in folders)
    return not folders or any(within)


def _names(settings: Any, path: str) -> bool:
    """Whether the package is named anywhere in them."""
    if isinstance(settings, dict):
        return any(_names(each, path) for item in settings.items() for each in item)
    if isinstance(settings, list):
        return any(_names(each, path) for each in settings)
    return isinstance(settings, str) and path in settings
