"""`class Created(JSONResponse)` -> `from catalogue import Created`, where the catalogue's class sends the same.

Goes in: a class. Comes out: a Replacement: what its calls and its own module become; raises Refused. A
class goes as a whole, with every call of it, or stays.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.audit.acts import AnyAct, Construction
from respgen.audit.written import super_calls
from respgen.migrate.choosing import chosen
from respgen.migrate.constructions import arguments
from respgen.migrate.ground import Ground, Refused, called, replaced
from respgen.migrate.references import Reference, Use
from respgen.migrate.sharing import check_shared
from respgen.rewrite.edits import Edit, Reimport
from respgen.rewrite.edits import Span as Written
from respgen.sending.callers import check_given
from respgen.sending.catalogue import Entry
from respgen.sending.classes import own_message, ways
from respgen.sending.differences import FAR
from respgen.sending.matching import Differs, Match, match_any
from respgen.sending.sent import Given, Sent, Unclear
from respgen.sending.stating import states
from respgen.source.bindings import FunctionNode
from respgen.source.names import Class, Function
from respgen.source.program.units import Unit
from respgen.source.program.values import Unknown

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Replacement:
    """A class that goes: by the names of files the edits, and the calls that are changed."""

    of: Class
    entry: Entry
    edits: Mapping[str, tuple[Edit, ...]]
    calls: tuple[Construction, ...]

    @property
    def group(self) -> str:
        return group(self.of)


def group(of: Class) -> str:
    """The name under which its edits are done together."""
    return f"{of.module}.{of.node.name}"


@dataclass(slots=True)
class Replacing:
    """Looks at all classes, and at those below one before it: what stays keeps its base."""

    ground: Ground
    blocked: Mapping[str, str]
    """Groups that cannot be done, with their reasons."""
    calls: dict[Class, list[Construction]] = field(default_factory=dict)
    found: dict[Class, Replacement | str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, ground: Ground, done: Sequence[AnyAct], blocked: Mapping[str, str]
    ) -> Replacing:
        made = cls(ground, blocked)
        for act in done:
            if isinstance(act, Construction) and isinstance(act.of, Class):
                made.calls.setdefault(act.of, []).append(act)
        return made

    def get(self, unit: Unit, of: Class) -> Replacement | str:
        """What becomes of a class, or why it stays."""
        if of not in self.found:
            try:
                self.found[of] = self._replacement(unit, of)
            except Refused as refused:
                self.found[of] = str(refused)
        return self.found[of]

    def _replacement(self, unit: Unit, of: Class) -> Replacement:
        if reason := self.blocked.get(group(of)):
            raise Refused(reason)
        uses = tuple(self.ground.references.of(of))
        calls = [*self._calls(of, uses)]
        messages = [*self._messages(of, uses, calls)]
        entry, matches = self._entry(of, messages)
        self._check_below(of, entry, uses)
        self._check_beyond(of, matches)
        edits: dict[str, list[Edit]] = {}
        module, name = entry.module, entry.spec.name
        goes = Reimport(of.node.name, module, name, Written.of(of.node))
        edits[unit.file] = [goes]
        for act, made in zip(calls, matches, strict=False):
            if edit := _call(act, made):
                edits.setdefault(act.body.unit.file, []).append(edit)
        by_file = {file: tuple(some) for file, some in edits.items()}
        return Replacement(of, entry, by_file, tuple(calls))

    def _messages(
        self, of: Class, uses: Sequence[Reference], calls: Sequence[Construction]
    ) -> Iterator[tuple[Sent, ...]]:
        """What every call sends, in one way or another: those that are seen, then those of the framework."""
        seen = {_place(act) for act in self.calls.get(of, [])}
        for use in uses:
            match use.use:
                case Use.CALLED if _at(use.unit, use.node) not in seen:
                    raise Refused(f"{_at_text(use)} calls it, which is not looked at")
                case Use.OTHER:
                    raise Refused(f"{_at_text(use)} uses the class as a value")
        try:
            for act in calls:
                check_shared(self.ground, act)
                yield ways(self.ground.facts, act)
            if any(use.use is Use.FRAMEWORK for use in uses):
                here = ast.Name("content", ast.Load())
                content = Given(Unknown(here), here)
                yield (own_message(self.ground.facts, of, {"content": content}),)
        except Unclear as unclear:
            raise Refused(str(unclear)) from unclear

    def _entry(
        self, of: Class, messages: Sequence[tuple[Sent, ...]]
    ) -> tuple[Entry, Sequence[Match]]:
        """The class that sends all of it: of several the one of this name."""
        if not messages:
            others = self.ground.beyond.get(of.node.name)
            raise Refused(others[0].reason if others else "nobody makes it")

        def matched(entry: Entry) -> tuple[Sequence[Match], int]:
            read = self.ground.read
            made = [match_any(each, entry.spec, read) for each in messages]
            for each in made:
                check_given(self.ground.facts, each)
            is_named = entry.spec.name == of.node.name
            if not is_named and not any(states(e, entry.spec) for e, *_ in messages):
                raise Differs(f"it states no more than {of.node.name}", FAR)
            return made, sum(each.chosen for each in made)

        return chosen(self.ground, matched, of.node.name)

    def _check_beyond(self, of: Class, matches: Sequence[Match]) -> None:
        """Raises Refused where a file that is not looked at could not call the new class as it is."""
        most = int(any(each.first for each in matches))
        for each in self.ground.beyond.get(of.node.name, ()):
            if each.places is None or each.places > most:
                raise Refused(each.reason)

    def _check_below(self, of: Class, entry: Entry, uses: Sequence[Reference]) -> None:
        """Raises Refused where a class below it goes, and its new one would not be below the new one."""
        for below in self._below(of, uses):
            found = self.found.get(below)
            is_below = self.ground.standing.is_below
            if isinstance(found, Replacement) and not is_below(found.entry, entry):
                message = f"{found.entry.spec.name} is not below {entry.spec.name}"
                raise Refused(message)

    def _below(self, of: Class, uses: Sequence[Reference]) -> Iterator[Class]:
        """The classes right below it, looked at. Raises Refused where one is not known."""
        for use in uses:
            if use.use is Use.BASE and isinstance(use.node, ast.ClassDef):
                program = self.ground.facts.program
                below = program.named(use.unit.module, use.node.name)
                if not isinstance(below, Class):
                    raise Refused(f"{use.node.name} is below {of.node.name}")
                self.get(use.unit, below)
                yield below

    def _calls(self, of: Class, uses: Sequence[Reference]) -> Iterator[Construction]:
        """Its calls, and those of its constructor from classes below it that stay. Raises Refused."""
        yield from self.calls.get(of, [])
        facts = self.ground.facts
        for below in self._below(of, uses):
            if isinstance(self.found.get(below), Replacement):
                continue
            name = below.node.name
            for method in (m for m in below.node.body if isinstance(m, FunctionNode)):
                if method.name == "init_headers":
                    raise Refused(
                        f"{name} is below it, and has init_headers of its own"
                    )
            init = facts.program.method(below, "__init__")
            if not isinstance(init, Function) or init.owner != below:
                raise Refused(f"{name} is below it, and has its constructor")
            body = facts.body(init)
            above = [*super_calls(facts.program, body, of)] if body else []
            if len(above) != 1:
                raise Refused(f"{name} is below it, and calls it in no plain way")
            yield from above

    @property
    def gone(self) -> Mapping[Class, Entry]:
        """The classes that go, and what takes their place."""
        found = self.found.items()
        return {of: e.entry for of, e in found if isinstance(e, Replacement)}

    def misfits(self) -> Iterator[tuple[str, str]]:
        """The groups that cannot be done, now that it is known which classes above them stay."""
        for of, entry in self.gone.items():
            try:
                self.ground.standing.check_class(of, entry, self.gone)
            except Differs as differs:
                yield group(of), f"{entry.spec.name}: {differs}"


def _call(act: Construction, made: Match) -> Edit | None:
    """The call under its old name; None where it may stay as it is."""
    node = act.event.node
    if not isinstance(node, ast.Call):
        return None
    if _is_alike(node, made):
        return None
    pieces = called(Written.of(node.func), [*arguments(made)])
    nodes = [each.node for each in made.arguments.values() if each.node is not None]
    return replaced(node, pieces, [node.func, *nodes])


_PLACES = ("status_code", "headers", "media_type", "background")
"""What generated constructors take by place, behind the content."""


def _is_alike(node: ast.Call, made: Match) -> bool:
    """Whether the arguments as they are mean the same to the new class."""
    places = (made.first, *_PLACES) if made.first else _PLACES
    if len(node.args) > len(places):
        return False
    written = dict(zip(places, node.args, strict=False))
    written |= {str(each.arg): each.value for each in node.keywords}
    return written == {name: each.node for name, each in made.arguments.items()}


def _place(act: Construction) -> Place:
    return _at(act.body.unit, act.event.node)


def _at(unit: Unit, node: ast.AST) -> Place:
    return unit.file, getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _at_text(use: Reference) -> str:
    return f"{use.unit.file}:{getattr(use.node, 'lineno', 0)}"
