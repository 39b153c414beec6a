"""Builds a project's files as the commands do, for tests that want them as text."""

from __future__ import annotations

from pathlib import Path

from respgen.diagnostics import Problems
from respgen.emit import GeneratedFile
from respgen.emit.names import Names
from respgen.pipeline import build
from respgen.project import find
from respgen.project.black import Style


class MistakesError(AssertionError):
    """The schemas have mistakes; the message lists them."""


def files_of(folder: Path) -> tuple[GeneratedFile, ...]:
    """The generated files of the project in `folder`. Raises MistakesError for mistakes."""
    problems = Problems()
    project = find(folder, problems)
    if project is None:
        raise MistakesError(list(problems))
    made = build(project)
    if made.problems.errors:
        raise MistakesError(list(made.problems))
    return made.files


def import_text(names: Names) -> str:
    """The import statements of a module, as black's own defaults have them."""
    lines = names.lines(Style())
    return lines.text if lines else ""
