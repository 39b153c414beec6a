"""The whole of an adoption, read from top to bottom.

Goes in: a project, its schemas, and the facts of its code. Comes out: an Adoption: the file as it becomes,
and what is left and why. Nothing is written.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from respgen.adopt.classes import Classes
from respgen.adopt.comparing import difference
from respgen.adopt.cookies import Presets
from respgen.adopt.document import document
from respgen.adopt.names import Names
from respgen.adopt.proof import Proof
from respgen.adopt.proposals import CookieSite, Left, Proposal, ResponseSite, Site
from respgen.adopt.shapes import Shapes
from respgen.adopt.verifying import Failed
from respgen.audit.acts import AnyAct, Construction, CookieAct, acts
from respgen.audit.choice import choice
from respgen.audit.places import Finder
from respgen.audit.reporting import reporting
from respgen.audit.sites import helped, helpers, note
from respgen.migrate.ground import Ground
from respgen.migrate.mutations import followers
from respgen.project import Project
from respgen.sending.catalogue import catalogue
from respgen.sending.importing import imported_as
from respgen.source.names import Class, Function
from respgen.source.program.events import Body
from respgen.source.program.facts import Facts
from respgen.specs import ModuleSpec

Bytes = Callable[[str], bytes | None]
"""Those of a file, as it was read."""


@dataclass(frozen=True, slots=True)
class Request:
    """`into` is the file that gets the entries, by the name that findings call it."""

    project: Project
    schemas: Mapping[str, bytes]
    specs: Sequence[ModuleSpec]
    into: str
    least: int = 3
    """How many places make a shape."""
    verify: bool = False
    """Whether both sides are run."""
    unsafe: bool = False
    """Whether mistakes are mended."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """`data` is the whole file, `fresh` one with the new entries alone."""

    data: bytes
    fresh: bytes
    proposals: tuple[Proposal, ...]
    lost: tuple[Left, ...]
    few: int = 0
    """The places of shapes that are made too seldom."""
    failure: str = ""
    """Why nothing could be tried."""
    mended: tuple[Left, ...] = ()
    """The places whose mistakes go, each with the name of the entry and what is wrong."""
    brings_fastapi: bool = False
    """Whether no code imports FastAPI, which generated modules will."""


def adoption(asked: Request, facts: Facts, data: Bytes) -> Adoption:
    """What the code becomes in a schema. Raises Unfit where the file takes no entries."""
    ground = Ground.of(
        facts,
        catalogue(asked.project, asked.specs, imported_as(asked.project, facts)),
        "",
        asked.unsafe,
    )
    names = Names(set(taken(asked.specs)))
    found = _Sites(asked, ground, data, tuple(acts(facts)), helpers(facts))
    presets = Presets(ground, names)
    classes = Classes(ground, names, found.done)
    own = [*classes.proposals()]
    shapes = Shapes(ground, names, found.helpers, asked.least)
    proof = Proof(asked.project, ground, asked.schemas, asked.into)
    wanted = [
        *presets.proposals(found.cookies()),
        *own,
        *shapes.proposals(found.responses()),
    ]
    kept = proof.proven(wanted)
    failure = ""
    if asked.verify:
        try:
            kept = proof.proven(proof.tried(kept))
        except Failed as failed:
            failure = str(failed)
    lost = (*presets.lost, *classes.lost, *shapes.lost, *proof.lost)
    made = finished(asked, kept, lost, shapes.few, failure)
    mended = sorted(proof.mended(kept), key=lambda each: each.span)
    brings = (
        bool(kept) and asked.project.target == "fastapi" and not _uses_fastapi(facts)
    )
    return replace(made, mended=tuple(mended), brings_fastapi=brings)


def _uses_fastapi(facts: Facts) -> bool:
    """Whether a file has the word."""
    files = facts.program.units.files
    return any("fastapi" in line for file in files for line in facts.lines(file))


def finished(
    asked: Request,
    kept: tuple[Proposal, ...],
    lost: Iterable[Left],
    few: int = 0,
    failure: str = "",
) -> Adoption:
    """The file with the entries that are proven."""
    return Adoption(
        document(asked.schemas.get(asked.into), kept).data,
        document(None, kept).data,
        kept,
        tuple(sorted(dict.fromkeys(lost), key=lambda each: each.span)),
        few,
        failure,
    )


def taken(specs: Iterable[ModuleSpec]) -> Iterator[str]:
    """The names that entries have already."""
    for module in specs:
        yield from (each.name for each in module.responses)
        yield from (each.name for each in module.cookies)


@dataclass(slots=True)
class _Sites:
    """The places that an audit would list, which no entry takes over yet."""

    asked: Request
    ground: Ground
    data: Bytes
    done: tuple[AnyAct, ...]
    helpers: Mapping[Function, Body]

    def cookies(self) -> Iterator[CookieSite]:
        for node in self._places():
            found = [each for each in node if isinstance(each, CookieAct)]
            if found:
                site = CookieSite(tuple(found))
                if not self._is_known(site):
                    yield site

    def responses(self) -> Iterator[ResponseSite]:
        behind = followers(self.done)
        for each in self._places(behind):
            found = [act for act in each if isinstance(act, Construction)]
            if not found or any(isinstance(act.of, Class) for act in found):
                continue  # of a class that has an entry, or is left, as a whole
            changes = behind.get(found[0].event.node, ())
            site = ResponseSite(tuple(found), changes if len(found) == 1 else ())
            if not self._is_known(site):
                yield site

    def _places(self, also: Container[ast.AST] = ()) -> Iterator[list[AnyAct]]:
        """The acts of each place, in the order of places; `also` those that are no sites by themselves."""
        finder = Finder(self.ground.facts)
        places: dict[object, list[AnyAct]] = {}
        every = replace(choice(self.asked.project), select=())
        reports = reporting(every, self.data)
        for act in self.done:
            site = note(finder, act) or helped(finder, act, self.helpers)
            if reports(site) if site else act.event.node in also:
                places.setdefault(act.event.node, []).append(act)
        span = finder.span
        yield from sorted(
            places.values(), key=lambda p: span(p[0].place.unit, p[0].place.node)
        )

    def _is_known(self, site: Site) -> bool:
        """Whether an entry of the catalogue sends the same."""
        known = self.ground.catalogue
        listed = known.presets if isinstance(site, CookieSite) else known.entries
        return any(not difference(self.ground, site, each.spec) for each in listed)
