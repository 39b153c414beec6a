"""The folders that a pattern such as `services/**` matches, each once.

Goes in: a folder and the pattern. Come out: real folders. `**` follows no links, which may form
circles, and enters neither hidden folders nor those of installed packages.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path

_INSTALLED = frozenset({"node_modules", "site-packages", "__pycache__", "venv"})


def matching(root: Path, pattern: str) -> set[Path]:
    """What is not there, or may not be read, matches nothing."""
    found = {_real(root)}
    for part in Path(pattern).parts:
        found = {_real(each) for each in _step(found, part)}
    return found


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _step(found: set[Path], part: str) -> Iterator[Path]:
    if part == "**":
        yield from _below(found)
    elif has_magic(part):
        yield from (each for folder in found for each in _named(folder, part))
    else:
        inside = (folder / part for folder in found)
        yield from (each for each in inside if os.path.isdir(each))


def _named(folder: Path, part: str) -> Iterator[Path]:
    for each in _folders(folder):
        if fnmatchcase(each.name, part) and (part[0] == "." or each.name[0] != "."):
            yield Path(each)


def _below(found: set[Path]) -> set[Path]:
    waiting, seen = [*found], set[Path]()
    while waiting:
        if (last := waiting.pop()) not in seen:
            seen.add(last)
            waiting += (Path(each) for each in _folders(last) if _entered(each))
    return seen


def _entered(entry: os.DirEntry[str]) -> bool:
    return (
        not entry.is_symlink() and entry.name[0] != "." and entry.name not in _INSTALLED
    )


def _folders(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [each for each in entries if each.is_dir()]
    except OSError:
        return []
