"""Deletions that delete nothing (R930 to R933): elsewhere, or in a way that browsers refuse.

Goes in: operations. Come out: findings at deletions, which name the set that they belong to. Name,
domain and path identify a cookie (RFC 6265 5.3); Secure, SameSite and Partitioned decide whether
browsers take what a response says of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from respgen.audit.cookies.acceptance import Acceptance, accepted
from respgen.audit.cookies.company import Company
from respgen.audit.cookies.comparing import Match, match
from respgen.audit.cookies.naming import by_name
from respgen.audit.cookies.operations import Operation
from respgen.audit.cookies.wording import argument, expression, name, scope, shown
from respgen.audit.findings import Found
from respgen.audit.places import Finder, Place
from respgen.diagnostics import Rule
from respgen.rules import r9
from respgen.source.program.facts import Facts
from respgen.source.program.values import Known, Value

_SCOPE = ("path", "domain")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A deletion, a set of the same name, and how each part of their scopes compares."""

    deletion: Operation
    set: Operation
    parts: tuple[tuple[str, Match], ...]

    @property
    def match(self) -> Match:
        return max(found for _, found in self.parts)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The parts that are to blame."""
        return tuple(part for part, found in self.parts if found is self.match)

    @property
    def unequal(self) -> tuple[str, ...]:
        """These, and those that are wrong in some configuration."""
        return tuple(part for part, found in self.parts if found is not Match.SAME)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What is wrong with a pair: the words before the cookie's name, and those behind it or them."""

    rule: Rule
    pair: _Pair
    head: str
    tails: tuple[str, str]
    advice: str

    @property
    def alike(self) -> object:
        """What is the same of the cookies that one call deletes in a loop."""
        return (
            self.rule,
            self.pair.deletion.place.node,
            self.head,
            self.tails,
            self.advice,
        )


def pair_findings(facts: Facts, found: tuple[Operation, ...]) -> Iterator[Found]:
    """Every deletion that does not belong to a set of its cookie."""
    groups: dict[object, list[_Wrong]] = {}
    for each in _wrongs(facts, found):
        groups.setdefault(each.alike, []).append(each)
    for group in groups.values():
        yield _found(facts, group)


def _wrongs(facts: Facts, found: tuple[Operation, ...]) -> Iterator[_Wrong]:
    company = Company(facts)
    for group in by_name(facts, found).values():
        sets = [each for each in group if not each.ends]
        deletions = [each for each in group if each.ends and not each.middleware]
        if not sets:
            continue
        files = {each.place.unit.file for each in deletions}
        near = {file: _near(sets, file) for file in files}
        judged = [
            (each, _pairs(facts, each, near[each.place.unit.file]))
            for each in deletions
        ]
        right = [each.chain for each, pairs in judged if _is_right(facts, pairs)]
        for deletion, pairs in judged:
            if not company.has(deletion.chain, right):
                yield from _scope(facts, pairs)
                yield from _acceptance(facts, pairs)


def _near(sets: list[Operation], file: str) -> list[Operation]:
    """Of those that are alike the first: the ones of this file, then those of others."""
    found: dict[object, Operation] = {}
    for each in sorted(sets, key=lambda each: _distance(each, file)):
        found.setdefault((each.given, each.middleware), each)
    return [*found.values()]


def _pairs(facts: Facts, deletion: Operation, near: list[Operation]) -> list[_Pair]:
    return [
        _Pair(
            deletion,
            each,
            tuple((p, _compared(facts, each, deletion, p)) for p in _SCOPE),
        )
        for each in near
    ]


def _distance(of: Operation, file: str) -> tuple[bool, str, int]:
    here = of.place.unit.file
    return here != file, here, getattr(of.place.node, "lineno", 0)


def _compared(facts: Facts, one: Operation, other: Operation, part: str) -> Match:
    values = [_folded(part, each.value(part)) for each in (one, other)]
    found = match(facts, values[0], values[1])
    absent = part == "path" and Known(None) in values
    # without Path, browsers take that of the page
    return Match.UNKNOWN if absent and found is not Match.SAME else found


def _folded(part: str, value: Value | None) -> Value | None:
    """A constant as browsers compare it: no text is none, and domains have no case and no dot."""
    if not isinstance(value, Known) or not isinstance(value.value, str):
        return value
    text = value.value.lower().removeprefix(".") if part == "domain" else value.value
    return Known(text or None)


def _is_right(facts: Facts, pairs: list[_Pair]) -> bool:
    same = [each for each in pairs if each.match is Match.SAME]
    return any(
        accepted(facts, each.set, each.deletion) is Acceptance.TAKEN for each in same
    )


