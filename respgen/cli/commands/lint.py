"""`respgen lint`: what there is to say about the schemas, and the mending of what is certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from respgen.cli.inspection import OpenProject, environment, judged, schemas
from respgen.cli.options import format_option
from respgen.cli.reporters.listing import LIMIT
from respgen.cli.reporters.visible import visible
from respgen.cli.run import Run, opened
from respgen.cli.terminal import complain, files, say, say_diff
from respgen.diagnostics import Diagnostic, shortened
from respgen.fix.mend import FixResult, Mended, mend
from respgen.output import ChangeKind, FileChange, diff
from respgen.output.rewrite import Rewrite, rewrite
from respgen.pipeline import Judged

_EFFORT = 400_000
"""Bytes, for each fix: trying takes a second then, or less."""


@dataclass(frozen=True, slots=True)
class Linted:
    """A project's schemas as they are now, and what was, or would be, fixed in them.

    `names` are those of all its schemas; what became of each fix is in words, and so is what
    would be `fixable`.
    """

    seen: Judged
    names: frozenset[str]
    rewrites: tuple[Rewrite, ...] = ()
    fixed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ()
    is_sure: bool = True
    """Whether all of it would be."""


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
def command(
    folders: tuple[Path, ...], fix: bool, shown: bool, strict: bool, form: str
) -> int:
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
    run = opened(folders, form)
    step = _previewed if shown else _fixed if fix else _tried
    linted = run.each(step)
    err = form != "text"
    if not shown:
        _tell((line for _, each in linted for line in each.fixed), err=err)
    for where, each in linted:
        found = (*where.problems, *each.seen.problems)
        run.note(where.project.root, found, {**where.lines, **each.seen.lines})
    run.publish()
    run.end(1 if run.failed(strict=strict) else 0)
    if shown:
        _tell_differences([each for _, each in linted], err=err)
    _tell((line for _, each in linted for line in each.refused), err=True)
    if not shown:
        _tell_summary(run, [each for _, each in linted], err=err)
    return run.status


def _judged(where: OpenProject) -> Linted:
    seen = judged(where)
    return Linted(seen, _names(where, seen.lines))


def _tried(where: OpenProject) -> Linted:
    """What --fix would fix is known when it is done, since a fix may bring what forbids it.

    Where that takes long, it is what --fix would try.
    """
    linted = _judged(where)
    fixable = [each for each in linted.seen.problems if each.fix]
    if len(where.problems) or not fixable:
        return linted
    data = schemas(where)
    is_sure = sum(map(len, data.values())) * len(fixable) <= _EFFORT
    done = mend(where.project, data).fixed if is_sure else _each(fixable)
    lines = tuple(_lines(where, done, "would be fixed"))
    return replace(linted, fixable=lines, is_sure=is_sure)


def _each(found: Iterable[Diagnostic]) -> Iterator[FixResult]:
    return (FixResult(each, each.message) for each in found)


def _previewed(where: OpenProject) -> Linted:
    return _mended(where, "would be fixed")


def _fixed(where: OpenProject) -> Linted:
    done = _mended(where, "fixed")
    if done.rewrites:
        with environment():
            rewrite(done.rewrites)
    return done


def _mended(where: OpenProject, what: str) -> Linted:
    if len(where.problems):  # a setting may ignore what would be mended
        complain("nothing was fixed: correct the settings first")
        return _judged(where)
    data = schemas(where)
    mended = mend(where.project, data)
    return Linted(
        mended.before if what == "would be fixed" else mended.after,
        _names(where, data),
        tuple(_rewrites(where, data, mended)),
        tuple(_lines(where, mended.fixed, what)),
        tuple(_lines(where, mended.refused, "not fixed")),
    )


def _names(where: OpenProject, data: Iterable[str]) -> frozenset[str]:
    return frozenset(map(where.shown, data))


def _rewrites(
    where: OpenProject, data: dict[str, bytes], mended: Mended
) -> Iterator[Rewrite]:
    for path in where.project.schemas:
        name = where.project.name(path)
        if mended.data[name] != data[name]:
            yield Rewrite(where.shown(name), path, data[name], mended.data[name])


def _lines(
    where: OpenProject, outcomes: Iterable[FixResult], what: str
) -> Iterator[str]:
    for outcome in outcomes:
        span = outcome.found.span
        place = f"{visible(where.shown(span.file))}:{span.line}:{span.column}"
        yield f"{place}: {outcome.found.code} {what}: {visible(shortened(outcome.words))}"


def _tell(lines: Iterable[str], *, err: bool) -> None:
    once = tuple(dict.fromkeys(lines))  # of a schema that projects share
    for line in once[:LIMIT]:
        say(line, err=err)
    if len(once) > LIMIT:
        say(f"... and {len(once) - LIMIT:,} more", err=err)


def _tell_differences(linted: Iterable[Linted], *, err: bool) -> None:
    """The difference that fixing makes to each file."""
    linted = tuple(linted)
    rewrites = {each.name: each for one in linted for each in one.rewrites}
    for name, each in rewrites.items():
        change = FileChange(name, ChangeKind.CHANGED, each.old, each.new)
        say_diff(diff(change, name), err=err)
    _tell((line for each in linted for line in each.fixed), err=True)


def _tell_summary(run: Run, linted: Iterable[Linted], *, err: bool) -> None:
    linted = tuple(linted)
    fixed = {line for each in linted for line in each.fixed}
    changed = {rewrite.name for each in linted for rewrite in each.rewrites}
    names = {name for each in linted for name in each.names}
    fixable = {line for each in linted for line in each.fixable}
    if changed:
        number = f"{len(fixed)} fixed in {files(len(changed))}"
        say(f"{number}: run `respgen generate`", err=err)
    elif not run.found and names:
        say(f"{files(len(names))} without findings", err=err)
    elif fixable:
        most = "" if all(each.is_sure for each in linted) else "up to "
        say(f"{most}{len(fixable)} can be fixed: run `respgen lint --fix`", err=err)
