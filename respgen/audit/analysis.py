"""What is wrong in a group of files, and the counts.

Goes in: Sources, and groups of their files. Comes out: what is Judged; the order of its findings is
free.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from respgen.audit.acts import AnyAct, acts
from respgen.audit.bodies import bodies
from respgen.audit.classes import alike, spoken
from respgen.audit.constants import constants
from respgen.audit.cookie_fields import mapped_cookies
from respgen.audit.cookies import cookies, named_cookies
from respgen.audit.declared import declared
from respgen.audit.dispositions import dispositions
from respgen.audit.fields import fields
from respgen.audit.findings import Found, Judged
from respgen.audit.groups import Group
from respgen.audit.handlers import dropped_headers
from respgen.audit.layers import raised_in_middleware
from respgen.audit.looking import Progress, look, silent
from respgen.audit.lost import lost
from respgen.audit.memory import Memory
from respgen.audit.missing import missing
from respgen.audit.misused import misused
from respgen.audit.reaching import callers
from respgen.audit.reader import Reader
from respgen.audit.shapes import made
from respgen.audit.shared_headers import shared_headers
from respgen.audit.sites import sites
from respgen.audit.uses import uses
from respgen.source.files import Sources
from respgen.source.program.facts import Facts, read
from respgen.source.program.program import Program
from respgen.source.program.units import Units

Detector = Callable[[Facts, tuple[AnyAct, ...]], Iterator[Found]]
DETECTORS: tuple[Detector, ...] = (
    sites,
    constants,
    fields,
    mapped_cookies,
    cookies,
    alike,
    declared,
    lost,
    misused,
    raised_in_middleware,
    shared_headers,
    dropped_headers,
    bodies,
    dispositions,
    missing,
)
"""Whatever finds something, each told of all that the code of a group does."""


@dataclass
class Judge:
    """Judges groups, one after the other: what one was made of is forgotten before the next."""

    sources: Sources
    reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        self.reader = Reader(self.sources.project)

    @cached_property
    def units(self) -> Units:
        """All files, of which none is read."""
        names = [each.name for each in self.sources.files]
        reader = self.reader
        return Units([*names, *self.generated], reader.parse, kept=reader.kept)

    @cached_property
    def generated(self) -> frozenset[str]:
        """The modules of the catalogue, which are no sources."""
        return frozenset(_generated(self.sources))

    def judged(self, group: Group) -> Judged:
        """What is found in a group. Raises nothing for any text."""
        with _quick():
            return self._judged(group)

    def facts(self, names: Iterable[str]) -> Facts:
        """What some files do with responses."""
        project = self.sources.project
        near = [*self.reader.taken(names)]
        units = self.units.again()
        program = Program(units, project.name(project.output).replace("/", "."))
        facts = read(program, near, self.reader.lines, project.source.safe_names)
        self.reader.forget()
        return facts

    def _judged(self, group: Group) -> Judged:
        facts = self.facts(group.judged)
        done = tuple(acts(facts))
        found = dict.fromkeys(f for detect in DETECTORS for f in detect(facts, done))
        links = dict.fromkeys(_links(facts, done))
        known = {*group.members, *self.generated}
        return Judged(
            tuple(found),
            tuple(self.reader.skipped.values()),
            uses(facts),
            tuple(made(facts, done)),
            tuple(links),
            tuple(sorted({*facts.program.units.asked} - known)),
        )


def facts(sources: Sources, progress: Progress = silent) -> tuple[Facts, Reader]:
    """What the files do with responses, and whoever has read them; nothing is remembered."""
    judge, seen = Judge(sources), look(sources, Memory(sources.project))
    near = seen.judged(sources)
    with _quick():
        found = judge.facts(sorted((*near, *callers(sources, near))))
    progress(len(sources.files), len(sources.files))
    return found, judge.reader


def _links(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[tuple[str, bool]]:
    """What other groups may have, too: a cookie that is set here and ended there, an equal class."""
    yield from named_cookies(facts, done)
    yield from ((text, True) for text in spoken(facts))


@contextmanager
def _quick() -> Iterator[None]:
    """Trees are many objects and no circles: collecting garbage would look at them all, often."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _generated(sources: Sources) -> Iterator[str]:
    """The modules of the catalogue."""
    output = sources.project.output
    for folder, _, names in os.walk(output):
        for name in sorted(names):
            if name.endswith(".py"):
                yield sources.project.name(Path(folder, name))
