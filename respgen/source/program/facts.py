"""What all functions of a program do that have to do with responses.

Goes in: a program and the files to be judged. Come out: their bodies, and the calls of each
function. What cannot touch a response is not walked through: most of a program.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from respgen.source.bindings import FunctionNode
from respgen.source.names import Class, Function
from respgen.source.program.annotated import Annotations
from respgen.source.program.evaluating import Evaluator
from respgen.source.program.events import Body, Call
from respgen.source.program.flow import Flow
from respgen.source.program.frameworks import HTTP_EXCEPTION, RESPONSE
from respgen.source.program.program import Program
from respgen.source.program.units import FRAMEWORKS, Unit
from respgen.source.program.values import Named

HINTS = (b"esponse", b"cookie", b"HTTPException", b"headers")
"""A file without any of them cannot do what is looked for."""
_WORDS = frozenset(
    {
        *("set_cookie", "delete_cookie", "headers", "status_code", "media_type"),
        *("response_class", "default_response_class", "call_next", "Response"),
        *("HTTPException", "TemplateResponse", "raw_headers"),
    }
)
_ROUNDS = 3
"""Helpers of helpers of helpers are walked through."""
_COMMON = 4
"""A name that more functions have says little of who is called."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A function of a module, a method, or the statements outside of all, with its names."""

    unit: Unit
    node: FunctionNode | ast.Module
    owner: Class | None
    words: frozenset[str]

    @property
    def name(self) -> str:
        return "" if isinstance(self.node, ast.Module) else self.node.name


@dataclass
class Facts:
    """What detectors ask."""

    program: Program
    evaluator: Evaluator
    units: tuple[Unit, ...]
    lines: Callable[[str], Sequence[str]]
    """Those of a file, as its tree counts them."""
    bodies: tuple[Body, ...] = field(default=())

    @cached_property
    def calls(self) -> Mapping[Function, tuple[tuple[Body, Call], ...]]:
        """The calls of each function of the program."""
        found: dict[Function, list[tuple[Body, Call]]] = {}
        for body in self.bodies:
            for event in body.events:
                if isinstance(event, Call) and isinstance(event.function, Named):
                    what = event.function.what
                    if isinstance(what, Function):
                        found.setdefault(what, []).append((body, event))
        return {function: tuple(calls) for function, calls in found.items()}

    @cached_property
    def classes(self) -> tuple[tuple[Unit, Class], ...]:
        """The classes of the files, those in functions left out."""
        found = (
            (unit, Class(unit.module, node))
            for unit in self.units
            for node in _classes(unit.tree.body)
        )
        return tuple(found)

    @cached_property
    def by_function(self) -> Mapping[Function, Body]:
        """The body of each function that was walked through."""
        return {body.function: body for body in self.bodies if body.function}


def read(
    program: Program, files: Iterable[str], lines: Callable[[str], Sequence[str]]
) -> Facts:
    """Walks through what matters of some files, in their order."""
    units = tuple(u for file in files if (u := program.units.unit(file)))
    evaluator = Evaluator(program, Annotations(program))
    pieces = [piece for unit in units for piece in _pieces(unit)]
    flows = {unit.file: Flow(evaluator, unit) for unit in units}
    bodies: list[Body] = []
    for piece in _relevant(program, pieces):
        body = flows[piece.unit.file].body(piece.node, piece.owner)
        bodies += _all(body)
    return Facts(program, evaluator, units, lines, tuple(bodies))


def _all(body: Body) -> Iterator[Body]:
    yield body
    for inner in body.inner:
        yield from _all(inner)


def _pieces(unit: Unit) -> Iterator[_Piece]:
    yield _Piece(unit, unit.tree, None, frozenset())
    for node in _definitions(unit.tree.body):
        if isinstance(node, ast.ClassDef):
            yield from _methods(unit, node)
        else:
            yield _Piece(unit, node, None, _words(node))


def _classes(body: Iterable[ast.stmt]) -> Iterator[ast.ClassDef]:
    for each in _definitions(body):
        if isinstance(each, ast.ClassDef):
            yield each
            yield from _classes(each.body)


def _methods(unit: Unit, node: ast.ClassDef) -> Iterator[_Piece]:
    owner = Class(unit.module, node)
    for each in _definitions(node.body):
        if isinstance(each, ast.ClassDef):
            yield from _methods(unit, each)
        else:
            yield _Piece(unit, each, owner, _words(each))


def _definitions(body: Iterable[ast.stmt]) -> Iterator[FunctionNode | ast.ClassDef]:
    """Functions and classes, those under conditions too."""
    for node in body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node
            case ast.If(body=then, orelse=other):
                yield from _definitions([*then, *other])
            case ast.Try(body=then, orelse=other, handlers=handlers):
                caught = [each for handler in handlers for each in handler.body]
                yield from _definitions([*then, *caught, *other])


def _words(node: ast.AST) -> frozenset[str]:
    """Every name that stands in it."""
    found = set[str]()
    for each in ast.walk(node):
        match each:
            case (
                ast.Name(id=name)
                | ast.Attribute(attr=name)
                | ast.keyword(arg=str(name))
            ):
                found.add(name)
            case ast.alias(name=name):
                found.add(name.rpartition(".")[2])
    return frozenset(found)


def _relevant(program: Program, pieces: list[_Piece]) -> list[_Piece]:
    """Those that name a response, and those that call them, for some rounds."""
    units = {piece.unit.file: piece.unit for piece in pieces}
    names = {file: _names(program, unit) for file, unit in units.items()}
    near = {file for file, unit in units.items() if names[file] or _is_near(unit)}
    chosen = {id(p) for p in pieces if not p.name or _speaks(p, near, names)}
    times = Counter(piece.name for piece in pieces)
    helpers = [p for p in pieces if id(p) in chosen]
    for _ in range(_ROUNDS):
        called = {p.name for p in helpers if times[p.name] <= _COMMON} - {""}
        helpers = [
            p for p in pieces if id(p) not in chosen and not p.words.isdisjoint(called)
        ]
        chosen |= {id(p) for p in helpers}
    return [p for p in pieces if id(p) in chosen]


def _speaks(
    piece: _Piece, near: Collection[str], names: Mapping[str, frozenset[str]]
) -> bool:
    file = piece.unit.file
    return file in near and not piece.words.isdisjoint(_WORDS | names[file])


def _is_near(unit: Unit) -> bool:
    """Whether it imports a framework, at any place."""
    return any(
        (isinstance(node, ast.ImportFrom) and _is_framework(node.module or ""))
        or (
            isinstance(node, ast.Import)
            and any(_is_framework(a.name) for a in node.names)
        )
        for node in _imports(unit.tree)
    )


def _imports(tree: ast.Module) -> Iterator[ast.AST]:
    """Imports stand among statements, and never in expressions."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            waiting += getattr(node, name, ()) if not isinstance(node, ast.expr) else ()


def _is_framework(module: str) -> bool:
    return module.partition(".")[0] in FRAMEWORKS


def _names(program: Program, unit: Unit) -> frozenset[str]:
    """A module's names for responses and exceptions of HTTP."""
    found = set[str]()
    for name in unit.source.bindings:
        if not name.lstrip("_")[:1].isupper():  # no class is called so
            continue
        meaning = program.named(unit.module, name)
        if isinstance(meaning, Class | str) and program.derives(
            meaning, RESPONSE, HTTP_EXCEPTION
        ):
            found.add(name)
    return frozenset(found)
