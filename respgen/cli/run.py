"""One command over one or more projects: one report and one exit status.

Goes in: the folders of a command line. Come out: the projects in them, and a report to which each
adds what was found in it, with the names that its reader calls the files.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, TypeVar

import click

from respgen.cli.inspection import OpenProject, environment
from respgen.cli.naming import base, named
from respgen.cli.reporters import report
from respgen.cli.reporters.drift import Drift
from respgen.cli.reporters.json import document
from respgen.cli.reporters.listing import listing
from respgen.cli.terminal import Stop, colourful, complain, say
from respgen.diagnostics import Diagnostic, Problems, Severity
from respgen.project import Workspace, read, workspace

if TYPE_CHECKING:  # loading the compiler costs more than an up-to-date check
    from respgen.load import Lines
    from respgen.pipeline import Parsed

_Result = TypeVar("_Result")


@dataclass(slots=True)
class Run:
    """`projects` are those whose settings can be worked with; `status` is the highest so far.

    `base` is the folder from which the report's names lead to the files; `found` has those names.
    """

    form: str
    base: Path = Path()
    projects: tuple[OpenProject, ...] = ()
    status: int = 0
    found: set[Diagnostic] = field(default_factory=set)
    _lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _drift: set[Drift] = field(default_factory=set)

    def each(
        self, step: Callable[[OpenProject], _Result]
    ) -> list[tuple[OpenProject, _Result]]:
        """What a step makes of each project; where one has to stop, the others go on."""
        made = []
        for where in self.projects:
            with self.going_on():
                made.append((where, step(where)))
        return made

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Turn Stop into its line and its status."""
        try:
            yield
        except Stop as stop:
            stop.show()
            self.end(stop.exit_code)

    def end(self, status: int) -> None:
        """Exit with no less than this."""
        self.status = max(self.status, status)

    def failed(self, *, strict: bool) -> bool:
        """Whether what was found is an error; with `strict`, whether there is anything."""
        severities = (each.severity for each in self.found)
        return any(strict or each is Severity.ERROR for each in severities)

    def note(
        self,
        root: Path,
        found: Iterable[Diagnostic],
        lines: Lines,
        drift: Iterable[Drift] = (),
    ) -> None:
        """Add what was found in the project at `root`; what two projects share counts once."""
        names: dict[str, str] = {}

        def name(file: str) -> str:
            if file not in names:
                names[file] = named(root, file, self.base)
            return names[file]

        for each in found:
            span = each.span._replace(file=name(each.span.file))
            self.found.add(replace(each, span=span))
        self._lines |= {name(file): texts for file, texts in lines.items()}
        self._drift |= {replace(each, path=name(each.path)) for each in drift}

    def document(self) -> dict[str, object]:
        """What `publish` prints as JSON."""
        return document(listing(self.found), sorted(self._drift))

    def publish(self) -> None:
        """Print the report where its format belongs: text beside the result, a document as the result."""
        text = self.form == "text"
        stream = sys.stderr if text else sys.stdout
        whole = report(
            self.found, self._lines, self.form, colourful(stream), self._drift
        )
        if whole:
            (complain if text else say)(whole)


def opened(folders: Iterable[Path], form: str) -> Run:
    """The projects in and around the folders; what is wrong with their settings is noted."""
    run = Run(form)
    spaces = {space.root: space for space in _workspaces(run, folders)}
    roots = dict.fromkeys(root for each in spaces.values() for root in each.projects)
    run.base = base(form, [*spaces, *roots])
    for root, space in spaces.items():
        if len(space.problems):
            run.end(1)
            run.note(root, space.problems, settings_lines(root, space.problems))
    run.projects = tuple(_projects(run, roots))
    return run


def opened_alone(
    folders: Iterable[Path], command: str, form: str = "text"
) -> tuple[Run, OpenProject]:
    """The one project that the folders must stand for. Raises Stop, and Exit where it has no settings."""
    run = opened(folders, form)
    if len(run.projects) > 1:
        names = ", ".join(f"-C {quote(each.shown('.'))}" for each in run.projects)
        raise Stop(
            f"{command} takes one project, and here are {len(run.projects)}: {names}"
        )
    if not run.projects:
        run.publish()
        raise click.exceptions.Exit(run.status)
    return run, run.projects[0]


def _workspaces(run: Run, folders: Iterable[Path]) -> Iterator[Workspace]:
    for folder in tuple(folders) or (Path(),):
        with run.going_on(), environment():
            yield workspace(folder)


def _projects(run: Run, roots: Iterable[Path]) -> Iterator[OpenProject]:
    parsed: Parsed = {}
    for root in roots:
        problems = Problems()
        with run.going_on(), environment():
            project = read(root, problems)
            lines = settings_lines(root, problems)
            if project is None:
                run.end(1)
                run.note(root, problems, lines)
            else:
                yield OpenProject(project, problems, lines, parsed)


def settings_lines(root: Path, problems: Problems) -> Lines:
    """The lines of the files of settings in which something is wrong."""
    files = {each.span.file for each in problems}
    if not files:
        return {}
    # here and not above: mistakes in settings are rare, and it loads the readers
    from respgen.load import display_lines

    return {file: display_lines((root / file).read_bytes()) for file in files}
