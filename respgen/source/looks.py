"""What the compiler asks of the disk beside schemas, with the answers: inputs like any other.

Goes in: paths. Comes out: what is there. Kept answers can be asked again, so that a cache knows
whether one has changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from respgen import files

Answer: TypeAlias = tuple[str, str, str]
"""A question, a path, and what was there."""


@dataclass(slots=True)
class Looks:
    """Asks and keeps the answers."""

    _answers: dict[tuple[str, str], str] = field(default_factory=dict)

    def kind(self, path: Path) -> str:
        """`file`, `folder`, or empty."""
        return self._asked("kind", path)

    def text(self, path: Path) -> bytes | None:
        """The bytes of a file; None where it cannot be read."""
        self._asked("digest", path)
        return _contents(path)

    def modules(self, folder: Path) -> tuple[str, ...]:
        """What may be imported from a folder: modules in any form, and folders."""
        return tuple(self._asked("modules", folder).split())

    def _asked(self, question: str, path: Path) -> str:
        key = question, os.fspath(path)
        if key not in self._answers:
            self._answers[key] = _QUESTIONS[question](path)
        return self._answers[key]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All that was asked."""
        return tuple((*key, answer) for key, answer in self._answers.items())


def unchanged(answers: Iterable[Answer]) -> bool:
    """Whether the same questions have the same answers now."""
    return all(
        _QUESTIONS[question](Path(path)) == answer for question, path, answer in answers
    )


def _kind(path: Path) -> str:
    """What cannot be asked for, as a name that is too long, is not there."""
    if os.path.isdir(path):
        return "folder"
    return "file" if os.path.isfile(path) else ""


def _modules(folder: Path) -> str:
    try:
        entries = [*folder.iterdir()]
    except OSError:
        return ""
    found = {each.name.partition(".")[0] for each in entries if _importable(each)}
    return " ".join(sorted(name for name in found if name.isidentifier()))


def _importable(path: Path) -> bool:
    return path.suffix in _MODULES or path.is_dir()


def _digest(path: Path) -> str:
    data = _contents(path)
    return "" if data is None else sha256(data).hexdigest()


def _contents(path: Path) -> bytes | None:
    try:
        return files.contents(path)
    except (OSError, ValueError):
        return None


_MODULES = frozenset({".py", ".pyi", ".pyx", ".so", ".pyd"})
_QUESTIONS: Mapping[str, Callable[[Path], str]] = MappingProxyType(
    {"kind": _kind, "digest": _digest, "modules": _modules}
)
