"""Cookies of a session that logging out leaves behind (R934).

Goes in: operations. Come out: findings at functions that log out. Who logs in sets two cookies of a
session or more; who logs out deletes some of them, and not all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from respgen.audit.acts import AnyAct, Construction, FieldChange
from respgen.audit.cookies.company import Company, callers
from respgen.audit.cookies.naming import key, named
from respgen.audit.cookies.operations import Operation
from respgen.audit.cookies.wording import name
from respgen.audit.findings import Found
from respgen.audit.places import Finder, Place
from respgen.audit.routing import routes
from respgen.rules import r9
from respgen.source.names import Function
from respgen.source.program.calling import every
from respgen.source.program.facts import Facts
from respgen.source.program.values import Known, Pairs, Value, text
from respgen.vocabulary.credentials import is_credential

_DEPTH = 3
_LOGOUT = re.compile(r"(log|sign)[-_]?(out|off)", re.IGNORECASE)
_LEAVING = frozenset({"leave", "exit", "quit", "disconnect", "end_session"})
"""Whole names of functions that do so, too."""
_PASSING = re.compile(
    r"state|nonce|verifier|challenge|pkce|[cx]srf|flow|redirect|return", re.IGNORECASE
)
"""Of a login that is under way: they have served when it is done."""


def logout_findings(
    facts: Facts, found: tuple[Operation, ...], done: tuple[AnyAct, ...]
) -> Iterator[Found]:
    """Every function that logs out in part."""
    yield from dict.fromkeys(_Sessions(facts, found, done).findings())


@dataclass
class _Sessions:
    """Who sets and who deletes the cookies of sessions, by functions."""

    facts: Facts
    found: tuple[Operation, ...]
    done: tuple[AnyAct, ...]
    sets: dict[Function, dict[Value, Operation]] = field(default_factory=dict)
    deletions: dict[Function, set[Value]] = field(default_factory=dict)
    unknown: set[Function] = field(default_factory=set)
    """Those that delete cookies whose names nobody knows."""

    def __post_init__(self) -> None:
        self.company = Company(self.facts)
        self.paths = {
            route.body.function: text(route.given.places[0]) or ""
            for route in routes(self.facts)
            if route.given.places
        }
        self.clearing = {
            f for act in self.done if (f := act.body.function) and _clears(act)
        }
        for operation in self.found:
            function = operation.chain[-1][0].function
            if function:
                self._note(function, operation)

    def _note(self, function: Function, operation: Operation) -> None:
        ends = operation.ends or operation.values.get("value") == Known("")
        for each in named(self.facts, operation):
            known = key(each.values["key"])
            if known is None and ends:
                self.unknown.add(function)
            elif known is not None and _is_of_session(known):
                if ends:
                    self.deletions.setdefault(function, set()).add(known)
                else:
                    self.sets.setdefault(function, {}).setdefault(known, each)

    def findings(self) -> Iterator[Found]:
        for function in self.deletions:
            for root in self._roots(function, _DEPTH):
                if self._is_logout(function) or self._is_logout(root):
                    yield from self._left(function, root)

    def _roots(self, of: Function, depth: int) -> Iterator[Function]:
        """The functions that nobody of the program calls, up from one."""
        calls = callers(self.facts, of) if depth else ()
        above = {b.function: None for b, _ in calls if b.function and b.function != of}
        if not above:
            yield of
        for each in above:
            yield from self._roots(each, depth - 1)

    def _is_logout(self, of: Function) -> bool:
        owner = of.owner.node.name if of.owner else ""
        return of.node.name.lower() in _LEAVING or any(
            _LOGOUT.search(each)
            for each in (of.node.name, owner, self.paths.get(of, ""))
        )

    def _left(self, function: Function, root: Function) -> Iterator[Found]:
        """What a function and its helpers leave of what a login sets."""
        whole = self.company.reached(root) | self.company.reached(function)
        if not whole.isdisjoint(self.clearing | self.unknown):
            return
        deleted = {one for each in whole for one in self.deletions.get(each, ())}
        cookies = self._nearest(function, whole, deleted)
        left = {known: one for known, one in cookies.items() if known not in deleted}
        if len(cookies) < 2 or not left:
            return
        kept = next(iter(deleted & cookies.keys()), None)
        if kept is None:
            return
        deleting = [f for f in whole if self.deletions.get(f, set()) & cookies.keys()]
        at = function if len(deleting) == 1 else root
        unit = self.facts.program.unit_of(at)
        if unit:
            names = " and ".join(name(one) for one in left.values())
            message = (
                f"this deletes {name(cookies[kept])} of the session, and leaves {names}"
            )
            related = ((one.place, "set here") for one in left.values())
            advice = f"delete {names}, too"
            place = Place(unit, at.node)
            yield Finder(self.facts).found(
                r9.SURVIVING_COOKIE, place, message, advice, *related
            )

    def _nearest(
        self, of: Function, without: Iterable[Function], deleted: set[Value]
    ) -> dict[Value, Operation]:
        """What the functions set that are nearest, of those that set one of these."""
        groups: dict[int, dict[Value, Operation]] = {}
        for each in dict.fromkeys((*self.sets, *self._callers())):
            if each in without:
                continue
            reached = sorted(self.company.reached(each), key=lambda f: f.node.lineno)
            cookies = {
                k: v for one in reached for k, v in self.sets.get(one, {}).items()
            }
            if not deleted.isdisjoint(cookies):
                group = groups.setdefault(_common(each.module, of.module), {})
                for known, one in cookies.items():
                    group.setdefault(known, one)
        return groups[max(groups)] if groups else {}

    def _callers(self) -> Iterator[Function]:
        """Those that call what sets cookies, such as one helper for each."""
        for function in self.sets:
            for body, _ in callers(self.facts, function):
                if body.function:
                    yield body.function


def _is_of_session(known: Value) -> bool:
    words = " ".join(
        part.value
        for part in every(known)
        if isinstance(part, Known) and isinstance(part.value, str)
    )
    return is_credential(words) and not _PASSING.search(words)


def _common(one: str, other: str) -> int:
    """How near two modules are: more for each folder that they share, most if they are one."""
    ones, others = one.split("."), other.split(".")
    if ones == others:
        return len(ones) + 1
    pairs = zip(ones[:-1], others[:-1], strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if a != b), min(len(ones), len(others)) - 1
    )


def _clears(act: AnyAct) -> bool:
    """Whether a response has Clear-Site-Data."""
    if isinstance(act, FieldChange):
        return (text(act.name) or "").lower() == "clear-site-data"
    if isinstance(act, Construction):
        headers = act.given.get("headers")
        pairs = headers.items if isinstance(headers, Pairs) else ()
        return any((text(e.key) or "").lower() == "clear-site-data" for e in pairs)
    return False
