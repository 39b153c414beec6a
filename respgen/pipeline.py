"""The whole compiler, read top to bottom: a project's schemas become the files of its package.

Goes in: a project. Comes out: the files, or the problems that leave none. Nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass

from respgen.diagnostics import Problems
from respgen.emit import EmitSettings, GeneratedFile, emit, unknown_words
from respgen.judgement import Lines, judge, schemas
from respgen.load import contents, display_lines
from respgen.project import Project
from respgen.settings import FILE, note
from respgen.specs import ModuleSpec


@dataclass(frozen=True, slots=True)
class Build:
    """What a project compiles to. Where `problems` has an error, there are no files and no specs.

    `problems` are the findings that the project selects and no line ignores; `lines` are those of
    the files they stand in, by the names they call them.
    """

    files: tuple[GeneratedFile, ...]
    specs: tuple[ModuleSpec, ...]
    problems: Problems
    lines: Lines


def build(project: Project) -> Build:
    """Compile. Raises Unreadable for a schema, OverrideError for an overriding template."""
    seen = judge(project, schemas(project))
    problems, lines = seen.problems, seen.lines
    if unknown := list(unknown_words(project.black)):
        settings = contents(project.root / FILE, FILE)
        lines = {**lines, FILE: display_lines(settings)}
        note(unknown, settings, problems)
    if problems.errors:
        return Build((), (), problems, lines)
    files = emit(seen.specs, EmitSettings(project.black, project.templates))
    return Build(files, seen.specs, problems, lines)
