"""`respgen grade`: what the headers and cookies of each class protect, as a score."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from respgen.cli.classes import classes, named
from respgen.cli.inspection import compiled
from respgen.cli.options import opened, publish
from respgen.cli.reporters.grades import Graded, page
from respgen.cli.reporters.grades_json import document
from respgen.cli.terminal import colourful, complain, say
from respgen.grade import GRADES, below, graded_response
from respgen.specs import ModuleSpec


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
    type=click.Choice(GRADES, case_sensitive=False),
    metavar="GRADE",
    help="Fail if a class has a lower grade: A+, A, A-, B+ ... D-, F.",
)
@click.option("-v", "--verbose", is_flag=True, help="Show every test of every class.")
@click.pass_obj
def command(
    folder: Path, names: tuple[str, ...], form: str, least: str | None, verbose: bool
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
    where = opened(folder, "text")
    build = compiled(where.project)
    where.problems.extend(build.problems)
    if where.problems.errors:
        publish(where.problems, {**where.lines, **build.lines}, "text")
        return 1
    reports = sorted(_graded(build.specs, names, least), key=_worst_first)
    if form == "json":
        say(document(reports, least))
    else:
        _tell(reports, details=bool(names) or verbose)
    return _judged(reports, least)


def _graded(
    modules: tuple[ModuleSpec, ...], names: tuple[str, ...], least: str | None
) -> Iterator[Graded]:
    """The reports of the named classes, each once; of all where none is named. Raises Stop."""
    wanted = [named(name, modules) for name in names]
    chosen = {f"{m}.{r.name}": (m, r) for m, r in wanted} or classes(modules)
    for module, response in chosen.values():
        report = graded_response(response)
        low = least is not None and below(report.grade, least)
        yield Graded(module, response.name, report, low)


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
