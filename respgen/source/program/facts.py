"""What all functions of a program do that have to do with responses.

Goes in: a program and the files to be judged. Come out: their bodies, and the calls of functions.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from respgen.source.names import Class, Function
from respgen.source.nodes import walk
from respgen.source.program.annotated import Annotations
from respgen.source.program.calling import target
from respgen.source.program.evaluating import Evaluator
from respgen.source.program.events import Body, Call
from respgen.source.program.flow import Flow
from respgen.source.program.pieces import Piece, classes_of, pieces_of, relevant
from respgen.source.program.program import Program
from respgen.source.program.units import Unit

_Made = TypeVar("_Made")


@dataclass
class Facts:
    """What detectors ask."""

    program: Program
    evaluator: Evaluator
    units: tuple[Unit, ...]
    lines: Callable[[str], Sequence[str]]
    """Those of a file, as its tree counts them."""
    bodies: tuple[Body, ...]
    """Those of all functions that may have to do with responses."""
    calls: Calls
    safe_names: tuple[str, ...] = ()
    """Functions, as `module:name`, whose result may stand in a file name."""
    _made: dict[object, tuple[Any, ...]] = field(default_factory=dict, init=False)
    _kinds: dict[ast.AST, set[type[ast.AST]]] = field(default_factory=dict, init=False)
    _nodes: dict[ast.AST, list[ast.AST]] = field(default_factory=dict, init=False)

    def once(
        self, make: Callable[..., Iterator[_Made]], *of: object
    ) -> tuple[_Made, ...]:
        """What `make(facts, *of)` gives: several detectors ask, and the first one waits for it."""
        key = make, *map(id, of)
        if key not in self._made:
            # what it was made of stays with it, so that no other object gets an id of theirs
            self._made[key] = tuple(make(self, *of)), of
        found: tuple[_Made, ...] = self._made[key][0]
        return found

    def nodes(self, body: Body) -> list[ast.AST]:
        """The nodes of a body, level by level."""
        if isinstance(body.node, ast.Module):
            return walk(body.node)  # it grows while its functions are walked through
        if body.node not in self._nodes:
            self._nodes[body.node] = walk(body.node)
        return self._nodes[body.node]

    def has(self, body: Body, *kinds: type[ast.AST]) -> bool:
        """Whether one of the nodes of a body is of one of the kinds."""
        if body.node not in self._kinds or isinstance(body.node, ast.Module):
            self._kinds[body.node] = {*map(type, self.nodes(body))}
        return not self._kinds[body.node].isdisjoint(kinds)

    @cached_property
    def classes(self) -> tuple[tuple[Unit, Class], ...]:
        """The classes of the files, those in functions left out."""
        found = (
            (unit, Class(unit.module, node))
            for unit in self.units
            for node in classes_of(unit.tree.body)
        )
        return tuple(found)

    def body(self, function: Function) -> Body | None:
        """The body of a function, walked through if nobody has done so."""
        if function not in self.by_function:
            return self.calls.body(function)
        return self.by_function[function]

    @cached_property
    def by_function(self) -> Mapping[Function, Body]:
        """The body of each function that was walked through."""
        return {body.function: body for body in self.bodies if body.function}


@dataclass
class Calls:
    """Who calls a function, of the whole program: asked for few, and looked for then."""

    pieces: Sequence[Piece]
    walks: Walks
    _found: dict[Function, tuple[tuple[Body, Call], ...]] = field(default_factory=dict)

    def get(self, function: Function) -> tuple[tuple[Body, Call], ...]:
        """The calls of a function, and the bodies in which they are."""
        if function not in self._found:
            self._found[function] = tuple(self._calls(function))
        return self._found[function]

    def body(self, function: Function) -> Body | None:
        """What a function does; None of one inside of another, or of a file that is not judged."""
        piece = self._by_node.get(id(function.node))
        return self.walks.bodies(piece)[0] if piece else None

    @cached_property
    def _by_node(self) -> Mapping[int, Piece]:
        return {id(piece.node): piece for piece in self.pieces}

    def _calls(self, function: Function) -> Iterator[tuple[Body, Call]]:
        wanted = function.node.name
        for piece in self.pieces:
            if wanted in piece.words:
                for body in self.walks.bodies(piece):
                    for event in body.events:
                        if isinstance(event, Call) and self._is_of(event, function):
                            yield body, event

    def _is_of(self, event: Call, function: Function) -> bool:
        return target(self.walks.evaluator.program, event.function) == function


@dataclass
class Walks:
    """Walks through each piece once."""

    evaluator: Evaluator
    _bodies: dict[int, tuple[Body, ...]] = field(default_factory=dict)

    def bodies(self, piece: Piece) -> tuple[Body, ...]:
        """What a piece does, and the functions in it."""
        key = id(piece.node)
        if key not in self._bodies:
            if not isinstance(piece.node, ast.Module):
                units = self.evaluator.program.units
                units.restore(piece.unit.file, piece.node)
            body = Flow(self.evaluator, piece.unit).body(piece.node, piece.owner)
            self._bodies[key] = tuple(_all(body))
        return self._bodies[key]


def read(
    program: Program,
    files: Iterable[str],
    lines: Callable[[str], Sequence[str]],
    safe_names: Iterable[str] = (),
) -> Facts:
    """Walks through what matters of some files, in their order."""
    units = tuple(u for file in files if (u := program.units.unit(file)))
    evaluator = Evaluator(program, Annotations(program))
    pieces = [p for unit in units for p in pieces_of(unit, lines(unit.file))]
    walks = Walks(evaluator)
    chosen = relevant(program, evaluator.annotations, pieces)
    bodies = tuple(body for piece in chosen for body in walks.bodies(piece))
    calls = Calls(pieces, walks)
    return Facts(program, evaluator, units, lines, bodies, calls, (*safe_names,))


def _all(body: Body) -> Iterator[Body]:
    yield body
    for inner in body.inner:
        yield from _all(inner)
