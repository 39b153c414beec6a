"""Parses the files of a project, those that do something with responses to be kept.

Goes in: sources, and what is known of them. Come out: trees, and what nobody could read.
"""

from __future__ import annotations

import ast
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from respgen.audit.findings import Skipped
from respgen.audit.looking import Look, unreadable
from respgen.audit.memory import Memory
from respgen.diagnostics import Span
from respgen.files import contents
from respgen.source.files import SourceFile, Sources
from respgen.source.program.stripping import strip
from respgen.source.reading import Unread, check, display_lines, tree

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many."""
_SHARED = 1_500
"""Files from which on further processes save more time than they take to start."""
_CHUNK = 100


def silent(done: int, of: int) -> None:
    """Nobody looks."""


@dataclass
class Reader:
    """Parses files, and keeps what nobody could read."""

    sources: Sources
    seen: Look
    memory: Memory
    jobs: int
    plain: set[str] = field(default_factory=set)
    """The files that are Python, and do nothing with responses."""
    _lines: tuple[str, tuple[str, ...]] = ("", ())
    """Of the file that was asked for last."""
    _trees: dict[str, ast.Module] = field(default_factory=dict)

    @property
    def skipped(self) -> dict[str, Skipped]:
        """What could not be read, by the names of files."""
        return self.seen.skipped

    @property
    def files(self) -> dict[str, SourceFile]:
        """By their names."""
        return {file.name: file for file in self.sources.files}

    def near(self, progress: Progress) -> Iterator[str]:
        """The files to be judged that may do something with responses; parses all."""
        done, count = len(self.skipped), len(self.sources.files)
        others: list[SourceFile] = []
        for file in self.sources.files:
            if file.name in self.seen.near:
                self._parse(file)
                done += 1
                progress(done, count)
                if file.judged and file.name in self._trees:
                    yield file.name
            elif self.memory.is_plain(file.name):
                self.plain.add(file.name)
                done += 1
            elif file.name in self.memory.seen:
                others.append(file)
        for found in self._checked(others):
            done += 1
            progress(done, count)
            if found is not None:
                self.skipped[found.span.file] = found
        self.plain |= {file.name for file in others if file.name not in self.skipped}
        progress(count, count)

    def _parse(self, file: SourceFile) -> None:
        parsed = self._tree(file)
        if parsed is not None:
            strip(parsed)
            self._trees[file.name] = parsed

    def _checked(self, files: Sequence[SourceFile]) -> Iterator[Skipped | None]:
        """What is wrong with each file, if anything is."""
        if self.jobs < 2 or len(files) < _SHARED:
            yield from map(unread, files)
            return
        # a new interpreter knows nothing of this one's threads and locks
        context = get_context("spawn")
        with ProcessPoolExecutor(self.jobs, context, _deaf) as pool:
            yield from pool.map(unread, files, chunksize=_CHUNK)

    def parse(self, name: str) -> ast.Module | None:
        """The tree of a file of the program."""
        if name in self._trees:
            return self._trees.pop(name)
        return self._tree(self._file(name))

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a file."""
        if self._lines[0] != name:
            data = self._data(self._file(name))
            self._lines = name, () if data is None else display_lines(data)
        return self._lines[1]

    def data(self, name: str) -> bytes | None:
        """The bytes of a file, as they are now."""
        return self._data(self._file(name))

    def _file(self, name: str) -> SourceFile:
        return SourceFile(Path(self.sources.project.root, name), name)

    def _data(self, file: SourceFile) -> bytes | None:
        try:
            return contents(file.path)
        except OSError as error:
            self.skipped[file.name] = unreadable(file, error)
        return None

    def _tree(self, file: SourceFile) -> ast.Module | None:
        try:
            return tree(contents(file.path))
        except OSError as error:
            self.skipped[file.name] = unreadable(file, error)
        except Unread as error:
            self.skipped[file.name] = _no_python(file, error)
        return None


def unread(file: SourceFile) -> Skipped | None:
    """Why a file cannot be parsed; None where it can."""
    try:
        check(contents(file.path))
    except OSError as error:
        return unreadable(file, error)
    except Unread as error:
        return _no_python(file, error)
    return None


def _no_python(file: SourceFile, error: Unread) -> Skipped:
    span = Span(file.name, error.line, error.column, error.line, error.column)
    return Skipped(span, error.message, error.advice)


def _deaf() -> None:
    """Ctrl-C ends the run that started the processes, and that ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
