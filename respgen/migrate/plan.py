"""Every site of a program, and what becomes of it.

Goes in: the ground. Comes out: a Plan.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from respgen.audit.acts import AnyAct, Construction, CookieAct, acts
from respgen.audit.findings import Found
from respgen.audit.places import Finder
from respgen.audit.sites import helped, helpers, note, own_class
from respgen.migrate.classes import Replacement, Replacing, group
from respgen.migrate.constructions import construction
from respgen.migrate.cookies import cookie
from respgen.migrate.ground import Ground, Move, Refused
from respgen.migrate.mutations import followers
from respgen.migrate.variables import Made, declared
from respgen.rewrite.edits import Edit
from respgen.sending.catalogue import Entry
from respgen.sending.sent import Mutation
from respgen.source.names import Class, Function
from respgen.source.program.events import Body
from respgen.source.program.units import Unit
from respgen.source.program.values import How


@dataclass(frozen=True, slots=True)
class Change:
    """Sites that become one call; `to` is what is called, `mends` what was wrong before.

    What is done for one `group` is done in all files, or in none.
    """

    sites: tuple[Found, ...]
    to: str
    edits: tuple[Edit, ...]
    group: str = ""
    mends: str = ""


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
    ground: Ground,
    wanted: Callable[[Found], bool] = lambda site: True,
    blocked: Mapping[str, str] = MappingProxyType({}),
) -> Plan:
    """What becomes of each site that is wanted; groups that are blocked stay, each for its reason."""
    return _Planner(ground, wanted, blocked).plan()


@dataclass(slots=True)
class _Planner:
    ground: Ground
    wanted: Callable[[Found], bool]
    blocked: Mapping[str, str]
    _changes: dict[str, list[Change]] = field(default_factory=dict)
    _refusals: list[Refusal] = field(default_factory=list)
    _moved: set[ast.AST] = field(default_factory=set)
    _helpers: dict[Function, Body] = field(default_factory=dict)
    _calls: dict[ast.AST, Made] = field(default_factory=dict)
    """The calls that make responses, by their nodes."""
    _listed: list[tuple[Construction, Move, Sequence[Found]]] = field(
        default_factory=list
    )
    """Those that move by themselves, with their sites."""

    def plan(self) -> Plan:
        done = tuple(acts(self.ground.facts))
        self._helpers |= helpers(self.ground.facts)
        made = (act for act in done if isinstance(act, Construction))
        self._calls |= {act.event.node: Made(act) for act in made}
        places: dict[ast.AST, list[AnyAct]] = {}
        for act in done:
            places.setdefault(act.event.node, []).append(act)
        self._classes(done)
        behind = followers(done)
        for node, each in places.items():
            if isinstance(first := each[0], Construction) and node in behind:
                self._joined(first, each, behind[node])
        for each in places.values():
            self._single(each)
        self._declare()
        changes = {file: tuple(made) for file, made in self._changes.items()}
        return Plan(changes, tuple(self._refusals))

    def _classes(self, done: Sequence[AnyAct]) -> None:
        """The classes that go, and what is done in them with them."""
        gone: dict[Class, Entry] = {}
        for site, of, found in self._outcomes(done):
            if isinstance(found, Replacement):
                gone[of] = found.entry
                self._replace(site, found)
            else:
                self._refusals.append(Refusal(site, found))
        self._moved |= {act.event.node for act in done if act.body.owner in gone}
        self.ground = replace(self.ground, gone=gone)

    def _outcomes(
        self, done: Sequence[AnyAct]
    ) -> list[tuple[Found, Class, Replacement | str]]:
        """What becomes of each class: again without those that do not fit what stays, until all do."""
        facts, blocked = self.ground.facts, dict(self.blocked)
        sites: list[tuple[Found, Unit, Class]] = []
        for unit, of in facts.classes:
            if facts.program.is_response(of) and not facts.program.is_catalogue(of):
                site = own_class(Finder(facts), unit, of)
                if self.wanted(site):
                    sites.append((site, unit, of))
                else:
                    blocked[group(of)] = "nobody asks for it"
        while True:
            replacing = Replacing.of(self.ground, done, blocked)
            found = [(site, of, replacing.get(unit, of)) for site, unit, of in sites]
            misfits = dict(replacing.misfits()) or dict(_doubles(found))
            if not misfits:
                return found
            blocked |= misfits

    def _replace(self, site: Found, found: Replacement) -> None:
        calls = [(act, self._site(act)) for act in found.calls]
        self._moved |= {act.event.node for act in found.calls}
        for file, edits in found.edits.items():
            sites = [s for _, s in calls if s and s.span.file == file]
            here = [site] if site.span.file == file else []
            change = Change((*here, *sites), found.entry.spec.name, edits, found.group)
            self._changes.setdefault(file, []).append(change)

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
        self._call(act, move, sites)
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
            if isinstance(act := each[0], Construction):
                self._call(act, moves[0], [site])
            else:
                self._add(moves[0], [site])

    def _call(self, act: Construction, move: Move, sites: Sequence[Found]) -> None:
        self._calls[act.event.node] = Made(act, move)
        self._listed.append((act, move, sites))

    def _declare(self) -> None:
        """The calls, where what gets their results keeps its type."""
        for act, move, sites in self._listed:
            try:
                self._add(declared(self.ground, act, move, self._calls), sites)
            except Refused as refused:
                self._refusals += [Refusal(site, str(refused)) for site in sites]

    def _site(self, act: AnyAct) -> Found | None:
        finder = Finder(self.ground.facts)
        return note(finder, act) or helped(finder, act, self._helpers)

    def _add(self, move: Move, sites: Sequence[Found]) -> None:
        file = sites[0].span.file
        change = Change(tuple(sites), move.to, move.edits, mends=move.mends)
        self._changes.setdefault(file, []).append(change)


def _doubles(
    found: Sequence[tuple[Found, Class, Replacement | str]],
) -> Iterator[tuple[str, str]]:
    """The groups of classes that would become one with another, with the reason: `isinstance` tells them apart."""
    first: dict[tuple[str, str], Class] = {}
    going = [each for _, _, each in found if isinstance(each, Replacement)]
    for each in sorted(going, key=lambda e: e.of.node.name != e.entry.spec.name):
        name = each.entry.spec.name
        kept = first.setdefault((each.entry.module, name), each.of)
        if kept is not each.of:
            why = f"{kept.node.name} becomes {name}, too: the two would be one"
            yield group(each.of), why


def _move(ground: Ground, act: AnyAct) -> Move:
    match act:
        case CookieAct():
            return cookie(ground, act)
        case Construction():
            return construction(ground, act)
    raise Refused(_REASONS[act.response.how])


_REASONS: Mapping[How, str] = {
    How.BUILT: "it does not stand right behind a constructor that could do the same",
    How.GIVEN: "it replaces what a dependency may have set, which apply would keep",
    How.RETURNED: "another function made the response",
    How.ITSELF: "a class changes its own responses",
    How.CAUGHT: "an exception is changed",
}
"""Why a change of a response stays, by how the function came by the response."""
