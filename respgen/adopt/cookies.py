"""`response.set_cookie(...)` in code -> presets.

Goes in: what code does. Come out: a preset for each cookie whose attributes are constants or settings,
with the calls that it may take over; of contradicting calls the most, and what is left and why.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.adopt.attributes import UNSAFE, Inexpressible, attributes, name
from respgen.adopt.comparing import difference, mending
from respgen.adopt.names import Names, key_name, preset_name
from respgen.adopt.origins import dotted
from respgen.adopt.proposals import CookieSite, Left, Proposal, left, place, shown
from respgen.adopt.text import Node
from respgen.audit.acts import CookieAct
from respgen.audit.places import Finder
from respgen.diagnostics import quoted
from respgen.migrate.ground import Ground
from respgen.migrate.meeting import TWICE
from respgen.sending.catalogue import Preset
from respgen.sending.cookie_values import is_plain
from respgen.sending.cookies import ATTRIBUTES, deletes, given, has_name
from respgen.source.program.values import Either, choices
from respgen.vocabulary.cookie_names import is_given

_COMPARED = (*ATTRIBUTES, "expires", "partitioned")


@dataclass(slots=True)
class Presets:
    """`names` are taken already; what is left grows."""

    ground: Ground
    names: Names
    lost: list[Left] = field(default_factory=list)

    def proposals(self, sites: Iterable[CookieSite]) -> Iterator[Proposal]:
        """A preset for each name of a cookie."""
        found: dict[str, tuple[Node, list[CookieSite]]] = {}
        for site in sites:
            try:
                _check_readable(site)
                key = name(self.ground, site.acts[0])
            except Inexpressible as error:
                self._leave([site], "this cookie", str(error))
                continue
            if site.acts[0].event.node in self.ground.meeting:
                self._leave([site], _called(key), TWICE)
                continue
            found.setdefault(repr(key), (key, []))[1].append(site)
        for key, each in found.values():
            yield from self._proposal(key, each)

    def _proposal(self, key: Node, sites: Sequence[CookieSite]) -> Iterator[Proposal]:
        what = _called(key)
        if any(self._is_declared(site) for site in sites):
            for site in sites:
                self._leave([site], what, self._known(site))
            return
        ends = [site for site in sites if all(map(_deletes, site.acts))]
        mixed = [s for s in sites if s not in ends and any(map(_deletes, s.acts))]
        begins = [site for site in sites if site not in ends and site not in mixed]
        self._leave(mixed, what, "it is set or deleted by the way that leads here")
        if not begins:
            self._leave(ends, what, "it is deleted, and no call in sight sets it")
            return
        groups = self._groups(key, what, begins)
        if not groups:
            self._leave(ends, what, "no call that sets it can be expressed")
            return
        keys, group = groups[0]
        others = [site for _, each in groups[1:] for site in each]
        free, first = _arguments(keys), group[0].acts[0]
        fitting = [s for s in others if free.issuperset(_differing(first, s.acts[0]))]
        self._contradict(what, group[0], [s for s in others if s not in fitting])
        yield self._preset(keys, group, [*fitting, *ends])

    def _groups(
        self, key: Node, what: str, sites: Iterable[CookieSite]
    ) -> list[tuple[dict[str, Node], list[CookieSite]]]:
        """The sets that one preset could do, the most first."""
        found: dict[str, tuple[dict[str, Node], list[CookieSite]]] = {}
        for site in sites:
            try:
                keys = {"key": key, **attributes(self.ground, site.acts[0])}
            except Inexpressible as error:
                self._leave([site], what, str(error))
            else:
                found.setdefault(repr(keys), (keys, []))[1].append(site)
        return sorted(found.values(), key=lambda each: len(each[1]), reverse=True)

    def _leave(self, sites: Iterable[CookieSite], what: str, reason: str) -> None:
        self.lost += left(Finder(self.ground.facts), sites, what, reason)

    def _contradict(
        self, what: str, kept: CookieSite, others: Iterable[CookieSite]
    ) -> None:
        finder = Finder(self.ground.facts)
        for site in others:
            names = _differing(kept.acts[0], site.acts[0])
            where = shown(place(finder, kept))
            reason = f"its {' and '.join(names)} differs from that in {where}"
            self._leave([site], what, reason)

    def _is_declared(self, site: CookieSite) -> bool:
        return any(self._presets(site))

    def _known(self, site: CookieSite) -> str:
        """How a call differs from the preset that has its name."""
        return "; ".join(
            f"{each.spec.name} is another one: {difference(self.ground, site, each.spec)}"
            + f" (`respgen migrate` with {UNSAFE})"
            * bool(mending(self.ground, site, each.spec))
            for each in self._presets(site)
        )

    def _presets(self, site: CookieSite) -> Iterator[Preset]:
        """Those of the catalogue that have the name of a cookie."""
        key = given(site.acts[0])["key"]
        for each in self.ground.catalogue.presets:
            if has_name(key, each.spec, self.ground.read):
                yield each

    def _preset(
        self,
        keys: Mapping[str, Node],
        group: Sequence[CookieSite],
        tries: Sequence[CookieSite],
    ) -> Proposal:
        key = keys["key"]
        name = self.names.free(_wanted(key, group))
        said = {k: each for k, each in keys.items() if (k, each) != ("key", name)}
        acts = [act for site in (*group, *tries) for act in site.acts]
        values = [given(act)["value"] for act in acts if not _deletes(act)]
        if not all(is_plain(each) for value in values for each in choices(value)):
            said["encoding"] = "quoted"
        what = _called(key)
        return Proposal("cookies", name, said, tuple(group), tuple(tries), what)


def _wanted(key: Node, group: Sequence[CookieSite]) -> str:
    """A constant's name, or that of a setting; where that says no more than that it is a cookie's, its class."""
    first = group[0].acts[0]
    nodes = [site.acts[0].node("key") for site in group]
    paths = [names for node in nodes if (names := dotted(node))]
    if isinstance(key, str) and not is_given(key):
        words = [path[-1] for path in paths if path[-1].isupper()]
        return preset_name(words[:1], key_name(key))
    package = group[0].place.unit.module.partition(".")[0]
    if isinstance(key, Mapping):
        return preset_name(paths[0][-2:] if paths else (), package)
    owner = first.body.owner.node.name if first.body.owner else package
    return preset_name(paths[0][-1:] if paths else (), preset_name([owner], package))


def _check_readable(site: CookieSite) -> None:
    """Raises Inexpressible where nobody knows what a call does."""
    act = site.acts[0]
    function = act.event.node.func if isinstance(act.event.node, ast.Call) else None
    if not isinstance(function, ast.Attribute) or function.attr != act.method:
        raise Inexpressible(f"{act.method} is not called by its name")
    if any(each.rest for each in site.acts):
        raise Inexpressible("* or ** may give more than is written here")
    keys = {each.given.get("key") for each in site.acts}
    if len(keys) > 1 or None in keys or isinstance(act.given["key"], Either):
        raise Inexpressible("its name is one of several")
    first, *others = [each for each in site.acts if not _deletes(each)] or [act]
    if any(_differing(first, each) for each in others):
        raise Inexpressible("its attributes depend on the way that leads here")


def _deletes(act: CookieAct) -> bool:
    return deletes(act.method, given(act))


def _differing(one: CookieAct, other: CookieAct) -> tuple[str, ...]:
    """The attributes that two calls do not have in common."""
    ours, theirs = given(one), given(other)
    return tuple(name for name in _COMPARED if ours[name] != theirs[name])


def _arguments(keys: Mapping[str, Node]) -> frozenset[str]:
    """What a preset leaves to its callers."""
    return frozenset(name for name, each in keys.items() if each == {"argument": True})


def _called(key: Node) -> str:
    if isinstance(key, str) and not is_given(key):
        return f"the cookie {quoted(key)}"
    return "this cookie"
