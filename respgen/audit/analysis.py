"""The files of a project -> what is wrong in them, and the counts.

Goes in: Sources, and a look at them. Comes out: an Analysis; the order of its findings is free.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from respgen.audit.acts import AnyAct, acts
from respgen.audit.bodies import bodies
from respgen.audit.classes import alike
from respgen.audit.constants import constants
from respgen.audit.cookie_fields import mapped_cookies
from respgen.audit.cookies import cookies
from respgen.audit.declared import declared
from respgen.audit.dispositions import dispositions
from respgen.audit.fields import fields
from respgen.audit.findings import Analysis, Found
from respgen.audit.handlers import dropped_headers
from respgen.audit.layers import raised_in_middleware
from respgen.audit.looking import Look, look
from respgen.audit.lost import lost
from respgen.audit.memory import Memory
from respgen.audit.missing import missing
from respgen.audit.misused import misused
from respgen.audit.reader import Progress, Reader, silent
from respgen.audit.shapes import repeated, shapes
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
    repeated,
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
"""Whatever finds something, each told of all that code does."""


def analysed(
    sources: Sources,
    seen: Look,
    memory: Memory,
    jobs: int,
    progress: Progress | None = None,
) -> tuple[Analysis, set[str]]:
    """What is found, and the names of the files that do nothing with responses."""
    reader = Reader(sources, seen, memory, jobs)
    with _quick():
        return _judged(sources, reader, progress or silent), reader.plain


def _judged(sources: Sources, reader: Reader, progress: Progress) -> Analysis:
    facts = _facts(sources, reader, progress)
    done = tuple(acts(facts))
    found = dict.fromkeys(f for detect in DETECTORS for f in detect(facts, done))
    return Analysis(
        tuple(found),
        tuple(reader.skipped.values()),
        len(sources.files),
        len(sources.files) - len(reader.skipped),
        uses(facts),
        len(facts.once(shapes, done)),
    )


def facts(sources: Sources, progress: Progress = silent) -> tuple[Facts, Reader]:
    """What the files do with responses, and whoever has read them; nothing is remembered."""
    memory = Memory.of(sources.project)
    reader = Reader(sources, look(sources, memory), memory, 1)
    with _quick():
        return _facts(sources, reader, progress), reader


def _facts(sources: Sources, reader: Reader, progress: Progress) -> Facts:
    near = [*reader.near(progress)]
    units = Units([*reader.files, *_generated(sources)], reader.parse)
    output = sources.project.name(sources.project.output)
    program = Program(units, output.replace("/", "."))
    return read(program, near, reader.lines, sources.project.source.safe_names)


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
    """The modules of the catalogue, which are no sources."""
    output = sources.project.output
    for folder, _, names in os.walk(output):
        for name in sorted(names):
            if name.endswith(".py"):
                yield sources.project.name(Path(folder, name))
