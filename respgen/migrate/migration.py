"""The whole of a migration, read from top to bottom.

Goes in: a project, its specs, and the facts of its code. Comes out: a Migration: files as they are and as
they become, and what stays and why. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from respgen.audit.choice import choice
from respgen.audit.findings import Found
from respgen.audit.suppression import Comments, comments
from respgen.migrate.plan import Change, Refusal, plan
from respgen.project import Project
from respgen.rewrite.edits import Rewritten, Source
from respgen.rewrite.rewriting import rewritten
from respgen.sending.catalogue import Catalogue, catalogue
from respgen.source.program.facts import Facts
from respgen.specs import ModuleSpec
from respgen.specs.types import ImportPath

Bytes = Callable[[str], bytes | None]
"""Those of a file, as it was read."""


@dataclass(frozen=True, slots=True)
class Migration:
    """`changes` are what `files` have in them; in their order."""

    files: tuple[Rewritten, ...]
    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]


def migration(
    project: Project,
    specs: Sequence[ModuleSpec],
    facts: Facts,
    data: Bytes,
    prefer: str = "",
    select: tuple[str, ...] = (),
) -> Migration:
    """What becomes of the code: of the sites that an audit with these codes selected would list."""
    known, chosen = catalogue(project, specs), choice(project, select)

    @cache
    def silent(name: str) -> Comments:
        return comments(name, data(name) or b"")

    def wanted(site: Found) -> bool:
        asked = chosen.reports(site.code, site.span.file)
        return asked and not silent(site.span.file).silencing(site)

    made = plan(facts, known, prefer, wanted)
    files, changes, refusals = [], [], [*made.refusals]
    for name in sorted(made.changes):
        source = _source(project, facts, known, specs, name, data(name) or b"")
        file, done, left = _rewritten(source, made.changes[name])
        files.append(file)
        changes += done
        refusals += left
    return Migration(tuple(files), tuple(changes), tuple(sorted(refusals, key=_place)))


def _place(refusal: Refusal) -> tuple[str, int, int]:
    span = refusal.site.span
    return span.file, span.line, span.column


def _rewritten(
    source: Source, changes: Sequence[Change]
) -> tuple[Rewritten, list[Change], list[Refusal]]:
    """A file, what was done, and what was not."""
    file = rewritten(source, [change.edits for change in changes])
    reasons = {refusal.change: refusal.reason for refusal in file.refusals}
    done = [each for each in changes if each.edits not in reasons]
    left = [
        Refusal(site, reasons[each.edits])
        for each in changes
        if each.edits in reasons
        for site in each.sites
    ]
    return file, done, left


def _source(
    project: Project,
    facts: Facts,
    known: Catalogue,
    specs: Iterable[ModuleSpec],
    name: str,
    data: bytes,
) -> Source:
    unit = facts.program.units.unit(name)
    package = unit.package if unit else ""
    module = unit.module if unit else ""
    circles = {facts.program.units.home(each, name) for each in _bases(specs)}

    def barred(imported: str) -> str:
        inside = f"{imported}.".startswith(f"{known.package}.")
        return (
            "the catalogue imports this module" if inside and module in circles else ""
        )

    return Source(name, data, package, project.style.width, barred=barred)


def _bases(specs: Iterable[ModuleSpec]) -> Iterator[str]:
    """The modules that the generated ones import when they are imported: those of their bases."""
    for module in specs:
        for response in module.responses:
            if isinstance(response.base, ImportPath):
                yield response.base.module
