"""The functions of a program, and which of them may have to do with responses.

Goes in: units. Come out: pieces, by the words that stand in them: what cannot touch a response need
not be walked through, and that is most of a program.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from respgen.source.bindings import FunctionNode, Imported
from respgen.source.names import Class, Function
from respgen.source.program.annotated import Annotations
from respgen.source.program.frameworks import HTTP_EXCEPTION, RESPONSE
from respgen.source.program.program import Program
from respgen.source.program.stripping import definitions
from respgen.source.program.units import FRAMEWORKS, Unit

_WORDS = frozenset(
    {
        *("set_cookie", "delete_cookie", "response_class", "default_response_class"),
        *("call_next", "TemplateResponse", "SessionMiddleware", *FRAMEWORKS),
        *("add_route", "add_api_route", "add_exception_handler"),
    }
)
"""What else is done to a response is done to one that has a class, or comes from a helper."""
_PARTS = 200
"""Of an expression that are looked at; a longer one is data."""
_WORD = re.compile(r"[^\W\d]\w*")
_PAIR = re.compile(r"\s*return\b.*,\s*(?:\d{3}\b|[\w.]*HTTP)")
_MODULES = frozenset({"responses", "exceptions", "templating", "sse"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A function of a module, a method, or the statements outside of all, with its names."""

    unit: Unit
    node: FunctionNode | ast.Module
    owner: Class | None
    words: frozenset[str]
    pairs: bool = False
    """Whether something decorates it, and a line is like `return data, 404`."""

    @property
    def name(self) -> str:
        return "" if isinstance(self.node, ast.Module) else self.node.name


def pieces_of(unit: Unit, lines: Sequence[str]) -> Iterator[Piece]:
    """The module's own statements, whose words are those of all, and its functions."""
    whole = _Words(lines)
    yield Piece(unit, unit.tree, None, whole.between(1, len(lines)))
    yield from _functions(unit, unit.tree.body, None, whole)


def _functions(
    unit: Unit, body: Iterable[ast.stmt], owner: Class | None, words: _Words
) -> Iterator[Piece]:
    for node in definitions(body):
        if isinstance(node, ast.ClassDef):
            yield from _functions(unit, node.body, Class(unit.module, node), words)
        else:
            above = [each.lineno for each in node.decorator_list]
            lines = min((node.lineno, *above)), node.end_lineno or node.lineno
            pairs = bool(above) and words.has_pair(*lines)
            yield Piece(unit, node, owner, words.between(*lines), pairs)


@dataclass(frozen=True, slots=True)
class _Words:
    """Every word of some lines, be it a name, or in a text or a comment."""

    lines: Sequence[str]

    def between(self, first: int, last: int) -> frozenset[str]:
        return frozenset(_WORD.findall("\n".join(self.lines[first - 1 : last])))

    def has_pair(self, first: int, last: int) -> bool:
        """Whether a line returns a status behind something else, as other frameworks have it."""
        return any(_PAIR.match(line) for line in self.lines[first - 1 : last])


def classes_of(body: Iterable[ast.stmt]) -> Iterator[ast.ClassDef]:
    for each in definitions(body):
        if isinstance(each, ast.ClassDef):
            yield each
            yield from classes_of(each.body)


def relevant(
    program: Program, annotations: Annotations, pieces: Sequence[Piece]
) -> list[Piece]:
    """Those that name a response or an exception, or what is annotated to return one."""
    units = {piece.unit.file: piece.unit for piece in pieces}
    said = {file: _names(program, unit) for file, unit in units.items()}
    near = {p.unit.file for p in pieces if not FRAMEWORKS.isdisjoint(p.words)}
    said = {
        f: names | {*_modules(program, units[f], said)} for f, names in said.items()
    }
    names = {file: said[file] for file in said if said[file] or file in near}
    chosen = {id(p) for p in pieces if _speaks(program, p, names)}
    makers = {p.name for p in pieces if id(p) in chosen and _is_maker(annotations, p)}
    return [p for p in pieces if id(p) in chosen or not p.words.isdisjoint(makers)]


def _is_maker(annotations: Annotations, piece: Piece) -> bool:
    """Whether the program itself calls it for a response."""
    node = piece.node
    if isinstance(node, ast.Module) or node.returns is None or node.decorator_list:
        return False
    returned = annotations.returned(Function(piece.unit.module, node, piece.owner))
    program = annotations.program
    return returned is not None and program.derives(returned, RESPONSE, HTTP_EXCEPTION)


def _speaks(
    program: Program, piece: Piece, names: Mapping[str, frozenset[str]]
) -> bool:
    if piece.unit.file not in names:
        return False
    made = piece.owner is not None and program.is_response(piece.owner)
    said = _WORDS | names[piece.unit.file]
    speaks = made or piece.pairs or not piece.words.isdisjoint(said)
    return speaks or not piece.name


def _names(program: Program, unit: Unit) -> frozenset[str]:
    """A module's names for responses, their headers, and exceptions of HTTP."""
    found = set[str]()
    for star in unit.source.stars:
        other = program.units.module(star)
        found |= {*other.source.bindings} if other else set()
    for name, bound in unit.source.bindings.items():
        if "header" in name.lower():  # mappings that functions may change
            found.add(name)
        if isinstance(bound, Imported) and _is_module(bound):
            found.add(name)
        if not name.lstrip("_")[:1].isupper():  # no class is called so
            continue
        meaning = program.named(unit.module, name)
        if isinstance(meaning, Class | str) and program.derives(
            meaning, RESPONSE, HTTP_EXCEPTION
        ):
            found.add(name)
    return frozenset(found | {*_made_of(unit, found)} if found else found)


def _modules(
    program: Program, unit: Unit, said: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """The names of the program's own modules that have such names: `letters.Created`."""
    for name, bound in unit.source.bindings.items():
        if isinstance(bound, Imported):
            whole = ".".join(filter(None, (bound.module, bound.name)))
            other = program.units.module(whole)
            if other is not None and said.get(other.file):
                yield name


def _made_of(unit: Unit, names: set[str]) -> Iterator[str]:
    """The names of aliases, type variables and partials of them."""
    for name, bound in unit.source.bindings.items():
        if isinstance(bound, ast.expr):
            parts = islice(ast.walk(bound), _PARTS)
            words = {getattr(each, "id", getattr(each, "value", "")) for each in parts}
            if any(isinstance(word, str) and word in names for word in words):
                yield name


def _is_module(of: Imported) -> bool:
    """Whether it may be a module of a framework that has responses."""
    whole = ".".join(filter(None, (of.module, of.name)))
    return whole in FRAMEWORKS or whole.partition(".")[2] in _MODULES
