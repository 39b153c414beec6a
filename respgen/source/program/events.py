"""What a function does, and the ways through it.

These are the words in which flow speaks to whoever judges.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto

from respgen.source.bindings import FunctionNode
from respgen.source.names import Class, Function
from respgen.source.program.units import Unit
from respgen.source.program.values import Arguments, Value


@dataclass(frozen=True, slots=True)
class Call:
    """A call, wherever it stands in an expression."""

    node: ast.Call
    statement: ast.stmt
    function: Value
    arguments: Arguments
    result: Value


class Change(StrEnum):
    """What a statement does to an object."""

    ITEM = auto()
    """`of[key] = value`."""
    ATTRIBUTE = auto()
    """`of.key = value`."""
    DELETED = auto()
    """`del of[key]`."""


@dataclass(frozen=True, slots=True)
class Store:
    """An assignment to a part of an object; `key` is a text where an attribute is set."""

    node: ast.expr
    statement: ast.stmt
    change: Change
    of: Value
    key: Value
    value: Value | None
    source: ast.expr | None = None
    """The expression of the value."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A `raise`; `caught`: a handler of the same function takes it."""

    node: ast.Raise
    value: Value | None
    caught: bool

    @property
    def statement(self) -> ast.stmt:
        return self.node


Event = Call | Store | Raised


class Way(StrEnum):
    """How a path ends."""

    RETURNED = auto()
    RAISED = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Path:
    """One way through a function: what it did to responses, and how it ended."""

    events: tuple[Event, ...]
    way: Way
    node: ast.stmt | None
    value: Value | None


@dataclass(frozen=True, slots=True)
class Body:
    """A function, or a module's own statements; `parameters` and decorators as values."""

    unit: Unit
    function: Function | None
    node: FunctionNode | ast.Module
    owner: Class | None
    parameters: Mapping[str, Value]
    decorators: tuple[tuple[ast.expr, Value], ...]
    events: tuple[Event, ...]
    paths: tuple[Path, ...]
    inner: tuple[Body, ...] = field(default=())

    @property
    def returns(self) -> tuple[Path, ...]:
        """The paths that end with a `return`."""
        return tuple(path for path in self.paths if path.way is Way.RETURNED)
