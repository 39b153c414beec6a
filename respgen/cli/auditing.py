"""What `respgen audit` asks of the disk and the terminal: the project, its texts, its baseline, progress.

Goes in: words of the command line. Comes out: values for `respgen.audit`. Raises Stop.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import click

from respgen.audit.baseline import Baseline, Unusable, encoded, parsed, rewritten
from respgen.audit.report import Report, Texts, recordable
from respgen.audit.statements import Identity
from respgen.audit.suppression import Comments, comments
from respgen.cli.inspection import environment
from respgen.cli.naming import named
from respgen.cli.run import Run, settings_lines
from respgen.cli.terminal import Stop, complain
from respgen.diagnostics import Problems
from respgen.files import contents
from respgen.output.write import document
from respgen.project import Project, read, surroundings
from respgen.source.files import is_inside
from respgen.source.reading import display_lines

_INTERVAL = 0.1
"""Seconds between two looks at how far we are."""


def opened(
    folders: Sequence[Path],
    paths: Sequence[Path],
    command: str = "audit",
    *,
    compiled: bool = False,
) -> Project:
    """The project around the folder, or else around the paths. Raises Stop, and Exit for its mistakes.

    It may lack schemas; what is not to be `compiled` has none.
    """
    if len(folders) > 1:
        raise Stop(f"{command} takes one project: leave out all -C but one")
    problems = Problems()
    with environment():
        root = surroundings(folders[0] if folders else _common(paths))
        project = read(root, problems, compiled=compiled, begun=False)
    if len(problems) or project is None:
        run = Run("text", Path.cwd())
        run.note(root, problems, settings_lines(root, problems))
        run.publish()
        raise click.exceptions.Exit(1)
    check_inside(project, paths)
    return project


def check_inside(project: Project, paths: Iterable[Path]) -> None:
    """Raise UsageError for a path that is not the project's."""
    for path in paths:
        if not is_inside(path, project):
            root = named(project.root, ".", Path.cwd())
            message = f"{path} is outside of the project in {root}"
            raise click.UsageError(f"{message}: choose another one with -C")


def _common(paths: Sequence[Path]) -> Path:
    """The folder that holds all the paths; of none the one that we are in."""
    real = [os.path.realpath(path) for path in paths or (Path(),)]
    folder = Path(os.path.commonpath(real))
    return folder if folder.is_dir() else folder.parent


def texts(project: Project) -> Texts:
    """The files of a project, as they are now; what is gone meanwhile is empty."""

    def data(name: str) -> bytes:
        try:
            return contents(project.root / name)
        except OSError:
            return b""

    def commented(name: str) -> Comments:
        return comments(name, data(name))

    return Texts(commented, lambda name: display_lines(data(name)))


@dataclass(frozen=True, slots=True)
class Record:
    """Where the baseline is, and what it holds; None where there is none yet."""

    path: Path
    baseline: Baseline | None

    @classmethod
    def of(cls, project: Project, given: Path | None, *, must: bool) -> Record:
        """`given` takes the place of the settings' file; it `must` be there then."""
        path = Path(os.path.realpath(given or project.root / project.source.baseline))
        name = project.name(path)
        try:
            with environment():
                if not os.path.lexists(path) and not (given and must):
                    return cls(path, None)
                return cls(path, parsed(name, contents(path)))
        except Unusable as error:
            place = f"{named(project.root, name, Path.cwd())}:{error.line}"
            message = f"{place}: the baseline cannot be read: {error}"
            advice = "correct it, or remove it and run `respgen audit --write-baseline`"
            raise Stop(f"{message}; {advice}") from error

    def written(
        self, project: Project, seen: Report, kept: Iterable[Identity], *, grow: bool
    ) -> Record:
        """The record after it was brought up to date on the disk."""
        found = (each.identity for each in seen.results if recordable(each))
        counts = rewritten(self.baseline, found, kept, grow)
        data = encoded(counts)
        name = project.name(self.path)
        with environment():
            if not self.path.is_file() or contents(self.path) != data:
                document(self.path, data)
        number = sum(counts.values())
        shown = named(project.root, name, Path.cwd())
        complain(f"{shown} holds {number:,} finding{'s' * (number != 1)}")
        return Record(self.path, parsed(name, data))


@dataclass(slots=True)
class Progress:
    """How many files are read, on a terminal while it is entered; elsewhere nothing."""

    _shows: bool = field(default_factory=lambda: _is_terminal())
    _last: float = field(default_factory=monotonic)
    _shown: bool = False

    def __call__(self, done: int, of: int) -> None:
        """Told for each file; shown now and then."""
        if self._shows and (now := monotonic()) - self._last > _INTERVAL:
            self._last, self._shown = now, True
            click.echo(f"\rreading {done:,} of {of:,} files", nl=False, err=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True, color=True)
            self._shown = False


def _is_terminal() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
