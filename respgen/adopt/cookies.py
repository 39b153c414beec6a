"""`response.set_cookie(...)` in code -> presets.

Goes in: what code does. Come out: a preset for each cookie whose attributes are constants or settings,
with the calls that it may take over; of contradicting calls the most, and what is left and why.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.adopt.comparing import difference
from respgen.adopt.names import Names, key_name, preset_name
from respgen.adopt.origins import dotted, origin
from respgen.adopt.proposals import CookieSite, Left, Proposal, left, place, shown
from respgen.adopt.text import Node
from respgen.audit.acts import CookieAct
from respgen.audit.cookies.operations import DEFAULTS
from respgen.audit.places import Finder
from respgen.diagnostics import quoted
from respgen.migrate.ground import Ground
from respgen.sending.cookies import deletes, has_name, is_plain
from respgen.source.program.values import Either, Known, Value, choices, text

_ATTRIBUTES = ("max_age", "path", "domain", "secure", "httponly", "samesite")
_USUAL: Mapping[str, Value] = {
    "max_age": Known(None),
    "path": Known("/"),
    "domain": Known(None),
    "secure": Known(True),
    "httponly": Known(True),
    "samesite": Known("lax"),
}
"""What a preset has that says nothing."""
_NOT_SENT = (Known(None), Known(False), Known(""))


class Inexpressible(Exception):  # noqa: N818 # a decision, no failure
    """The text says what no entry can say."""


@dataclass(slots=True)
class Presets:
    """`names` are taken already; what is left grows."""

    ground: Ground
    names: Names
    lost: list[Left] = field(default_factory=list)

    def proposals(self, sites: Iterable[CookieSite]) -> Iterator[Proposal]:
        """A preset for each name of a cookie."""
        found: dict[Value, list[CookieSite]] = {}
        for site in sites:
            if reason := _unreadable(site):
                self._leave([site], "this cookie", reason)
            else:
                found.setdefault(site.acts[0].given["key"], []).append(site)
        for key, each in found.items():
            yield from self._proposal(key, each)

    def _proposal(self, key: Value, sites: Sequence[CookieSite]) -> Iterator[Proposal]:
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
        groups: dict[tuple[Value, ...], list[CookieSite]] = {}
        for site in begins:
            groups.setdefault(_attributes(site.acts[0]), []).append(site)
        for group in sorted(groups.values(), key=len, reverse=True):
            try:
                keys = self._keys(key, group)
            except Inexpressible as error:
                self._leave(group, what, str(error))
                continue
            others = [site for site in begins if site not in group]
            self._contradict(what, group[0], others)
            yield self._preset(key, keys, group, ends)
            return
        self._leave(ends, what, "no call that sets it can be expressed")

    def _leave(self, sites: Iterable[CookieSite], what: str, reason: str) -> None:
        self.lost += left(Finder(self.ground.facts), sites, what, reason)

    def _contradict(
        self, what: str, kept: CookieSite, others: Iterable[CookieSite]
    ) -> None:
        finder = Finder(self.ground.facts)
        for site in others:
            names = [
                name
                for name in (*_ATTRIBUTES, "expires", "partitioned")
                if _given(site.acts[0])[name] != _given(kept.acts[0])[name]
            ]
            where = shown(place(finder, kept))
            reason = f"its {' and '.join(names)} differs from that in {where}"
            self._leave([site], what, reason)

    def _is_declared(self, site: CookieSite) -> bool:
        key = site.acts[0].given["key"]
        presets = self.ground.catalogue.presets
        return any(has_name(key, each.spec, self.ground.read) for each in presets)

    def _known(self, site: CookieSite) -> str:
        """How a call differs from the preset that has its name."""
        key = site.acts[0].given["key"]
        return "; ".join(
            f"{each.spec.name} is another one: {difference(self.ground, site, each.spec)}"
            for each in self.ground.catalogue.presets
            if has_name(key, each.spec, self.ground.read)
        )

    # What a preset says

    def _keys(self, key: Value, group: Sequence[CookieSite]) -> dict[str, Node]:
        act = group[0].acts[0]
        given = _given(act)
        if given["expires"] != Known(None):
            raise Inexpressible("presets have max_age, and no expires")
        known = text(key)
        keys: dict[str, Node] = {
            "key": self._read("name", key, act, "key") if known is None else known
        }
        for name in _ATTRIBUTES:
            if given[name] != _USUAL[name]:
                keys[name] = self._attribute(name, given[name], act)
        if given["partitioned"] not in _NOT_SENT:
            keys["partitioned"] = self._attribute(
                "partitioned", given["partitioned"], act
            )
        values = [each.given.get("value", Known("")) for s in group for each in s.acts]
        if not all(is_plain(each) for value in values for each in choices(value)):
            keys["encoding"] = "quoted"
        return keys

    def _attribute(self, name: str, value: Value, act: CookieAct) -> Node:
        match name, value:
            case "max_age", Known(int() as seconds) if type(seconds) is int:
                return _duration(seconds)
            case "samesite", Known(None):
                return "unset"
            case "path", Known(None | ""):
                raise Inexpressible("a preset always sends a Path")
            case ("secure" | "httponly" | "partitioned"), Known(None):
                return False
            case _, Known(str() | bool() | None as known):
                return known
            case _, Known():
                raise Inexpressible(f"its {name} is {value.value!r}")
        return self._read(name, value, act, name)

    def _read(self, name: str, value: Value, act: CookieAct, argument: str) -> Node:
        module = act.body.unit.module
        path = origin(self.ground, module, act.node(argument), value)
        if path is None:
            raise Inexpressible(
                f"its {name} is neither a constant nor a setting of a module"
            )
        return {"from": f"{path.module}:{path.name}"}

    def _preset(
        self,
        key: Value,
        keys: dict[str, Node],
        group: Sequence[CookieSite],
        ends: Sequence[CookieSite],
    ) -> Proposal:
        name = self.names.free(self._wanted(key, group))
        if keys["key"] == name:
            del keys["key"]
        what = _called(key)
        return Proposal("cookies", name, keys, tuple(group), tuple(ends), what)

    def _wanted(self, key: Value, group: Sequence[CookieSite]) -> str:
        known = text(key)
        nodes = [site.acts[0].node("key") for site in group]
        paths = [names for node in nodes if (names := dotted(node))]
        package = group[0].place.unit.module.partition(".")[0]
        if known is None:
            return preset_name(paths[0][-2:] if paths else (), package)
        words = [path[-1] for path in paths if path[-1].isupper()]
        return preset_name(words[:1], key_name(known))


def _unreadable(site: CookieSite) -> str:
    """Why nobody knows what a call does; empty where it is known."""
    act = site.acts[0]
    function = act.event.node.func if isinstance(act.event.node, ast.Call) else None
    if not isinstance(function, ast.Attribute) or function.attr != act.method:
        return f"{act.method} is not called by its name"
    if any(each.rest for each in site.acts):
        return "* or ** may give more than is written here"
    keys = {each.given.get("key") for each in site.acts}
    if len(keys) > 1 or None in keys or isinstance(act.given["key"], Either):
        return "its name is one of several"
    kinds = {_attributes(each) for each in site.acts if not _deletes(each)}
    return "its attributes depend on the way that leads here" if len(kinds) > 1 else ""


def _given(act: CookieAct) -> Mapping[str, Value]:
    return {**DEFAULTS, **act.given}


def _deletes(act: CookieAct) -> bool:
    return deletes(act.method, _given(act))


def _attributes(act: CookieAct) -> tuple[Value, ...]:
    given = _given(act)
    return tuple(given[name] for name in (*_ATTRIBUTES, "expires", "partitioned"))


def _called(key: Value) -> str:
    known = text(key)
    return "this cookie" if known is None else f"the cookie {quoted(known)}"


_UNITS = (("y", 31_536_000), ("d", 86_400), ("h", 3_600), ("m", 60))


def _duration(seconds: int) -> Node:
    for unit, size in _UNITS:
        if seconds > 0 and seconds % size == 0:
            return f"{seconds // size}{unit}"
    return seconds
