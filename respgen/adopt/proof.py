"""Nothing is proposed that was not compiled, and held against the places that it was made of.

Goes in: proposals, and the schemas as they are. Come out: those that send the same; of the others, and of places
that none takes over, the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.adopt.comparing import difference
from respgen.adopt.document import Document, document
from respgen.adopt.proposals import Left, Proposal, Site, left
from respgen.audit.places import Finder
from respgen.diagnostics import Diagnostic, Severity
from respgen.migrate.ground import Ground
from respgen.pipeline import judge
from respgen.project import Project
from respgen.specs import ModuleSpec


@dataclass(slots=True)
class Proof:
    """`into` is the file that gets the entries, by the name that findings call it."""

    project: Project
    ground: Ground
    schemas: Mapping[str, bytes]
    into: str
    lost: list[Left] = field(default_factory=list)

    def proven(self, wanted: Sequence[Proposal]) -> tuple[Proposal, ...]:
        """Raises Unfit where the file takes no entries."""
        kept = tuple(wanted)
        while True:
            before = kept
            made, specs, wrong = self._compiled(kept)
            kept = tuple(self._accepted(made, kept, wrong))
            if kept == before and not wrong:
                kept = tuple(self._matching(kept, specs))
            if kept == before:
                return kept

    def _compiled(
        self, wanted: Sequence[Proposal]
    ) -> tuple[Document, Sequence[ModuleSpec], Sequence[Diagnostic]]:
        made = document(self.schemas.get(self.into), wanted)
        seen = judge(self.project, {**self.schemas, self.into: made.data})
        errors = [e for e in seen.problems if e.severity is Severity.ERROR]
        return made, seen.specs, errors

    def _accepted(
        self, made: Document, wanted: Sequence[Proposal], errors: Sequence[Diagnostic]
    ) -> Iterator[Proposal]:
        """Without what breaks a rule."""
        reasons: dict[int, str] = {}
        for error in errors:
            if (
                error.span.file == self.into
                and (number := made.entry(error.span.line)) is not None
            ):
                reasons.setdefault(number, f"{error.code}: {error.message}")
        if errors and not reasons:
            first = f"{errors[0].code}: {errors[0].message}"
            reasons = dict.fromkeys(range(len(wanted)), first)
        for number, each in enumerate(wanted):
            if reason := reasons.get(number):
                self._withdraw(each, reason)
            else:
                yield each

    def _matching(
        self, wanted: Sequence[Proposal], modules: Sequence[ModuleSpec]
    ) -> Iterator[Proposal]:
        """Without what sends something else."""
        module = next(each for each in modules if each.path == self.into)
        for each in wanted:
            listed = module.cookies if each.section == "cookies" else module.responses
            spec = next(found for found in listed if found.name == each.name)
            reasons = [
                r for site in each.sites if (r := difference(self.ground, site, spec))
            ]
            if reasons:
                self._withdraw(each, reasons[0])
                continue
            kept = each
            for site in each.tries:
                if reason := difference(self.ground, site, spec):
                    self._leave([site], each, reason)
                    kept = kept.without(site)
            yield kept

    def _withdraw(self, proposal: Proposal, reason: str) -> None:
        self._leave((*proposal.sites, *proposal.tries), proposal, reason)

    def _leave(self, sites: Sequence[Site], proposal: Proposal, reason: str) -> None:
        finder = Finder(self.ground.facts)
        self.lost += left(finder, sites, proposal.what, reason)
