"""Which formatter lays out generated files anew, and the setting that ends it.

Goes in: a project. Comes out: advice. Only where such a file was found: nothing else reads this.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from respgen.project import Project

_RUFF = ("ruff.toml", ".ruff.toml")


def exclusion(project: Project) -> str:
    """How to keep formatters away from the output."""
    settings = dict(_settings(project))
    advice = list(settings.values()) or [
        f"exclude {project.name(project.output)} in the formatter's settings"
    ]
    if len(settings) > 1:
        advice.append("respgen follows [tool.black]")
    return "; ".join(advice)


def _settings(project: Project) -> Iterator[tuple[str, str]]:
    """By formatter; the nearest settings count, up to the root of the repository."""
    found: set[str] = set()
    for folder in (project.root, *project.root.parents):
        output = Path(os.path.relpath(project.output, folder)).as_posix()
        for name, advice in _of(folder, output):
            if name not in found:
                found.add(name)
                yield name, advice
        if (folder / ".git").exists():
            return


def _of(folder: Path, output: str) -> Iterator[tuple[str, str]]:
    tool = _table(folder / "pyproject.toml").get("tool", {})
    exclude = f'extend-exclude = ["{output}"]'
    for name in _RUFF:
        if (folder / name).is_file():
            yield "ruff", f"for ruff write {exclude} in {name}"
    if "ruff" in tool:
        yield "ruff", f"for ruff write {exclude} in [tool.ruff]"
    if "black" in tool:
        yield "black", f"for black write extend-exclude = '^/{output}/' in [tool.black]"


def _table(file: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    return {}
