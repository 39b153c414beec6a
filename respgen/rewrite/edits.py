"""What can be changed in a file, and what became of it, as values."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias


class Placed(Protocol):
    """A node that has a place."""

    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place as `ast` counts: lines from 1, columns in bytes of UTF-8 from 0, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, node: ast.expr | ast.stmt | ast.keyword | ast.arg | ast.alias) -> Span:
        """That of a node; a definition's begins behind its decorators."""
        end_line, end_column = node.end_lineno, node.end_col_offset
        if end_line is None or end_column is None:
            raise ValueError("a node that was not parsed has no place")
        return cls(node.lineno, node.col_offset, end_line, end_column)


@dataclass(frozen=True, slots=True)
class Name:
    """`from module import name`, written under whatever name it has at this place.

    Without a `name` it is the module itself. `module` is absolute. `attribute` is what follows it,
    such as `.Error`.
    """

    module: str
    name: str
    attribute: str = ""


Piece: TypeAlias = str | Span | Name
"""Text, in which a line feed becomes the file's line end; the old code at a place, itself rewritten
where edits are inside of it, in parentheses where it has or needs them; an imported name."""


@dataclass(frozen=True, slots=True)
class Replace:
    """An expression or a statement gives way to pieces; only what they quote of it stays.

    A piece may quote what stands elsewhere in the file.
    """

    span: Span
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """A simple statement goes, and its line where nothing else stands there."""

    span: Span


@dataclass(frozen=True, slots=True)
class Reimport:
    """`name` of this module now comes from elsewhere: `from module import source as name`.

    `span` is the class statement of this name that goes; without one it is an import that does.
    """

    name: str
    module: str
    source: str
    span: Span | None = None


Edit: TypeAlias = Replace | Remove | Reimport
Change: TypeAlias = tuple[Edit, ...]
"""Edits that are done together, or none of them."""


def _free(module: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read.

    `name` is its path from the root, with forward slashes; `package` is where its relative imports
    start. `width` is the project's line length. `public` are the names that other modules import
    from this one. `owned` says whether a module is the project's own, where the project sorts its
    imports as isort does; without it a new import goes after the last one. `barred` says why this
    file cannot import a module, such as for a circle; empty where it can.
    """

    name: str
    data: bytes
    package: str = ""
    width: int = 88
    public: frozenset[str] = frozenset()
    owned: Callable[[str], bool] | None = None
    barred: Callable[[str], str] = _free


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not done, and why; `span` is the place that the reason is about."""

    change: Change
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file before and after; both are the same where nothing could be done."""

    name: str
    old: bytes
    new: bytes
    refusals: tuple[Refusal, ...] = ()


class Refused(Exception):  # noqa: N818 # what becomes of a change, not what failed
    """A change cannot be done; the text says why."""

    def __init__(self, reason: str, span: Span | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.span = span
