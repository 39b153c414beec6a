"""`respgen grade`: what the headers and cookies of each class protect, as a score."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import click

from respgen.cli.classes import classes, matching, named
from respgen.cli.inspection import judged
from respgen.cli.reporters.grades import Graded, page
from respgen.cli.reporters.grades_json import document
from respgen.cli.run import opened
from respgen.cli.terminal import colourful, complain, say
from respgen.grade import GRADES, below, graded_response
from respgen.specs import ModuleSpec, ResponseSpec

_Projects: TypeAlias = Mapping[str, tuple[ModuleSpec, ...]]
"""The modules of each project, by the path that leads to it."""


def _grade(_: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """A grade in any case; click's own Choice would list them in lower case."""
    if given is not None and given.upper() not in GRADES:
        message = f"{given!r} is not one of {', '.join(GRADES)}"
        raise click.BadParameter(message, param=param)
    return given and given.upper()


@click.command()
@click.argument("names", nargs=-1, metavar="[[MODULE.]CLASS]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="One line for each class, or one JSON document.",
)
@click.option(
    "--min",
    "least",
    callback=_grade,
    metavar="GRADE",
    help="Fail if a class has a lower grade: A+, A, A-, B+ ... D-, F.",
)
@click.option("-v", "--verbose", is_flag=True, help="Show every test of every class.")
@click.pass_obj
def command(
    folders: tuple[Path, ...],
    names: tuple[str, ...],
    form: str,
    least: str | None,
    verbose: bool,
) -> int:
    """Score the security of each class's headers and cookies, worst first. Nothing is sent.

    The score is that of the MDN HTTP Observatory: 100, minus points for what is missing, plus (from
    90 on) points for what few sites have. With a CLASS, or with -v, it shows every test, the lines
    of the schema that lead to A+, and the differences from the headers that the OWASP Secure Headers
    Project recommends.

    \b
    The observatory fetches the pages of a site, but here there is only a class. So respgen assumes:
      https, with http redirected to it
      no HSTS preload list, no scripts from other sites, and every listed cookie set
    An argument that callers may leave out counts as not sent.

    \b
    Exit status:
      0  graded
      1  a schema has mistakes, or (with --min) a class is below that grade
      2  usage or environment
    """
    run = opened(folders, "text")
    seen = run.each(judged)
    for where, each in seen:
        found = (*where.problems, *each.problems)
        run.note(where.project.root, found, {**where.lines, **each.lines})
    if run.failed(strict=False) or run.status:
        run.publish()
        run.end(1)
        return run.status
    specs = {where.shown("."): each.specs for where, each in seen}
    reports = sorted(_graded(specs, names, least), key=_worst_first)
    if form == "json":
        say(document(reports, least))
    else:
        _tell(reports, details=bool(names) or verbose)
    return _judged(reports, least)


def _graded(
    projects: _Projects, names: tuple[str, ...], least: str | None
) -> Iterator[Graded]:
    """The reports of the named classes, each once; of all where none is named. Raises Stop."""
    chosen = [each for name in names for each in _named(name, projects)] or [
        (project, *each)
        for project, specs in projects.items()
        for each in classes(specs).values()
    ]
    once = {(each[0], each[1], each[2].name): each for each in chosen}
    for project, module, response in once.values():
        report = graded_response(response)
        low = least is not None and below(report.grade, least)
        prefix = f"{project}: " if len(projects) > 1 else ""
        name = f"{prefix}{module}.{response.name}"
        yield Graded(project, module, response.name, name, report, low)


def _named(name: str, projects: _Projects) -> Iterator[tuple[str, str, ResponseSpec]]:
    """The classes of this name, one of each project that has it. Raises Stop."""
    having = [each for each, specs in projects.items() if matching(name, specs)]
    if not having:  # says so, with the nearest name of all
        named(name, [module for specs in projects.values() for module in specs])
    for project in having:
        yield project, *named(name, projects[project])


def _worst_first(graded: Graded) -> tuple[int, str]:
    return graded.report.score, graded.name


def _tell(reports: list[Graded], *, details: bool) -> None:
    if not reports:
        complain("no classes to grade")
        return
    say(page(reports, colourful(sys.stdout), details=details))
    if not details:
        complain("assumes https and every listed cookie set: -v shows all assumptions")


def _judged(reports: list[Graded], least: str | None) -> int:
    """The exit status; what is below is named."""
    low = [each.name for each in reports if each.below]
    if low:
        complain(f"below {least}: {', '.join(low)}")
    return 1 if low else 0
