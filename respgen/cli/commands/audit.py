"""`respgen audit`: what is wrong in people's Python, and how much of it a catalogue would cover."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from respgen.audit.analysis import analyse
from respgen.audit.report import Report, failed, report
from respgen.cli.inspection import environment
from respgen.cli.naming import base, named
from respgen.cli.reporters.audit import FORMATS, page
from respgen.cli.reporters.audit.shown import Shown
from respgen.cli.run import Run, settings_lines
from respgen.cli.terminal import Stop, colourful, say
from respgen.diagnostics import Problems
from respgen.files import contents
from respgen.project import Project, read, surroundings
from respgen.source.files import sources
from respgen.source.reading import display_lines


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    metavar="[PATHS]...",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are reported.",
)
@click.option("--sites", is_flag=True, help="List where responses are made by hand.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.pass_obj
def command(
    folders: tuple[Path, ...],
    paths: tuple[Path, ...],
    form: str,
    sites: bool,
    strict: bool,
) -> int:
    """Find what is wrong with the responses of Python code, and how many the catalogue makes.

    \b
    Exit status:
      0  no errors
      1  an error (with --strict: or a warning)
      2  usage or environment
    """
    project = _project(folders)
    start = base(form, [project.root])
    with environment():
        files = sources(project, paths or (project.root,))
        seen = report(files, analyse(files))
    shown = Shown(
        seen,
        lambda name: named(project.root, name, start),
        _lines(project.root, seen),
        sites,
        colourful(sys.stdout),
    )
    say(page(shown, form))
    return 1 if failed(seen.results, strict=strict) else 0


def _project(folders: tuple[Path, ...]) -> Project:
    """The project around the folder. Raises Stop, and Exit where its settings are wrong."""
    if len(folders) > 1:
        raise Stop("audit takes one project: leave out all -C but one")
    problems = Problems()
    with environment():
        root = surroundings(folders[0] if folders else Path())
        project = read(root, problems, compiled=False)
    if len(problems) or project is None:
        run = Run("text", Path.cwd())
        run.note(root, problems, settings_lines(root, problems))
        run.publish()
        raise click.exceptions.Exit(1)
    return project


def _lines(root: Path, seen: Report) -> dict[str, tuple[str, ...]]:
    """The lines of the files in which something was found."""
    names = {each.found.span.file for each in seen.results}
    return {name: display_lines(contents(root / name)) for name in names}
