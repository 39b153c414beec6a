"""How the headers of a parent, of profiles and of a class become those of the class.

Goes in: inherited headers, and what each mapping of headers changes. Comes out: the headers, in
wire order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from respgen.diagnostics import Malformed, Places, Problems, Span
from respgen.fields import FIELDS
from respgen.located import LocatedPlain, Plain, plain
from respgen.resolve.constants import constant, constant_header
from respgen.resolve.header_values import malformed_inside
from respgen.resolve.numbers import note_sent
from respgen.rules import r0, r1
from respgen.specs import Constant, HeaderSpec, Pattern, Policy, Template


@dataclass(frozen=True, slots=True)
class Removed:
    """A header that is taken away. `span`: where its author says so in so many words."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Supplement:
    """What a header adds to the one of its name. `policy` None: that one's; `merge`: where it says so."""

    name: str
    span: Span
    value: LocatedPlain
    policy: Policy | None
    merge: Span


Change: TypeAlias = HeaderSpec | Removed | Supplement
Join: TypeAlias = Callable[[Supplement, HeaderSpec | None], HeaderSpec | None]
"""The header that a supplement makes of the one that is there; None: there is none."""


def alone(change: Supplement, present: HeaderSpec | None) -> HeaderSpec | None:
    """Nothing is known yet of what a profile adds to: it is looked at where it is used."""
    return present


def merged(
    inherited: Iterable[HeaderSpec], changes: Iterable[Change], join: Join = alone
) -> tuple[HeaderSpec, ...]:
    """The headers after the changes, in wire order.

    A declaration replaces the one of its name whole, unless it is a supplement, and keeps its
    place; what was removed and is declared again stands at the end.
    """
    headers = {header.name.lower(): header for header in inherited}
    for change in changes:
        key = change.name.lower()
        made = _made(change, headers.get(key), join)
        if made is None:
            headers.pop(key, None)
        else:
            headers[key] = made
    return tuple(headers.values())


def above(
    supplied: Iterable[HeaderSpec], inherited: Iterable[HeaderSpec]
) -> tuple[HeaderSpec, ...]:
    """Inherited headers, and below them those that nobody wrote: these replace nothing."""
    headers = {header.name.lower(): header for header in (*supplied, *inherited)}
    return tuple(headers.values())


def _made(change: Change, present: HeaderSpec | None, join: Join) -> HeaderSpec | None:
    match change:
        case Removed():
            return None
        case Supplement():
            return join(change, present)
    if change.deliberate or change.replaces is present:
        return change
    return replace(change, replaces=present)


def check_removals(
    own: Iterable[Change], before: Iterable[Change], problems: Problems
) -> None:
    """What a class takes away is there; YAML reads a header without a value as a removal."""
    known = {each.name.lower() for each in before}
    for change in own:
        is_new = change.name.lower() not in known
        if is_new and isinstance(change, Removed) and change.span:
            message = f"{change.name} removes nothing: no such header is inherited"
            advice = 'write its value, "" for an empty one, or remove it'
            problems.add(r1.REMOVAL, change.span, message, advice)


_LONGEST = 8_000
"""Characters of a value that is merged with: servers take about as many for all headers."""


@dataclass(frozen=True, slots=True)
class Joiner:
    """Adds supplements to the headers of one class, `owner`.

    `whole`: all that the class inherits is known, so what is not there is missing.
    """

    owner: str
    problems: Problems
    whole: bool

    def __call__(
        self, change: Supplement, present: HeaderSpec | None
    ) -> HeaderSpec | None:
        row = FIELDS.get(change.name.lower())
        shown = _shown(present) if present else None
        if row is None or row.merge is None:
            message = (
                f"{change.name} is a single value, so nothing can be merged with it"
            )
            self._refuse(change, message, "write merge: false, which replaces it")
            return present or self._first(change)
        if present is None:
            if self.whole:
                message = f"{self.owner} inherits no {change.name} to merge with"
                advice = "remove merge, or use a profile that sends the header"
                self._refuse(change, message, advice)
            return self._first(change)
        if shown is None:
            message = f"the {change.name} that {self.owner} inherits is known at run time only"
            self._refuse(change, message, "remove merge: the value replaces it")
            return present
        if len(shown) > _LONGEST:
            message = (
                f"{change.name} has more than {_LONGEST:,} characters to merge with"
            )
            self.problems.add(r0.LIMIT, change.merge, message, "write a shorter value")
            return present
        return self._joined(change, present, partial(row.merge, row.constant, shown))

    def _refuse(self, change: Supplement, message: str, advice: str) -> None:
        self.problems.add(r0.CONFLICT, change.merge, message, advice)

    def _first(self, change: Supplement) -> HeaderSpec | None:
        """The value by itself, so that no other rule misses the header."""
        policy = change.policy or "overridable"
        own = _without_removals(change.value)
        return constant(change.name, change.span, own, policy, self.problems)

    def _joined(
        self,
        change: Supplement,
        present: HeaderSpec,
        merge: Callable[[Plain], str | Pattern],
    ) -> HeaderSpec | None:
        try:
            text = merge(plain(change.value.value))
        except Malformed as error:
            malformed_inside(change.name, error.found, change.value, self.problems)
            return present
        if text == "":
            return None
        if isinstance(text, str):
            note_sent(change.value, text, self.problems)
        policy = change.policy or present.policy
        made = constant_header(change.name, text, policy, change.span, change.value)
        return replace(made, places=_places(present.places, made.places))


def _places(inherited: Places, own: Places) -> Places:
    """Where the parts stand: inherited ones at their own places, as far as these are known."""
    names = {path[0] for path in own.parts}
    kept = {path: at for path, at in inherited.parts.items() if path[0] not in names}
    rest = inherited.rest or inherited.whole
    return Places(own.whole, {**kept, **own.parts}, rest)


def _shown(header: HeaderSpec) -> str | None:
    """What a constant sends, with `{nonce}` at the place of one; None: run time alone knows."""
    match header.origin:
        case Constant(text):
            return text
        case Template(pattern, "nonce"):
            return pattern.shown
    return None


def _without_removals(place: LocatedPlain) -> LocatedPlain:
    if not isinstance(place.value, Mapping):
        return place
    kept = {
        key: below
        for key, below in place.value.items()
        if below.value is not None and below.value is not False
    }
    return replace(place, value=kept)
