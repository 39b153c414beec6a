"""Which modules are a project's own, as ruff's settings say.

Go in: the tables as tomllib read them, the nearest first. Comes out: a value; a wrong setting counts
as silent, since ruff itself reports it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from respgen.diagnostics import KeyPath
from respgen.project.tables import Table


@dataclass(frozen=True, slots=True)
class FirstParty:
    """`sources` are folders, from the root; the others are patterns of module names."""

    sources: tuple[str, ...] = (".", "src")
    known: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def says(self, module: str) -> bool | None:
        """Whether a module is the project's own, where a pattern decides."""
        parts = module.split(".")
        names = [".".join(parts[:end]) for end in range(len(parts), 0, -1)]
        for name in names:
            if _matches(name, self.known):
                return True
            if _matches(name, self.others):
                return False
        return None


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def first_party(tables: Sequence[Table], root: Path) -> FirstParty:
    """What ruff's tables say, of which the nearest counts."""
    known, others = (
        _texts(_nearest(tables, ("lint", "isort", key), ("isort", key)))
        for key in ("known-first-party", "known-third-party")
    )
    return FirstParty(_sources(tables, root), tuple(known), tuple(others))


def _sources(tables: Sequence[Table], root: Path) -> tuple[str, ...]:
    """The folders from `root`: in a table they start from that of its file."""
    table = next((table for table in tables if ("src",) in table), None)
    texts = FirstParty().sources if table is None else _texts(table[("src",)])
    nearest = table or next(iter(tables), None)
    above = nearest.file.parent if nearest else root
    found = (above / each for each in texts)
    return tuple(Path(os.path.relpath(each, root)).as_posix() for each in found)


def _nearest(tables: Sequence[Table], *paths: KeyPath) -> object:
    found = (table[path] for table in tables for path in paths if path in table)
    return next(found, None)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, str))
