"""The files of a project -> what is wrong in them, and the counts.

Goes in: Sources. Comes out: an Analysis; the order of its findings is free.
"""

from __future__ import annotations

import ast
import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from respgen.audit.acts import AnyAct, acts
from respgen.audit.constants import constants
from respgen.audit.cookie_fields import mapped_cookies
from respgen.audit.fields import fields
from respgen.audit.findings import Analysis, Found, Skipped
from respgen.audit.shapes import repeated, shapes
from respgen.audit.sites import sites
from respgen.audit.uses import uses
from respgen.diagnostics import Span
from respgen.files import contents
from respgen.source.files import SourceFile, Sources
from respgen.source.program.facts import HINTS, Facts, read
from respgen.source.program.program import Program
from respgen.source.program.stripping import strip
from respgen.source.program.units import Units
from respgen.source.reading import Unread, display_lines, tree

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many."""

Detector = Callable[[Facts, tuple[AnyAct, ...]], Iterator[Found]]
DETECTORS: tuple[Detector, ...] = (sites, repeated, constants, fields, mapped_cookies)
"""Whatever finds something, each told of all that code does."""


def silent(done: int, of: int) -> None:
    """Nobody looks."""


def analyse(sources: Sources, jobs: int = 1, progress: Progress = silent) -> Analysis:
    """Read every file, and judge those that are to be judged. Raises nothing for any text."""
    with _quick():
        reader = _Reader(sources)
        near = [*reader.near(progress)]
        units = Units([*reader.files, *_generated(sources)], reader.parse)
        output = sources.project.name(sources.project.output)
        program = Program(units, output.replace("/", "."))
        facts = read(program, near, reader.lines)
        done = tuple(acts(facts))
        found = dict.fromkeys(f for detect in DETECTORS for f in detect(facts, done))
        return Analysis(
            tuple(found),
            tuple(reader.skipped.values()),
            len(sources.files),
            len(sources.files) - len(reader.skipped),
            uses(facts),
            sum(shape.is_telling for shape in shapes(done)),
        )


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


@dataclass
class _Reader:
    """Parses files, and keeps what nobody could read."""

    sources: Sources
    skipped: dict[str, Skipped] = field(default_factory=dict)
    _lines: tuple[str, tuple[str, ...]] = ("", ())
    """Of the file that was asked for last."""
    _trees: dict[str, ast.Module] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, SourceFile]:
        return {file.name: file for file in self.sources.files}

    def near(self, progress: Progress) -> Iterator[str]:
        """The files to be judged that may do something with responses."""
        for number, file in enumerate(self.sources.files, 1):
            data = self._data(file)
            parsed = None if data is None else self._tree(file.name, data)
            if parsed and data and any(hint in data for hint in HINTS):
                strip(parsed)
                self._trees[file.name] = parsed
                if file.judged:
                    yield file.name
            progress(number, len(self.sources.files))

    def parse(self, name: str) -> ast.Module | None:
        """The tree of a file of the program."""
        if name in self._trees:
            return self._trees.pop(name)
        data = self._data(self._file(name))
        return None if data is None else self._tree(name, data)

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a file."""
        if self._lines[0] != name:
            data = self._data(self._file(name))
            self._lines = name, () if data is None else display_lines(data)
        return self._lines[1]

    def _file(self, name: str) -> SourceFile:
        path = Path(self.sources.project.root, name)
        return SourceFile(path, name)

    def _data(self, file: SourceFile) -> bytes | None:
        try:
            return contents(file.path)
        except OSError as error:
            reason = error.strerror or str(error)
            advice = "make it readable, or exclude it"
            message = f"cannot be read: {reason}"
            self.skipped[file.name] = Skipped(Span.start(file.name), message, advice)
        return None

    def _tree(self, name: str, data: bytes) -> ast.Module | None:
        try:
            return tree(data)
        except Unread as error:
            span = Span(name, error.line, error.column, error.line, error.column)
            self.skipped[name] = Skipped(span, error.message, error.advice)
        return None


def _generated(sources: Sources) -> Iterator[str]:
    """The modules of the catalogue, which are no sources."""
    output = sources.project.output
    for folder, _, names in os.walk(output):
        for name in sorted(names):
            if name.endswith(".py"):
                yield sources.project.name(Path(folder, name))
