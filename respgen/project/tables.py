"""The settings of the formatters that a folder's files go through, found as the formatters find them.

Goes in: the folder of the output. Come out: the tables of black and of ruff, each with the file it
stands in, and what is wrong with those files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from respgen.diagnostics import KeyPath
from respgen.project.mistakes import FILE, Mistake, mistake
from respgen.project.pyproject import contents, document, table


@dataclass(frozen=True, slots=True)
class Table:
    """A tool's settings, and the keys that lead to them in their file."""

    file: Path
    keys: KeyPath
    settings: Mapping[str, object]

    def __contains__(self, path: KeyPath) -> bool:
        return self._at(path) is not None

    def __getitem__(self, path: KeyPath) -> object:
        return self._at(path)

    def _at(self, path: KeyPath) -> object:
        found: object = self.settings
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def wrong(self, path: KeyPath, message: str, advice: str) -> Mistake:
        """A mistake in the value of a setting."""
        return self.file, mistake(message, advice, (*self.keys, *path))


def black_table(folder: Path, wrong: list[Mistake]) -> Table | None:
    """[tool.black] of the nearest pyproject.toml that has it, up to the root of the repository."""
    for above in (folder, *folder.parents):
        if found := _of_pyproject(above / FILE, "black", wrong):
            return found
        if os.path.exists(above / ".git") or os.path.isdir(above / ".hg"):
            break
    return None


def ruff_tables(folder: Path, wrong: list[Mistake]) -> tuple[Table, ...]:
    """The nearest settings of ruff, and those that they extend: the first that says something counts."""
    for above in (folder, *folder.parents):
        for name in (".ruff.toml", "ruff.toml", FILE):
            if found := _of_ruff(above / name, wrong):
                return tuple(_extended(found, wrong))
    return ()


def _extended(nearest: Table, wrong: list[Mistake]) -> Iterator[Table]:
    seen: set[Path] = set()
    found: Table | None = nearest
    while found:
        yield found
        seen.add(found.file)
        found = _base(found, seen, wrong)


def _base(found: Table, seen: set[Path], wrong: list[Mistake]) -> Table | None:
    path: KeyPath = ("extend",)
    if path not in found:
        return None
    written = found[path]
    if not isinstance(written, str) or "\0" in written:
        advice = 'write a path such as "../ruff.toml"'
        wrong.append(found.wrong(path, f"{written!r} is not a path", advice))
        return None
    text = os.path.expandvars(os.path.expanduser(written))
    file = Path(os.path.normpath(found.file.parent / text))
    if file in seen:
        advice = "remove it: it leads back to a file that extends this one"
        wrong.append(found.wrong(path, f"{written!r} extends itself", advice))
        return None
    if not os.path.isfile(file):
        advice = f"correct the path; it starts from the folder of {found.file.name}"
        wrong.append(found.wrong(path, f"there is no file {written!r}", advice))
        return None
    return _of_ruff(file, wrong)


def _of_ruff(file: Path, wrong: list[Mistake]) -> Table | None:
    if file.name == FILE:
        return _of_pyproject(file, "ruff", wrong)
    data = contents(file)
    if data is None:
        return None
    settings = document(data)
    if settings is None:
        wrong.append((file, None))
    return Table(file, (), settings or {})


def _of_pyproject(file: Path, tool: str, wrong: list[Mistake]) -> Table | None:
    data = contents(file)
    if data is None or tool.encode() not in data:
        return None
    tables = document(data)
    if tables is None:
        wrong.append((file, None))
        return None
    tools = table(tables, "tool")
    if tool not in tools:
        return None
    keys: KeyPath = ("tool", tool)
    if not isinstance(tools[tool], dict):
        advice = f"write [tool.{tool}], and the settings below it"
        message = f"{tool} must be a table of settings"
        wrong.append((file, mistake(message, advice, keys)))
    return Table(file, keys, table(tools, tool))
