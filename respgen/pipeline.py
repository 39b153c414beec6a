"""The whole compiler, read top to bottom: a project's schemas become the files of its package.

Goes in: a project. Comes out: the files, or the problems that leave none. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from respgen.checks import Holdings, check
from respgen.diagnostics import Problems
from respgen.emit import (
    EmitSettings,
    GeneratedFile,
    Overrides,
    emit,
    unknown_words,
)
from respgen.load import Lines, contents, display_lines, parse
from respgen.load.tree import SchemaFile
from respgen.nearness import bounded
from respgen.project import Project
from respgen.project.mistakes import note
from respgen.resolve import resolve
from respgen.resolve.bases import Reader, nowhere
from respgen.schema import declare
from respgen.selection import reported
from respgen.source.bases import Bases
from respgen.source.bindings import Bindings
from respgen.source.classes import Classes
from respgen.source.looks import Looks
from respgen.source.lookup import Lookup
from respgen.source.modules import Modules
from respgen.source.names import Names
from respgen.source.naming import check_names
from respgen.source.rendering import bound
from respgen.source.unused import check_params
from respgen.specs import ModuleSpec, Target

Parsed: TypeAlias = dict[tuple[str, bytes], tuple[SchemaFile | None, Problems]]
"""Trees and mistakes of what was parsed, by name and bytes: what projects share is parsed once."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`problems` are the findings that the project selects and no line ignores.

    `modules` are the project's own. `lines` and `trees` are those of the files, by the names that findings call them; a file that
    cannot be read as its format has no tree.
    """

    problems: Problems
    specs: tuple[ModuleSpec, ...]
    lines: Lines
    trees: Mapping[str, SchemaFile]
    modules: Modules


@dataclass(frozen=True, slots=True)
class Build:
    """What a project compiles to. Where `problems` has an error, there are no files and no specs.

    `problems` are the findings that the project selects and no line ignores; `lines` are those of
    the files they stand in, by the names they call them; `looks` is what was asked of other files.
    `templates` are the overriding ones, by name.
    """

    files: tuple[GeneratedFile, ...]
    specs: tuple[ModuleSpec, ...]
    problems: Problems
    lines: Lines
    looks: Looks
    templates: tuple[tuple[str, bytes], ...] = ()


def schemas(project: Project) -> dict[str, bytes]:
    """The bytes of every schema, by its name. Raises Unreadable."""
    sources = {project.name(path): path for path in project.schemas}
    return {name: contents(path, name) for name, path in sources.items()}


def compiled(
    files: Iterable[SchemaFile],
    target: Target,
    problems: Problems,
    holdings: Holdings | None = None,
    bases: Reader = nowhere,
) -> tuple[ModuleSpec, ...]:
    """The specs of schema files; whatever is wrong in them is added to `problems`."""
    specs = resolve(declare([*files], problems), target, problems, bases)
    check(specs, problems, holdings)
    return specs


def judge(
    project: Project, data: Mapping[str, bytes], parsed: Parsed | None = None
) -> Judged:
    """Hold schemas to all rules. Nothing is emitted, so neither black nor Jinja is loaded.

    `parsed` is where projects share what they read.
    """
    with bounded():
        return _judged(project, data, {} if parsed is None else parsed)


def _judged(project: Project, data: Mapping[str, bytes], known: Parsed) -> Judged:
    found = Problems()
    read = {name: _parsed(name, data[name], found, known) for name in data}
    trees = {name: tree for name, tree in read.items() if tree}
    modules = Modules(project)
    names = Names(Bindings(modules))
    bases = Bases(modules, names)
    made = compiled(trees.values(), project.target, found, Classes(names), bases)
    check_names(made, Lookup(modules), names, found)
    specs = bound(made, modules, found)
    check_params(specs, modules, found)
    lines = {name: display_lines(data[name]) for name in data}
    problems = reported(found, project, lines, trees)
    return Judged(problems, specs, lines, trees, modules)


def _parsed(
    name: str, data: bytes, problems: Problems, known: Parsed
) -> SchemaFile | None:
    if (name, data) not in known:
        mistakes = Problems()
        known[name, data] = parse(data, name, mistakes), mistakes
    tree, mistakes = known[name, data]
    problems.extend(mistakes)
    return tree


def build(project: Project, parsed: Parsed | None = None) -> Build:
    """Compile. Raises Unreadable for a schema, OverrideError for an overriding template."""
    seen = judge(project, schemas(project), parsed)
    problems, lines, looks = seen.problems, seen.lines, seen.modules.looks
    if project.black and (unknown := list(unknown_words(project.black.settings))):
        name = project.name(project.black.file)
        data = contents(project.black.file, name)
        lines = {**lines, name: display_lines(data)}
        note(name, unknown, data, problems)
    if problems.errors:
        return Build((), (), problems, lines, looks)
    folder = project.templates
    templates = None if folder is None else Overrides(folder, looks.text)
    settings = EmitSettings(
        style=project.style,
        python=project.python,
        header=project.header,
        templates=templates,
        owns=seen.modules.owns,
    )
    files = emit(seen.specs, settings)
    used = () if templates is None else templates.used()
    return Build(files, seen.specs, problems, lines, looks, used)
