"""What the files of a project hold, before any of them is parsed.

Goes in: sources. Comes out: which files may do something with responses, and which cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from respgen.audit.findings import Skipped
from respgen.audit.memory import Memory
from respgen.diagnostics import Span
from respgen.files import contents
from respgen.source.files import SourceFile, Sources

HINTS = (b"esponse", b"cookie", b"HTTPException", b"headers", b"SessionMiddleware")
"""A file without any of them, and without an import of the catalogue, cannot do what is looked for."""

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many."""


def silent(done: int, of: int) -> None:
    """Nobody looks."""


@dataclass(slots=True)
class Look:
    """`near` are the files that may do something with responses; `skipped` those that are not there."""

    near: set[str] = field(default_factory=set)
    skipped: dict[str, Skipped] = field(default_factory=dict)

    def judged(self, sources: Sources) -> list[str]:
        """The names of those that are to be judged, and do something."""
        return [f.name for f in sources.files if f.judged and f.name in self.near]


def look(sources: Sources, memory: Memory) -> Look:
    """Reads each file once; the memory takes note of it."""
    found = Look()
    imports = _imports(sources.project.output.name.encode())
    for file in sources.files:
        try:
            data = contents(file.path)
        except OSError as error:
            found.skipped[file.name] = unreadable(file, error)
            continue
        memory.see(file, data)
        if any(hint in data for hint in HINTS) or imports(data):
            found.near.add(file.name)
    return found


def _imports(package: bytes) -> Callable[[bytes], bool]:
    """Whether a file may import the catalogue: by the name of its folder."""
    line = re.compile(rb"^[ \t]*(?:from|import)\b.*\b%b\b" % re.escape(package), re.M)
    return lambda data: package in data and bool(line.search(data))


def unreadable(file: SourceFile, error: OSError) -> Skipped:
    """What is said of a file that the system does not give."""
    message = f"cannot be read: {error.strerror or error}"
    return Skipped(Span.start(file.name), message, "make it readable, or exclude it")
