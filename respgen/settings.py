"""A mistake in pyproject.toml is a value, as one in a schema is.

Goes in: mistakes by the keys they stand under, and the file's bytes. Come out: diagnostics. The
located reader brings PyYAML, so it is loaded for a mistake alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from respgen.diagnostics import Problems
from respgen.rules import r0

FILE = "pyproject.toml"

Place: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with the value at `place` of the file; with its key where `key` is true."""

    place: Place
    message: str
    advice: str = ""
    key: bool = False


def note(mistakes: Iterable[Mistake], data: bytes, problems: Problems) -> None:
    """Add a diagnostic for each; `data` is TOML that tomllib could read."""
    from respgen.load.placing import located, place

    root = located(FILE, data)
    for mistake in mistakes:
        span = place(root, FILE, mistake.place, key=mistake.key)
        problems.add(r0.CONFIGURATION, span, mistake.message, mistake.advice)
