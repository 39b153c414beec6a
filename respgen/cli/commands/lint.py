"""`respgen lint`: what there is to say about the schemas, and the mending of what is certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from respgen.cli.inspection import OpenProject, environment
from respgen.cli.options import format_option, opened, publish
from respgen.cli.reporters.visible import visible
from respgen.cli.terminal import Stop, complain, files, say, say_diff
from respgen.diagnostics import Diagnostic, Severity
from respgen.fix.mend import FixResult, Mended, mend
from respgen.load import Unreadable
from respgen.output import ChangeKind, FileChange, diff
from respgen.output.rewrite import Rewrite, rewrite
from respgen.pipeline import Judged, judge, schemas
from respgen.project import Project


@click.command()
@click.option("--fix", is_flag=True, help="Fix findings that have one certain fix.")
@click.option(
    "--diff",
    "shown",
    is_flag=True,
    help="Print what --fix would change, and write nothing.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@format_option
@click.pass_obj
def command(folder: Path, fix: bool, shown: bool, strict: bool, form: str) -> int:
    """Check the schemas without looking at the generated package.

    \b
    --fix repairs a finding if there is one certain fix. Comments, layout, quotes
    and line ends stay as they are. Findings that a setting or a comment ignores
    are left alone. `respgen rule` shows which rules have fixes.

    \b
    Exit status:
      0  no errors, or none left
      1  a schema has mistakes (with --strict: or warnings)
      2  usage or environment
    """
    where = opened(folder, form)
    data = _schemas(where.project)
    if not (fix or shown):
        found = _publish(where, judge(where.project, data), form)
        _tell_fixable(found, len(data), err=form != "text")
    elif len(where.problems):  # a setting may ignore what would be mended
        found = _publish(where, judge(where.project, data), form)
        complain("nothing was fixed: correct the settings first")
    elif shown:
        found = _show(where, data, form)
    else:
        found = _fix(where, data, form)
    failing = (each for each in found if strict or each.severity is Severity.ERROR)
    return 1 if any(failing) else 0


def _schemas(project: Project) -> dict[str, bytes]:
    try:
        return schemas(project)
    except Unreadable as error:
        raise Stop(str(error)) from error


def _publish(where: OpenProject, seen: Judged, form: str) -> tuple[Diagnostic, ...]:
    """Print the findings, those of the settings too, and return them."""
    found = (*where.problems, *seen.problems)
    publish(found, {**where.lines, **seen.lines}, form)
    return found


def _tell_fixable(found: tuple[Diagnostic, ...], total: int, *, err: bool) -> None:
    fixable = sum(each.fix is not None for each in found)
    if not found:
        say(f"{files(total)} without findings", err=err)
    elif fixable:
        say(f"{fixable} can be fixed: run `respgen lint --fix`", err=err)


def _show(
    where: OpenProject, data: dict[str, bytes], form: str
) -> tuple[Diagnostic, ...]:
    """The findings as they are, and the difference that fixing them would make."""
    mended = mend(where.project, data)
    found = _publish(where, mended.before, form)
    for each in _rewrites(where.project, data, mended):
        change = FileChange(each.name, ChangeKind.CHANGED, each.old, each.new)
        say_diff(diff(change, each.name), err=form != "text")
    _tell(mended.fixed, "would be fixed", err=True)
    _tell(mended.refused, "not fixed", err=True)
    return found


def _fix(
    where: OpenProject, data: dict[str, bytes], form: str
) -> tuple[Diagnostic, ...]:
    """Write the mended schemas, and say what was done and what is left."""
    mended = mend(where.project, data)
    wanted = tuple(_rewrites(where.project, data, mended))
    if wanted:
        with environment():
            rewrite(wanted)
    err = form != "text"
    _tell(mended.fixed, "fixed", err=err)
    found = _publish(where, mended.after, form)
    _tell(mended.refused, "not fixed", err=True)
    if wanted:
        number = f"{len(mended.fixed)} fixed in {files(len(wanted))}"
        say(f"{number}: run `respgen generate`", err=err)
    elif not found:
        say(f"{files(len(data))} without findings", err=err)
    return found


def _rewrites(
    project: Project, data: dict[str, bytes], mended: Mended
) -> Iterator[Rewrite]:
    for path in project.schemas:
        name = project.name(path)
        if mended.data[name] != data[name]:
            yield Rewrite(name, path, data[name], mended.data[name])


def _tell(outcomes: Iterable[FixResult], what: str, *, err: bool) -> None:
    for outcome in outcomes:
        span = outcome.found.span
        place = f"{visible(span.file)}:{span.line}:{span.column}"
        words = visible(outcome.words)
        say(f"{place}: {outcome.found.code} {what}: {words}", err=err)
