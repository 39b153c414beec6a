"""What commands share: options, the project around a folder, the printing of findings."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from respgen.cli.inspection import Lines, OpenProject, environment
from respgen.cli.reporters import FORMATS, report
from respgen.cli.reporters.drift import Drift
from respgen.cli.terminal import colourful, complain, say
from respgen.diagnostics import Diagnostic, Problems
from respgen.project import find, root_of
from respgen.project.mistakes import FILE

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are printed: text on stderr, or one document on stdout, with the"
    " files that are out of date (everything else then goes to stderr).",
)


def opened(folder: Path, form: str) -> OpenProject:
    """The project around `folder`; where its settings leave none, report and exit 1.

    Raises Stop.
    """
    problems = Problems()
    with environment():
        project = find(folder, problems)
        lines = _settings_lines(root_of(folder)) if len(problems) else {}
    if project is None:
        publish(problems, lines, form)
        raise click.exceptions.Exit(1)
    return OpenProject(project, problems, lines)


def _settings_lines(root: Path) -> Lines:
    # here and not above: mistakes in settings are rare, and it loads the readers
    from respgen.load import display_lines

    return {FILE: display_lines((root / FILE).read_bytes())}


def publish(
    found: Iterable[Diagnostic], lines: Lines, form: str, drift: Iterable[Drift] = ()
) -> None:
    """Print findings and drift where the format belongs: text beside the result, a document as the result."""
    text = form == "text"
    stream = sys.stderr if text else sys.stdout
    document = report(tuple(found), lines, form, colourful(stream), drift)
    if document:
        (complain if text else say)(document)
