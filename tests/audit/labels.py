"""Reads what a corpus expects: a folder of Python files goes in, its expectations come out.

A comment `# R930` at the end of a statement's first line expects a finding of that code in the
statement. What else a label can say is in corpus/README.md.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tests.audit.applications import BASELINE, BEFORE

SITES = frozenset(f"R91{digit}" for digit in range(7))
UNREADABLE = "R900"
STALE = "R902"

_CODE = r"R\d{3}(?: (?:error|warning|note))?\??(?: =\w+)?"
_LABEL = re.compile(rf"#\s*({_CODE}(?:, {_CODE})*)\s*$")
_PART = re.compile(r"(R\d{3})(?: (error|warning|note))?(\?)?(?: =(\w+))?")
_PYTHON = re.compile(r"^# python >= 3\.(\d+)$", re.MULTILINE)
_SITES_LABELLED = "# sites labelled"
_END = 1_000_000  # behind the last line of any file


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The lines of a statement; counted from 1, the last one included."""

    file: str
    first: int
    last: int

    def holds(self, file: str, line: int) -> bool:
        return file == self.file and self.first <= line <= self.last


@dataclass(frozen=True, slots=True, order=True)
class Expectation:
    """A finding that must be there, in one of the spans; or may be there, if it is not wanted."""

    spans: tuple[Span, ...]
    code: str
    severity: str | None = None
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Labels:
    """What a folder expects. Notes on sites count in the files that label them."""

    expectations: tuple[Expectation, ...]
    site_files: frozenset[str]


class LabelError(Exception):
    """A label that stands where no statement begins, or in a file that labels no sites."""


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    code: str
    severity: str | None
    wanted: bool
    group: str | None

    def key(self) -> tuple[str, str]:
        """One for the places of one finding, another for each other mark."""
        alone = f"{self.span.file}:{self.span.first}:{self.span.last}"
        return self.code, f"={self.group}" if self.group else alone


def read(folder: Path) -> Labels:
    """Reads the labels of all Python files below a folder."""
    marks: list[_Mark] = []
    site_files = set()
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes()
        if data.startswith(_SITES_LABELLED.encode()):
            site_files.add(name)
        if name.startswith(f"{BEFORE}/"):
            marks += _stale(name.removeprefix(f"{BEFORE}/"), data)
            continue
        found = list(_marks(name, data))
        for mark in found:
            if mark.code in SITES and name not in site_files:
                raise LabelError(
                    f"{name}:{mark.span.first}: {mark.code} in a file without sites"
                )
        marks += found
    marks.sort(key=_Mark.key)
    merged = (_merge(list(group)) for _, group in groupby(marks, key=_Mark.key))
    return Labels(
        tuple(sorted(merged, key=lambda one: (one.spans, one.code))),
        frozenset(site_files),
    )


def _merge(marks: list[_Mark]) -> Expectation:
    first = marks[0]
    spans = tuple(sorted({mark.span for mark in marks}))
    return Expectation(spans, first.code, first.severity, first.wanted)


def _marks(name: str, data: bytes) -> Iterator[_Mark]:
    text = data.decode("latin-1")
    whole = Span(name, 1, text.count("\n") + 1)
    needed = _PYTHON.search(text)
    if needed and sys.version_info < (3, int(needed[1])):
        yield _Mark(whole, UNREADABLE, None, True, None)
        return
    try:
        tree = ast.parse(data)
    except (SyntaxError, ValueError):
        for line in text.splitlines():
            yield from _parts(line, whole)
        return
    for line_number, comment in _comments(data):
        if _LABEL.search(comment):
            yield from _parts(comment, _statement(name, tree, line_number))


def _stale(name: str, data: bytes) -> Iterator[_Mark]:
    """An entry of the baseline that is for nothing: expected in the baseline, or in the file."""
    for line, comment in _comments(data):
        if comment == f"# {STALE}":
            for file in (BASELINE, name):
                yield _Mark(Span(file, 1, _END), STALE, None, True, f"{name}:{line}")


def _parts(comment: str, span: Span) -> Iterator[_Mark]:
    if label := _LABEL.search(comment):
        for code, severity, optional, group in _PART.findall(label[1]):
            yield _Mark(span, code, severity or None, not optional, group or None)


def _comments(data: bytes) -> Iterator[tuple[int, str]]:
    for token in tokenize.tokenize(io.BytesIO(data).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _statement(name: str, tree: ast.Module, line: int) -> Span:
    """The smallest statement that begins in a line; a decorator begins its function."""
    spans = [
        Span(name, first, _last(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt)
        for first in [_first(node)]
        if line in _begins(node)
    ]
    if not spans:
        raise LabelError(
            f"{name}:{line}: no statement begins in the line of this label"
        )
    return min(spans, key=lambda span: span.last - span.first)


def _begins(node: ast.stmt) -> set[int]:
    return {
        node.lineno,
        *(decorator.lineno for decorator in getattr(node, "decorator_list", ())),
    }


def _first(node: ast.stmt) -> int:
    return min(_begins(node))


def _last(node: ast.stmt) -> int:
    """A function or class counts as a whole; of other statements with a body, the head."""
    end = node.end_lineno or node.lineno
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return end
    if isinstance(node, ast.Match):
        return node.subject.end_lineno or node.lineno
    body: list[ast.stmt] = getattr(node, "body", [])
    return max(node.lineno, body[0].lineno - 1) if body else end
