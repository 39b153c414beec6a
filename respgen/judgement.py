"""What there is to say about the schemas of a project.

Goes in: a project and the bytes of its schemas. Comes out: the findings that are reported, and
the specs. Nothing is emitted, so neither black nor Jinja is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respgen.diagnostics import Diagnostic, Problems, Span, ignore_comment, selected
from respgen.load import contents, display_lines, parse
from respgen.load.tree import SchemaFile, in_text
from respgen.project import Project
from respgen.resolve import resolve
from respgen.rules import RULES
from respgen.schema import declare
from respgen.specs import ModuleSpec

Lines = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`problems` are the findings that the project selects and no line ignores.

    `lines` and `trees` are those of the files, by the names that findings call them; a file that
    cannot be read as its format has no tree.
    """

    problems: Problems
    specs: tuple[ModuleSpec, ...]
    lines: Lines
    trees: Mapping[str, SchemaFile]


def schemas(project: Project) -> dict[str, bytes]:
    """The bytes of every schema, by its name. Raises Unreadable."""
    sources = {project.name(path): path for path in project.schemas}
    return {name: contents(path, name) for name, path in sources.items()}


def judge(project: Project, data: Mapping[str, bytes]) -> Judgement:
    """Hold schemas to all rules."""
    found = Problems()
    read = {name: parse(data[name], name, found) for name in data}
    trees = {name: tree for name, tree in read.items() if tree}
    modules = declare([*trees.values()], found)
    specs = resolve(modules, project.target, found)
    lines = {name: display_lines(data[name]) for name in data}
    reported = Problems()
    reported.extend(_reported(found, project, lines, trees))
    return Judgement(reported, specs, lines, trees)


def _reported(
    found: Problems, project: Project, lines: Lines, trees: Mapping[str, SchemaFile]
) -> Iterator[Diagnostic]:
    for each in found:
        silenced = _silenced(each.span, lines, trees.get(each.span.file))
        if selected(each, RULES, silenced, project.select, project.ignore):
            yield each


def _silenced(span: Span, lines: Lines, tree: SchemaFile | None) -> frozenset[str]:
    """The codes that the comment on the line of a finding silences."""
    line = "".join(lines.get(span.file, ())[span.line - 1 : span.line])
    column, codes = ignore_comment(line)
    text = tree is not None and column and in_text(tree.root, span.line, column)
    return frozenset() if text else codes
