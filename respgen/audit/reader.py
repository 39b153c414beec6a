"""Parses the files of a project, those that do something with responses to be kept.

Goes in: a project, and names of files. Come out: trees and lines, and what nobody could read.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from respgen.audit.findings import Skipped
from respgen.audit.looking import unreadable
from respgen.diagnostics import Span
from respgen.files import contents
from respgen.project import Project
from respgen.source.files import SourceFile
from respgen.source.program.stripping import Spot, Statements, strip
from respgen.source.reading import Unread, check, display_lines, tree

_SAID = (b"Response", b"HTTPException", b"_cookie", b"call_next")
_ROOM = 1 << 22
"""Octets of source, whose statements take some fifty times as much."""
_Statements: TypeAlias = tuple[Spot, list[ast.stmt]]


@dataclass
class Reader:
    """Parses files, and keeps what nobody could read."""

    project: Project
    skipped: dict[str, Skipped] = field(default_factory=dict)
    kept: dict[str, Statements] = field(default_factory=dict)
    """Of the functions that will be walked through, as far as their words tell."""
    _room: int = _ROOM
    _lines: tuple[str, tuple[str, ...]] = ("", ())
    """Of the file that was asked for last."""
    _trees: dict[str, ast.Module] = field(default_factory=dict)

    def taken(self, names: Iterable[str]) -> Iterator[str]:
        """Those of some files that are Python; what was read before is forgotten."""
        self.skipped.clear()
        self.forget()
        for name in names:
            data = self.data(name)
            parsed = None if data is None else self._parsed(name, data)
            if parsed is not None and data is not None:
                statements = strip(parsed)
                self._trees[name] = parsed
                if self._room > 0:
                    self.kept[name] = dict(self._spoken(data, statements))
                yield name

    def forget(self) -> None:
        """Keeps nothing that nobody has asked for."""
        self.kept.clear()
        self._trees.clear()
        self._room = _ROOM

    def _spoken(self, data: bytes, taken: Statements) -> Iterator[_Statements]:
        """The functions that probably matter, as long as there is room for their statements."""
        lines = data.split(b"\n")
        for spot, body in taken.items():
            text = b"\n".join(lines[spot[0] - 1 : body[-1].end_lineno])
            if any(word in text for word in _SAID):
                self._room -= len(text)
                yield spot, body

    def parse(self, name: str) -> ast.Module | None:
        """The tree of a file of the program."""
        if name in self._trees:
            return self._trees.pop(name)
        data = self.data(name)
        return None if data is None else self._parsed(name, data)

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a file."""
        if self._lines[0] != name:
            data = self.data(name)
            self._lines = name, () if data is None else display_lines(data)
        return self._lines[1]

    def text(self, name: str) -> str:
        """What stands in a file, as far as it can be decoded."""
        return (self.data(name) or b"").decode(errors="replace")

    def _file(self, name: str) -> SourceFile:
        return SourceFile(Path(self.project.root, name), name)

    def data(self, name: str) -> bytes | None:
        """The bytes of a file, as they are now."""
        file = self._file(name)
        try:
            return contents(file.path)
        except OSError as error:
            self.skipped[name] = unreadable(file, error)
        return None

    def _parsed(self, name: str, data: bytes) -> ast.Module | None:
        try:
            return tree(data)
        except Unread as error:
            self.skipped[name] = _no_python(name, error)
        return None


def unread(file: SourceFile) -> Skipped | None:
    """Why a file cannot be parsed; None where it can."""
    try:
        check(contents(file.path))
    except OSError as error:
        return unreadable(file, error)
    except Unread as error:
        return _no_python(file.name, error)
    return None


def _no_python(name: str, error: Unread) -> Skipped:
    span = Span(name, error.line, error.column, error.line, error.column)
    return Skipped(span, error.message, error.advice)
