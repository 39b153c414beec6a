"""The whole compiler, read top to bottom: a project's schemas become the files of its package.

Goes in: a project. Comes out: the files, or the problems that leave none. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respgen.diagnostics import Diagnostic, Problems, Span, ignore_comment, selected
from respgen.emit import EmitSettings, GeneratedFile, emit, unknown_words
from respgen.load import contents, display_lines, parse
from respgen.load.tree import Node, in_text
from respgen.project import Project
from respgen.resolve import resolve
from respgen.resolve.specs import ModuleSpec
from respgen.rules import RULES
from respgen.schema import declare
from respgen.settings import FILE, note

Lines = Mapping[str, tuple[str, ...]]


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
    problems = Problems()
    sources = {project.name(path): path for path in project.schemas}
    data = {name: contents(path, name) for name, path in sources.items()}
    trees = [parse(data[name], name, problems) for name in data]
    modules = declare([tree for tree in trees if tree], problems)
    specs = resolve(modules, project.target, problems)
    if unknown := list(unknown_words(project.black)):
        data[FILE] = contents(project.root / FILE, FILE)
        note(unknown, data[FILE], problems)

    lines = {name: display_lines(data[name]) for name in data}
    reported = Problems()
    roots = {tree.path: tree.root for tree in trees if tree}
    reported.extend(_reported(problems, project, lines, roots))
    if reported.errors:
        return Build((), (), reported, lines)
    files = emit(specs, EmitSettings(project.black, project.templates))
    return Build(files, specs, reported, lines)


def _reported(
    problems: Problems, project: Project, lines: Lines, roots: Mapping[str, Node]
) -> Iterator[Diagnostic]:
    for found in problems:
        silenced = _silenced(found.span, lines, roots.get(found.span.file))
        if selected(found, RULES, silenced, project.select, project.ignore):
            yield found


def _silenced(span: Span, lines: Lines, root: Node | None) -> frozenset[str]:
    """The codes that the comment on the line of a finding silences."""
    line = "".join(lines.get(span.file, ())[span.line - 1 : span.line])
    column, codes = ignore_comment(line)
    text = root is not None and column and in_text(root, span.line, column)
    return frozenset() if text else codes
