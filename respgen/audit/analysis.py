"""The files of a project -> what is wrong in them, and the counts.

Goes in: Sources. Comes out: an Analysis; the order of its findings is free.
"""

from __future__ import annotations

from collections.abc import Callable

from respgen.audit.findings import Analysis, Skipped
from respgen.diagnostics import Span
from respgen.files import contents
from respgen.source.files import SourceFile, Sources
from respgen.source.reading import Unread, tree

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many."""


def silent(done: int, of: int) -> None:
    """Nobody looks."""


def analyse(sources: Sources, jobs: int = 1, progress: Progress = silent) -> Analysis:
    """Read every file, and judge those that are to be judged. Raises nothing for any text."""
    skipped = []
    for number, file in enumerate(sources.files, 1):
        if (reason := _unread(file)) is not None:
            skipped.append(reason)
        progress(number, len(sources.files))
    count = len(sources.files)
    return Analysis((), tuple(skipped), count, count - len(skipped))


def _unread(file: SourceFile) -> Skipped | None:
    try:
        tree(contents(file.path))
    except OSError as error:
        reason = error.strerror or str(error)
        advice = "make it readable, or exclude it"
        return Skipped(Span.start(file.name), f"cannot be read: {reason}", advice)
    except Unread as error:
        span = Span(file.name, error.line, error.column, error.line, error.column)
        return Skipped(span, error.message, error.advice)
    return None
