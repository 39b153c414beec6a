"""A mistake in pyproject.toml, or another file of settings, is a finding, as one in a schema is.

Goes in: findings by the keys they stand under, and the file's bytes. Come out: diagnostics. The
located reader brings PyYAML, so it is loaded for a mistake alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from respgen import files
from respgen.diagnostics import Finding, Places, Problems, Span
from respgen.rules import r0

FILE = "pyproject.toml"

mistake = partial(Finding, r0.CONFIGURATION)
"""What is wrong with the value at a path of the file, or with its key."""

Mistake: TypeAlias = tuple[Path, Finding | None]
"""What is wrong in a file; without a finding it is no TOML."""


def note_all(root: Path, mistakes: Iterable[Mistake], problems: Problems) -> None:
    """Add a diagnostic for each in its file, which is named from the root of the project."""
    from respgen.load.placing import note_syntax

    for file, found in mistakes:
        name = Path(os.path.relpath(file, root)).as_posix()
        data = files.contents(file)
        if found is None:
            note_syntax(name, data, problems)
        else:
            note(name, [found], data, problems)


def note(
    name: str, mistakes: Iterable[Finding], data: bytes, problems: Problems
) -> None:
    """Add a diagnostic for each in the file of that name; `data` is TOML that tomllib could read."""
    from respgen.load.placing import located, place

    root = located(name, data)
    for found in mistakes:
        path = () if isinstance(found.at, Span) else found.at
        span = place(root, name, path, key=found.at_key)
        problems.note([found], Places(span))
