"""Every site of a program, and what becomes of it.

Goes in: facts, and a catalogue. Comes out: a Plan.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.audit.acts import AnyAct, Construction, CookieAct, acts
from respgen.audit.findings import Found
from respgen.audit.places import Finder
from respgen.audit.sites import said
from respgen.migrate.constructions import construction
from respgen.migrate.cookies import cookie
from respgen.migrate.ground import Ground, Move, Refused
from respgen.migrate.mutations import followers
from respgen.rewrite.edits import Edit
from respgen.sending.catalogue import Catalogue
from respgen.sending.sent import Mutation
from respgen.source.program.facts import Facts


@dataclass(frozen=True, slots=True)
class Change:
    """Sites that become one call; `to` is what is called."""

    sites: tuple[Found, ...]
    to: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A site that stays as it is."""

    site: Found
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """`changes` are by the names of files."""

    changes: Mapping[str, tuple[Change, ...]]
    refusals: tuple[Refusal, ...]


def plan(
    facts: Facts,
    catalogue: Catalogue,
    prefer: str = "",
    wanted: Callable[[Found], bool] = lambda site: True,
) -> Plan:
    """What becomes of each site that is wanted."""
    return _Planner(Ground.of(facts, catalogue, prefer), wanted).plan()


@dataclass(slots=True)
class _Planner:
    ground: Ground
    wanted: Callable[[Found], bool]
    _changes: dict[str, list[Change]] = field(default_factory=dict)
    _refusals: list[Refusal] = field(default_factory=list)
    _moved: set[ast.AST] = field(default_factory=set)

    def plan(self) -> Plan:
        done = tuple(acts(self.ground.facts))
        places: dict[ast.AST, list[AnyAct]] = {}
        for act in done:
            places.setdefault(act.event.node, []).append(act)
        behind = followers(done)
        for node, each in places.items():
            if isinstance(first := each[0], Construction) and node in behind:
                self._joined(first, each, behind[node])
        for each in places.values():
            self._single(each)
        changes = {file: tuple(made) for file, made in self._changes.items()}
        return Plan(changes, tuple(self._refusals))

    def _joined(
        self, act: Construction, each: Sequence[AnyAct], run: Sequence[Mutation]
    ) -> None:
        """A response and what is done to it, where both together become one call."""
        sites = [site for a in (act, *run) if (site := self._site(a))]
        if not sites or len(each) > 1 or not all(map(self.wanted, sites)):
            return
        try:
            move = construction(self.ground, act, run)
        except Refused:
            return
        self._add(move, sites)
        self._moved |= {a.event.node for a in (act, *run)}

    def _single(self, each: Sequence[AnyAct]) -> None:
        site = self._site(each[0])
        if site is None or not self.wanted(site) or each[0].event.node in self._moved:
            return
        try:
            moves = [_move(self.ground, act) for act in each]
            if any(move != moves[0] for move in moves):
                raise Refused("what it does depends on the way that leads there")
        except Refused as refused:
            self._refusals.append(Refusal(site, str(refused)))
        else:
            self._add(moves[0], [site])

    def _site(self, act: AnyAct) -> Found | None:
        says = said(self.ground.facts, act)
        if says is None:
            return None
        rule, message, advice = says
        finder = Finder(self.ground.facts)
        return finder.found(rule, act.place, message, advice)

    def _add(self, move: Move, sites: Sequence[Found]) -> None:
        file = sites[0].span.file
        change = Change(tuple(sites), move.to, move.edits)
        self._changes.setdefault(file, []).append(change)


def _move(ground: Ground, act: AnyAct) -> Move:
    match act:
        case CookieAct():
            return cookie(ground, act)
        case Construction():
            return construction(ground, act)
    raise Refused("a response that was made elsewhere is changed")
