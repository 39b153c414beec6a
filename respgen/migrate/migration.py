"""The whole of a migration, read from top to bottom.

Goes in: a project, its specs, and the facts of its code. Comes out: a Migration: files as they are and as
they become, and what stays and why. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from respgen.audit.choice import choice
from respgen.audit.reporting import reporting
from respgen.migrate.beyond import beyond
from respgen.migrate.ground import Ground
from respgen.migrate.plan import Change, Plan, Refusal, plan
from respgen.migrate.public import public
from respgen.project import Project
from respgen.rewrite.edits import Edit, Rewritten, Source
from respgen.rewrite.rewriting import rewritten
from respgen.rewrite.sorting import owned
from respgen.sending.catalogue import Catalogue, catalogue
from respgen.sending.importing import imported_as
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
    unsafe: bool = False,
) -> Migration:
    """What becomes of the code: of the sites that an audit with these codes selected would list."""
    known = catalogue(project, specs, imported_as(project, facts))
    wanted = reporting(choice(project, select), data)
    blocked: dict[str, str] = {}
    taken = public(facts.program.units, data)
    sources = _Sources(project, facts, known, specs, data, owned(project), taken)
    ground = Ground.of(facts, known, prefer, unsafe)
    ground = replace(ground, beyond=beyond(project, facts))
    while True:
        made = plan(ground, wanted, blocked)
        done = [_rewritten(sources, name, made) for name in sorted(made.changes)]
        refused = [each for _, _, some in done for each in some]
        failed = {c.group: reason for c, reason in refused if c.group}
        if not failed.keys() - blocked.keys():
            break
        blocked |= failed
    left = [Refusal(s, reason) for c, reason in refused for s in c.sites]
    return Migration(
        tuple(file for file, _, _ in done),
        tuple(change for _, some, _ in done for change in some),
        tuple(sorted([*made.refusals, *left], key=_place)),
    )


def _place(refusal: Refusal) -> tuple[str, int, int]:
    span = refusal.site.span
    return span.file, span.line, span.column


_Refused = tuple[Change, str]


def _rewritten(
    sources: _Sources, name: str, made: Plan
) -> tuple[Rewritten, list[Change], list[_Refused]]:
    """A file, what was done, and what was not."""
    changes = made.changes[name]
    file = sources.rewritten(name, tuple(change.edits for change in changes))
    reasons = {refusal.change: refusal.reason for refusal in file.refusals}
    done = [each for each in changes if each.edits not in reasons]
    left = [(c, reasons[c.edits]) for c in changes if c.edits in reasons]
    return file, done, left


@dataclass(slots=True)
class _Sources:
    """The files as `rewrite` takes them; what was rewritten so is kept for the next round."""

    project: Project
    facts: Facts
    known: Catalogue
    specs: Sequence[ModuleSpec]
    data: Bytes
    owned: Callable[[str], bool] | None
    public: Mapping[str, frozenset[str]]
    _done: dict[tuple[str, tuple[tuple[Edit, ...], ...]], Rewritten] = field(
        default_factory=dict
    )

    def rewritten(self, name: str, edits: tuple[tuple[Edit, ...], ...]) -> Rewritten:
        """A file with its edits."""
        key = name, edits
        if key not in self._done:
            self._done[key] = rewritten(self.of(name), edits)
        return self._done[key]

    def of(self, name: str) -> Source:
        units = self.facts.program.units
        unit = units.unit(name)
        module, package = (unit.module, unit.package) if unit else ("", "")
        circles = {units.home(each, name) for each in _bases(self.specs)}

        def barred(imported: str) -> str:
            inside = f"{imported}.".startswith(f"{self.known.package}.")
            circular = inside and module in circles
            return "the catalogue imports this module" if circular else ""

        return Source(
            name,
            self.data(name) or b"",
            package,
            self.project.style.width,
            self.public.get(module, frozenset()),
            self.owned,
            barred,
        )


def _bases(specs: Iterable[ModuleSpec]) -> Iterator[str]:
    """The modules that the generated ones import when they are imported: those of their bases."""
    for module in specs:
        for response in module.responses:
            if isinstance(response.base, ImportPath):
                yield response.base.module
