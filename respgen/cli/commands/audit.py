"""`respgen audit`: what is wrong in people's Python, and how much of it a catalogue would cover."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click

from respgen.audit.choice import choice
from respgen.audit.report import Report, Summary, answered, failed, report
from respgen.audit.running import analyse
from respgen.cli.auditing import Progress, Record, opened, texts
from respgen.cli.inspection import environment
from respgen.cli.naming import base, named
from respgen.cli.reporters.audit import FORMATS, page
from respgen.cli.reporters.audit.shown import Shown
from respgen.cli.terminal import colourful, complain, say
from respgen.output.write import document
from respgen.project import Project
from respgen.rules.codes import named as is_named
from respgen.rules.codes import near
from respgen.rules.r9 import UNREAD
from respgen.source.files import Sources, sources


def codes(
    _: click.Context, param: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    """Codes with commas between them, in one option or several."""
    codes = tuple(c.strip() for each in given for c in each.split(",") if c.strip())
    for code in codes:
        if not is_named(code):
            raise click.BadParameter(f"there is no rule {code!r}; {near(code)}")
        if param.name == "ignore" and code == UNREAD.code:
            raise click.BadParameter(f"{code} cannot be ignored")
    return codes


@dataclass(frozen=True, slots=True)
class Options:
    """The words of the command line."""

    paths: tuple[Path, ...]
    form: str
    output: Path | None
    only: tuple[Path, ...]
    only_paths: bool
    sites: bool
    strict: bool
    min_score: float | None
    max_shapes: int | None
    baseline: Path | None
    no_baseline: bool
    write_baseline: bool
    grow: bool
    jobs: int | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]

    def __post_init__(self) -> None:
        """Raise UsageError where options contradict each other."""
        for wrong, message in (
            (
                self.no_baseline and self.baseline,
                "--no-baseline and --baseline: leave one out",
            ),
            (
                self.no_baseline and self.write_baseline,
                "--no-baseline and --write-baseline: leave one out",
            ),
            (self.grow and not self.write_baseline, "--grow needs --write-baseline"),
            (
                self.write_baseline and (self.only or self.only_paths),
                "--write-baseline is about all files: leave out --only",
            ),
            (
                self.only and self.only_paths,
                "--only and --only-paths: leave one out",
            ),
        ):
            if wrong:
                raise click.UsageError(message)


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PLACE = click.Path(dir_okay=False, path_type=Path)


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
    help="How the findings are reported.",
)
@click.option("--output", type=_PLACE, help="Write the report to this file.")
@click.option(
    "--only",
    type=_FILE,
    multiple=True,
    help="Report this file alone, though all are analysed. May be given several times.",
)
@click.option(
    "--only-paths",
    is_flag=True,
    help="Report the PATHS alone, though the whole project is analysed; for pre-commit.",
)
@click.option("--sites", is_flag=True, help="List where responses are made by hand.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--min-score",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Fail if less of the responses comes from the catalogue.",
)
@click.option(
    "--max-shapes",
    type=click.IntRange(min=0),
    metavar="NUMBER",
    help="Fail if responses of more shapes are made by hand.",
)
@click.option("--baseline", type=_PLACE, help="Take the old findings from this file.")
@click.option("--no-baseline", is_flag=True, help="Report old findings like new ones.")
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Put all findings on record; later, remove those that are gone.",
)
@click.option("--grow", is_flag=True, help="Add new findings to the record as well.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Work in so many processes.  [default: one for each processor]",
)
@click.option(
    "--select",
    multiple=True,
    callback=codes,
    metavar="CODES",
    help="Report these rules, or families of them, alone: --select R93,R941.",
)
@click.option(
    "--ignore", multiple=True, callback=codes, metavar="CODES", help="Leave these out."
)
@click.pass_obj
def command(folders: tuple[Path, ...], /, **words: object) -> int:
    """Find what is wrong with the responses of Python code, and how many the catalogue makes.

    PATHS are files and folders; without them it is what [tool.respgen.source] includes. The code
    is read, and never imported or run.

    \b
    Exit status:
      0  no errors
      1  an error that the baseline does not hold (with --strict: or a warning),
         or a missed threshold
      2  usage or environment
    """
    options = Options(**words)  # type: ignore[arg-type] # click has checked them
    project = opened(folders, () if options.only_paths else options.paths)
    seen = _audited(project, options)
    _publish(project, seen, options)
    missed = tuple(_missed(seen.summary, options))
    for line in missed:
        complain(line)
    return 1 if missed or failed(seen.results, strict=options.strict) else 0


def _audited(project: Project, options: Options) -> Report:
    chosen = choice(project, options.select, options.ignore)
    must = not options.write_baseline
    record = None
    if not options.no_baseline:
        record = Record.of(project, options.baseline, must=must)
    with environment(), Progress() as progress:
        files = _sources(project, options)
        analysis = analyse(files, options.jobs or _processors(), progress)
    held = record.baseline if record else None
    seen = report(files, analysis, chosen, texts(project), held)
    if record is None or not options.write_baseline:
        return seen
    says = answered(files, analysis, chosen)
    kept = [own for own in (held.counts if held else ()) if not says(own)]
    held = record.written(project, seen, kept, grow=options.grow).baseline
    return report(files, analysis, chosen, texts(project), held)


def _sources(project: Project, options: Options) -> Sources:
    if options.only_paths:
        return sources(project, only=options.paths)
    found = sources(project, options.paths, options.only)
    audited = {os.path.realpath(each.path) for each in found.files}
    for path in options.only:
        if os.path.realpath(path) not in audited:
            complain(f"{path} is not among the files that are audited")
    return found


def _processors() -> int:
    """Those that this process may use, which a container may limit."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _publish(project: Project, seen: Report, options: Options) -> None:
    """Raises Stop where the file cannot be written."""
    root, start = project.root, base(options.form, [project.root])
    shown = Shown(
        seen,
        cache(lambda name: named(root, name, start)),
        sites=options.sites,
        colour=options.output is None and colourful(sys.stdout),
    )
    text = page(shown, options.form)
    if options.output is None:
        if text:
            say(text)
        return
    with environment():
        document(options.output, f"{text}\n".encode())
    complain(f"wrote {options.output}")


def _missed(summary: Summary, options: Options) -> Iterator[str]:
    least, most = options.min_score, options.max_shapes
    if least is not None and summary.score < least:
        yield f"the score is {summary.score}, below --min-score {least:g}"
    if most is not None and summary.shapes > most:
        yield f"there are {summary.shapes:,} shapes, above --max-shapes {most:,}"
