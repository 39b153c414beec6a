"""What adopt writes, and what it leaves, as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from respgen.adopt.text import Node
from respgen.audit.acts import Construction, CookieAct
from respgen.audit.places import Finder, Place
from respgen.diagnostics import Span
from respgen.sending.sent import Mutation, Values
from respgen.source.names import Class
from respgen.source.program.units import Unit

Section: TypeAlias = Literal["cookies", "responses", "problems"]


@dataclass(frozen=True, slots=True)
class CookieSite:
    """A call that sets or deletes; several acts where it may do so with several values."""

    acts: tuple[CookieAct, ...]

    @property
    def place(self) -> Place:
        return self.acts[0].place


@dataclass(frozen=True, slots=True)
class ResponseSite:
    """A call that makes a response or an exception, with the changes that follow it."""

    acts: tuple[Construction, ...]
    changes: tuple[Mutation, ...] = ()

    @property
    def place(self) -> Place:
        return self.acts[0].place


@dataclass(frozen=True, slots=True)
class ClassSite:
    """A class of the project's own, its calls, and what stands for its arguments."""

    unit: Unit
    of: Class
    calls: tuple[Construction, ...]
    values: Values

    @property
    def place(self) -> Place:
        return Place(self.unit, self.of.node)


Site: TypeAlias = CookieSite | ResponseSite | ClassSite


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry, and the places that it is made of; `tries` are places that it may take over, too."""

    section: Section
    name: str
    keys: Mapping[str, Node]
    sites: tuple[Site, ...]
    tries: tuple[Site, ...] = ()
    what: str = ""
    """What messages call it."""
    stated: tuple[Span, ...] = ()
    """Places of a document, in place of sites."""

    @property
    def note(self) -> str:
        """The comment behind its name."""
        return f"{self.places} places" if self.places > 1 else ""

    @property
    def places(self) -> int:
        """How many places become its calls."""
        return sum(map(_places, (*self.sites, *self.tries))) + len(self.stated)

    def without(self, site: Site) -> Proposal:
        """Without a place that it may not take over after all."""
        return replace(self, tries=tuple(t for t in self.tries if t is not site))


def _places(site: Site) -> int:
    return len(site.calls) if isinstance(site, ClassSite) else 1


@dataclass(frozen=True, slots=True)
class Left:
    """Something that stays as it is."""

    span: Span
    what: str
    reason: str


def left(finder: Finder, sites: Iterable[Site], what: str, reason: str) -> list[Left]:
    """The places, each with the reason."""
    return [
        Left(finder.span(each.place.unit, each.place.node), what, reason)
        for each in sites
    ]


def shown(span: Span) -> str:
    """A place, inside of a message."""
    return f"{span.file}:{span.line}"


def place(finder: Finder, site: Site) -> Span:
    """Where a site stands."""
    return finder.span(site.place.unit, site.place.node)


def in_order(finder: Finder, sites: Sequence[Site]) -> list[Site]:
    """Sites by their places."""
    return sorted(sites, key=lambda site: place(finder, site))
