"""One run over a project: what was found, and what separates its package from its schemas.

Goes in: the folder given on the command line. Comes out: findings and changes; from the cache where
nothing changed since, from the compiler otherwise. `generate` and `check` both start here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from respgen.cli.naming import named
from respgen.cli.terminal import Stop
from respgen.diagnostics import Diagnostic, Problems, Severity
from respgen.output import ChangeKind, FileChange, Obstacle, compare, present
from respgen.output.cache import Memory, recall, remember
from respgen.output.inputs import fingerprint
from respgen.output.marks import marks
from respgen.project import NoProject, Project
from respgen.source.looks import unchanged

if TYPE_CHECKING:  # loading the compiler costs more than an up-to-date check
    from respgen.load import Lines, Unreadable
    from respgen.pipeline import Build, Judged, Parsed


@dataclass(frozen=True, slots=True)
class OpenProject:
    """A project, the problems of its settings, and the lines to show under them.

    `parsed` is what all projects of a run have read.
    """

    project: Project
    problems: Problems
    lines: Lines
    parsed: Parsed = field(default_factory=dict)

    def shown(self, name: str) -> str:
        """The path from the working folder to what diagnostics call `name`."""
        return named(self.project.root, name, Path.cwd())


@dataclass(frozen=True, slots=True)
class Inspection:
    """`changes` is empty where there are errors: then nothing was compiled to compare with.

    `build` and `inputs` are what `keep` needs; None and empty where the cache knew it all.
    """

    found: tuple[Diagnostic, ...]
    lines: Lines
    changes: tuple[FileChange, ...]
    build: Build | None = None
    inputs: str = ""

    @property
    def failed(self) -> bool:
        return any(found.severity is Severity.ERROR for found in self.found)


def inspect(where: OpenProject) -> Inspection:
    """What there is to say about a project, and to do. Raises Stop."""
    with environment():
        memory = None if len(where.problems) else recall(where.project)
        return _remembered(memory) if memory else _compiled(where)


def judged(where: OpenProject) -> Judged:
    """What the schemas say: no template is rendered for it. Raises Stop."""
    from respgen.pipeline import judge  # as below

    return judge(where.project, schemas(where), where.parsed)


def schemas(where: OpenProject) -> dict[str, bytes]:
    """The bytes of every schema, by its name. Raises Stop."""
    from respgen.load import Unreadable  # as below
    from respgen.pipeline import schemas

    try:
        return schemas(where.project)
    except Unreadable as error:
        raise unreadable(where, error) from error


def compiled(where: OpenProject) -> Build:
    """The project's package, in memory. Raises Stop."""
    # here and not above: it loads the compiler and its libraries
    from respgen.emit import OverrideError
    from respgen.load import Unreadable
    from respgen.pipeline import build

    try:
        return build(where.project, where.parsed)
    except Unreadable as error:
        raise unreadable(where, error) from error
    except OverrideError as error:
        raise Stop(str(error)) from error


def unreadable(where: OpenProject, error: Unreadable) -> Stop:
    """What to say of a schema that cannot be read."""
    return Stop(f"cannot read {where.shown(error.name)}: {error.reason}")


def keep(project: Project, seen: Inspection) -> None:
    """Remember an inspection if the disk agrees that nothing is left to do. Raises Stop."""
    if seen.build is None or seen.failed:
        return
    with environment():
        output = present(project.output)
        changes = compare(
            seen.build.files, output, marks(project, seen.build.templates)
        )
        looks = seen.build.looks.answers
        same = fingerprint(project) == seen.inputs and unchanged(looks)
        if same and not drift(changes):
            paths = tuple(change.path for change in changes)
            memory = Memory(seen.found, seen.lines, paths, looks)
            remember(project, seen.inputs, output, memory)


@contextmanager
def environment() -> Iterator[None]:
    """Turn what the environment refuses into Stop."""
    try:
        yield
    except (NoProject, Obstacle) as error:
        raise Stop(str(error)) from error
    except OSError as error:
        raise Stop(str(Obstacle.of(error, "the project"))) from error


def drift(changes: Iterable[FileChange]) -> tuple[FileChange, ...]:
    """What is not as it should be."""
    return tuple(
        change for change in changes if change.kind is not ChangeKind.UNCHANGED
    )


def name_of(where: OpenProject, change: FileChange) -> str:
    """What people call a file: the path that leads to it from where they are."""
    return where.shown(where.project.name(where.project.output / change.path))


def stop_at_blocked(where: OpenProject, changes: Iterable[FileChange]) -> None:
    """Raise Stop where a link or a folder stands where a file must go."""
    for change in changes:
        if change.kind is ChangeKind.BLOCKED:
            path = name_of(where, change)
            raise Stop(
                f"{path} is a link, a folder or a device: respgen leaves it alone"
            )


def _remembered(memory: Memory) -> Inspection:
    unchanged = (
        FileChange(path, ChangeKind.UNCHANGED, b"", b"") for path in memory.paths
    )
    return Inspection(memory.found, memory.lines, tuple(unchanged))


def _compiled(where: OpenProject) -> Inspection:
    inputs = fingerprint(where.project)
    build = compiled(where)
    found = tuple(sorted([*where.problems, *build.problems]))
    names = {diagnostic.span.file for diagnostic in found}
    lines = {**where.lines, **build.lines}
    shown = {name: lines[name] for name in names & lines.keys()}
    seen = Inspection(found, shown, (), build, inputs)
    if seen.failed:
        return seen
    output = present(where.project.output)
    changes = compare(build.files, output, marks(where.project, build.templates))
    return replace(seen, changes=changes)
