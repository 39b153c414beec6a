"""`respgen migrate`: move code to the catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from respgen.audit.analysis import facts
from respgen.cli.auditing import Progress, check_inside
from respgen.cli.commands.audit import codes
from respgen.cli.drift import rows
from respgen.cli.inspection import OpenProject, drift, environment, inspect, judged
from respgen.cli.migrating import Moved, publish, unmoved
from respgen.cli.run import Run, opened_alone
from respgen.cli.terminal import Refusal, complain, say
from respgen.migrate.migration import migration
from respgen.rewrite.writing import write
from respgen.sending.catalogue import Catalogue, catalogue
from respgen.sending.importing import imported_as
from respgen.source.files import sources
from respgen.specs import ModuleSpec


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    metavar="[PATHS]...",
)
@click.option("--write", "writes", is_flag=True, help="Write the files.")
@click.option(
    "--check", is_flag=True, help="Exit with 1 where something is left to do."
)
@click.option(
    "--unsafe",
    is_flag=True,
    help="Mend what is a mistake, although something else is sent then.",
)
@click.option(
    "--prefer",
    default="",
    metavar="MODULE",
    help="Take the classes of this module where several would do.",
)
@click.option(
    "--select",
    multiple=True,
    callback=codes,
    metavar="CODES",
    help="Rewrite the sites of these rules alone: --select R914.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How the result is reported.",
)
@click.pass_obj
def command(
    folders: tuple[Path, ...],
    paths: tuple[Path, ...],
    writes: bool,
    check: bool,
    unsafe: bool,
    prefer: str,
    select: tuple[str, ...],
    form: str,
) -> int:
    """Rewrite code so that it calls the catalogue, where exactly the same is sent.

    PATHS are files and folders; without them it is what [tool.respgen.source] includes. Prints the
    diff, which `git apply` accepts, and on stderr what stays and why. Nothing is imported or run.

    \b
    Exit status:
      0  done, or nothing to do
      1  the catalogue is out of date, or a file could not be written (with --check: or
         something is left to do)
      2  usage or environment
    """
    run, where = opened_alone(folders, "migrate", form)
    check_inside(where.project, paths)
    for code in select:
        if not any(each.startswith(code) or code.startswith(each) for each in _SITES):
            raise click.UsageError(f"--select {code}: sites are R910 to R915")
    specs = _up_to_date(run, where)
    with environment(), Progress() as progress:
        files = sources(where.project, paths)
        found, reader = facts(files, progress)
        package = imported_as(where.project, found)
        _check_preferred(prefer, catalogue(where.project, specs, package))
        made = migration(
            where.project, specs, found, reader.data, prefer, select, unsafe
        )
    unwritten = write(where.project.root, made.files) if writes else ()
    failed = [(file.name, reason) for file, reason in unwritten]
    for each in reader.skipped.values():
        place = f"{where.shown(each.span.file)}:{each.span.line}:{each.span.column}"
        complain(f"{place}: R900 is not read: {each.message}; {each.help}")
    publish(Moved(where, made, failed, writes), form)
    left = check and any(each.old != each.new for each in made.files)
    return 1 if failed or left else 0


_SITES = ("R910", "R911", "R912", "R913", "R914", "R915")


def _check_preferred(prefer: str, known: Catalogue) -> None:
    """Raises UsageError for what is no module of the catalogue that has something to call."""
    if prefer and not any(known.is_named(prefer, each) for each in known.modules):
        names = ", ".join(known.modules) or "nothing to call"
        raise click.UsageError(f"--prefer {prefer}: the catalogue has {names}")


def _up_to_date(run: Run, where: OpenProject) -> tuple[ModuleSpec, ...]:
    """The specs of a catalogue that is what its schemas say. Raises Refusal."""
    seen = inspect(where)
    if not (seen.failed or drift(seen.changes)):
        return judged(where).specs
    if run.form == "json":
        drifted = rows(where.project, seen.changes)
        run.note(where.project.root, seen.found, seen.lines, drifted)
        say(unmoved(run))
    if seen.failed:
        raise Refusal("the schemas have mistakes: `respgen check` shows them")
    raise Refusal("the catalogue is out of date: run `respgen generate`")
