"""What a person would do with each place of an application.

Goes in: a file labels.yaml, which names statements by their function and a part of their text; it stands
beside the application, so that no comment in the source tells the tools. Come out: labels, each with
the statement that it means.

    library/auth.py:
      - {in: login, text: 'set_cookie("sid"', all: preset}
      - {in: logout, text: 'delete_cookie("sid"', adopt: preset, catalogue: "refuse: another path"}

A verdict is what the place becomes (class, twin, preset, constructor, helper, mutation), or `refuse: why`
where it must stay as it is, or `free: why` where either is right. `adopt` is the verdict with a catalogue
that adopt writes, `catalogue` the one with the catalogue that stands beside the application, `all` both.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Variant = Literal["adopt", "catalogue"]
VARIANTS: tuple[Variant, ...] = ("adopt", "catalogue")
BECOMES = frozenset(("class", "twin", "preset", "constructor", "helper", "mutation"))


Position = tuple[
    int, int
]  # a line, counted from 1, and an offset in UTF-8 bytes, as ast counts


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its function, its text as Python prints it whatever its layout, and its place."""

    scope: str
    text: str
    start: Position
    end: Position
    source: str

    @property
    def key(self) -> tuple[str, str]:
        """What stays the same when lines move."""
        return self.scope, self.text

    def holds(self, start: Position, end: Position) -> bool:
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a place: `word` is one of BECOMES, `refuse` or `free`."""

    word: str
    why: str = ""

    @property
    def migrates(self) -> bool:
        return self.word in BECOMES


@dataclass(frozen=True, slots=True)
class Label:
    file: str
    statement: Statement
    verdicts: dict[Variant, Verdict]


class LabelError(Exception):
    """A label that means no statement, or more than one, or says nothing that we know."""


def read(folder: Path) -> tuple[Label, ...]:
    """The labels of an application, in the order of their file."""
    said = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))
    return tuple(
        _label(folder, file, entry)
        for file, entries in said.items()
        for entry in entries
    )


def _label(folder: Path, file: str, entry: dict[str, Any]) -> Label:
    text, scope, nth = entry["text"], entry.get("in"), entry.get("nth", 0)
    found = [
        one
        for one in _holding(statements((folder / file).read_bytes()), text)
        if scope in (None, one.scope)
    ]
    if len(found) < max(nth, 1) or (len(found) > 1 and not nth):
        raise LabelError(f"{file}: {text!r} is in {len(found)} statements")
    verdicts = {
        variant: _verdict(file, entry.get(variant, entry.get("all", "")))
        for variant in VARIANTS
    }
    return Label(file, found[nth - 1 if nth else 0], verdicts)


def _verdict(file: str, said: str) -> Verdict:
    word, _, why = said.partition(":")
    if word not in BECOMES and not (word in ("refuse", "free") and why):
        raise LabelError(f"{file}: {said!r} is no verdict")
    return Verdict(word, why.strip())


def _holding(all_of_them: Iterable[Statement], text: str) -> list[Statement]:
    """The innermost statements that have a text."""
    found = [one for one in all_of_them if text in one.source]
    return [
        one
        for one in found
        if not any(o != one and one.holds(o.start, o.end) for o in found)
    ]


def innermost(
    found: Iterable[Statement], start: Position, end: Position
) -> Statement | None:
    """The smallest statement that holds a place."""
    holding = [one for one in found if one.holds(start, end)]
    return max(holding, key=lambda one: (one.start, one.end), default=None)


@cache
def statements(source: bytes) -> tuple[Statement, ...]:
    """Every statement of a module, outer ones first."""
    text = source.decode()
    return tuple(_statements(text, ast.parse(text), ""))


def _statements(source: str, node: ast.AST, scope: str) -> Iterator[Statement]:
    for child in ast.iter_child_nodes(node):
        inner = scope
        if isinstance(child, ast.stmt):
            segment = ast.get_source_segment(source, child) or ""
            start = (child.lineno, child.col_offset)
            end = (child.end_lineno or 0, child.end_col_offset or 0)
            yield Statement(scope, ast.unparse(child), start, end, segment)
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inner = f"{scope}.{child.name}" if scope else child.name
        yield from _statements(source, child, inner)