def _scope(facts: Facts, pairs: list[_Pair]) -> Iterator[_Wrong]:
    best = min(each.match for each in pairs)
    if best in (Match.SAME, Match.UNKNOWN):
        return
    pair = next(each for each in pairs if each.match is best)
    if any(each.match is Match.UNKNOWN for each in pairs):
        return
    here, there = (scope(each, pair.wrong) for each in (pair.deletion, pair.set))
    rule, stays = r9.DELETED_ELSEWHERE, ("", "")
    if best is Match.CONFIGURED:
        rule, where = r9.MAYBE_DELETED_ELSEWHERE, _condition(pair)
        stays = f": it stays where {where}", f": they stay where {where}"
    tails = (
        f" {here}, but it is set {there}{stays[0]}",
        f" {here}, but they are set {there}{stays[1]}",
    )
    yield _Wrong(
        rule, pair, "this deletes ", tails, _repeated(facts, pair, pair.unequal)
    )


def _condition(pair: _Pair) -> str:
    """Where it fails: each part may be to blame."""
    return ", or ".join(_differs(pair, each) for each in pair.wrong)


def _differs(pair: _Pair, part: str) -> str:
    decided, constant, whose = pair.set, pair.deletion, "set"
    if isinstance(pair.set.value(part), Known):
        decided, constant, whose = constant, decided, "deletion"
    what = expression(decided, part) or f"the {part} of the {whose}"
    value = constant.value(part)
    if value == Known(None):
        return f"{what} names one"
    return f"{what} is not {shown(constant, part)}"


def _acceptance(facts: Facts, pairs: list[_Pair]) -> Iterator[_Wrong]:
    near = [each for each in pairs if each.match is not Match.DIFFERENT]
    results = [(accepted(facts, each.set, each.deletion), each) for each in near]
    worst = [(found, each) for found, each in results if found > Acceptance.UNKNOWN]
    if not worst:
        return
    found, pair = max(worst, key=lambda each: each[0])
    if any(other is not Acceptance.REFUSED for other, _ in results):
        found = Acceptance.PERHAPS
    rule, where = r9.DELETION_REFUSED, ""
    if found is Acceptance.PERHAPS:
        rule, where = r9.DELETION_MAYBE_REFUSED, f" where {_case(pair)}"
    said, kept = _said(pair), _kept(pair)
    tails = f"{where}: it is {said}", f"{where}: they are {said}"
    head = "browsers refuse this deletion of "
    yield _Wrong(rule, pair, head, tails, _repeated(facts, pair, kept))


def _said(pair: _Pair) -> str:
    """The attributes of both that differ."""
    of_set, of_deletion = (
        ", ".join(f"{each}={shown(of, each)}" for each in _kept(pair))
        for of in (pair.set, pair.deletion)
    )
    return f"set with {of_set}, and deleted with {of_deletion}"


def _kept(pair: _Pair) -> tuple[str, ...]:
    """The attributes of the set that the deletion has otherwise."""
    return tuple(
        name
        for name in ("samesite", "secure", "partitioned")
        if (value := pair.set.value(name)) is not None
        and pair.deletion.value(name) not in (None, value)
    )


def _case(pair: _Pair) -> str:
    for attribute, wanted in (
        ("samesite", "'none'"),
        ("secure", "true"),
        ("partitioned", "true"),
    ):
        if not isinstance(pair.set.value(attribute), Known):
            what = expression(pair.set, attribute) or f"the {attribute} of the set"
            return f"{what} is {wanted}"
    return "it was set for other sites"


def _repeated(facts: Facts, pair: _Pair, names: Iterable[str]) -> str:
    """What the deletion has to say as the set does."""
    return ", ".join(argument(facts, pair.set, each, pair.deletion) for each in names)


def _found(facts: Facts, wrong: list[_Wrong]) -> Found:
    """One finding of all the cookies that one call deletes alike."""
    first, pair = wrong[0], wrong[0].pair
    names = [*dict.fromkeys(name(each.pair.deletion) for each in wrong)]
    message = first.head + " and ".join(names) + first.tails[len(names) > 1]
    related = dict[int, tuple[Place, str]]()
    for each in wrong:
        related[id(each.pair.set.inner.node)] = each.pair.set.inner, "set here"
    if len(pair.set.chain) > 1:
        related[id(pair.set.place.node)] = pair.set.place, "by this call"
    if len(pair.deletion.chain) > 1:
        related[id(pair.deletion.inner.node)] = pair.deletion.inner, "deleted here"
    place = pair.deletion.place
    return Finder(facts).found(
        first.rule, place, message, first.advice, *related.values()
    )
