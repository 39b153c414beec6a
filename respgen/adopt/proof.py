"""Nothing is proposed that was not compiled, and held against the places that it was made of.

Goes in: proposals, and the schemas as they are. Come out: those that send the same; of the others, and of places
that none takes over, the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.adopt.attributes import UNSAFE
from respgen.adopt.comparing import difference, mending
from respgen.adopt.document import Document, document
from respgen.adopt.origins import importable
from respgen.adopt.proposals import Left, Proposal, Site, left
from respgen.adopt.tasks import Task, Untried, task
from respgen.adopt.verifying import Verdict, verdicts
from respgen.audit.places import Finder
from respgen.diagnostics import Diagnostic, Severity
from respgen.migrate.ground import Ground
from respgen.pipeline import judge
from respgen.project import Project
from respgen.specs import CookieSpec, ModuleSpec, ResponseSpec


@dataclass(slots=True)
class Proof:
    """`into` is the file that gets the entries, by the name that findings call it."""

    project: Project
    ground: Ground
    schemas: Mapping[str, bytes]
    into: str
    lost: list[Left] = field(default_factory=list)
    specs: Sequence[ModuleSpec] = ()
    """Of all schemas with the entries that are proven."""
    mends: dict[int, str] = field(default_factory=dict)
    """What is mended in places, by their identity; only with `ground.unsafe`."""
    ran: dict[int, str] = field(default_factory=dict)
    """What both sides of these sent."""

    def proven(self, wanted: Sequence[Proposal]) -> tuple[Proposal, ...]:
        """Raises Unfit where the file takes no entries."""
        kept = tuple(wanted)
        while True:
            before = kept
            made, self.specs, wrong = self._compiled(kept)
            kept = tuple(self._accepted(made, kept, wrong))
            if kept == before and not wrong:
                kept = tuple(self._matching(kept))
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

    def _matching(self, wanted: Sequence[Proposal]) -> Iterator[Proposal]:
        """Without what sends something else."""
        for each in wanted:
            spec = self.spec(each)
            reasons = [r for site in each.sites if (r := self._differs(site, spec))]
            if reasons:
                self._withdraw(each, reasons[0])
                continue
            kept = each
            for site in each.tries:
                if reason := self._differs(site, spec):
                    self._leave([site], each, reason)
                    kept = kept.without(site)
            yield kept

    def _differs(self, site: Site, spec: CookieSpec | ResponseSpec) -> str:
        """Why an entry cannot take a place over."""
        reason = difference(self.ground, site, spec)
        mends = mending(self.ground, site, spec) if reason else ""
        if mends and self.ground.unsafe:
            self.mends[id(site)] = mends
            return ""
        return f"{reason} ({UNSAFE})" if mends else reason

    def mended(self, kept: Iterable[Proposal]) -> Iterator[Left]:
        """The places where something else is sent then."""
        finder = Finder(self.ground.facts)
        for each in kept:
            for site in (*each.sites, *each.tries):
                if mends := self.mends.get(id(site)):
                    reason = mends + self.ran.get(id(site), "")
                    yield from left(finder, [site], each.name, reason)

    def spec(self, proposal: Proposal) -> CookieSpec | ResponseSpec:
        """What an entry that is proven is compiled to."""
        module = next(each for each in self.specs if each.path == self.into)
        is_cookie = proposal.section == "cookies"
        listed = module.cookies if is_cookie else module.responses
        return next(each for each in listed if each.name == proposal.name)

    def tried(self, wanted: Sequence[Proposal]) -> tuple[Proposal, ...]:
        """Without what sends something else when both are run. Raises Failed."""
        places = [(p, site) for p in wanted for site in (*p.sites, *p.tries)]
        found = self._verdicts(wanted, places)
        kept = []
        for each in wanted:
            mine = [
                (s, v) for (p, s), v in zip(places, found, strict=True) if p is each
            ]
            for site, verdict in mine:
                if verdict.untried:
                    self._leave([site], each, f"not tried: {verdict.untried}")
            mine = [*self._to_be_equal(mine)]
            wrong = [v.differs for s, v in mine if v.differs and s in each.sites]
            if wrong:
                self._withdraw(each, wrong[0])
                continue
            for site, verdict in mine:
                if verdict.differs:
                    self._leave([site], each, verdict.differs)
                    each = each.without(site)
            kept.append(each)
        return tuple(kept)

    def _to_be_equal(
        self, tried: Iterable[tuple[Site, Verdict]]
    ) -> Iterator[tuple[Site, Verdict]]:
        """Without what is mended: of that it is only said what both sides sent."""
        for site, verdict in tried:
            if id(site) not in self.mends:
                yield site, verdict
            elif verdict.differs:
                self.ran[id(site)] = f"; {verdict.differs}"

    def _verdicts(
        self, wanted: Sequence[Proposal], places: Sequence[tuple[Proposal, Site]]
    ) -> list[Verdict]:
        """One for each place."""
        tasks: list[Task] = []
        found: list[Verdict | None] = []
        module = next(each for each in self.specs if each.path == self.into)
        package = f"{self.ground.catalogue.package}.{module.name}"
        for proposal, site in places:
            home = importable(self.ground, site.place.unit.module)
            try:
                tasks.append(
                    task(self.ground, site, self.spec(proposal), home, package)
                )
                found.append(None)
            except Untried as untried:
                found.append(Verdict(untried=str(untried)))
        data = document(self.schemas.get(self.into), wanted).data
        answers = iter(verdicts(self.project, self.into, data, tasks))
        return [next(answers) if each is None else each for each in found]

    def _withdraw(self, proposal: Proposal, reason: str) -> None:
        self._leave((*proposal.sites, *proposal.tries), proposal, reason)
        self.lost += [Left(each, proposal.what, reason) for each in proposal.stated]

    def _leave(self, sites: Sequence[Site], proposal: Proposal, reason: str) -> None:
        finder = Finder(self.ground.facts)
        self.lost += left(finder, sites, proposal.what, reason)
