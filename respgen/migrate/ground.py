"""What every rewriting needs: the facts, the catalogue, and the words in which it says what it does."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.audit.handlers import handlers
from respgen.emit.source import literal
from respgen.migrate.beyond import Beyond
from respgen.migrate.meeting import meeting
from respgen.migrate.references import References
from respgen.migrate.standing import Gone, Standing
from respgen.rewrite.edits import Edit, Piece, Remove, Replace
from respgen.rewrite.edits import Span as Written
from respgen.sending.catalogue import Catalogue
from respgen.sending.sent import Given
from respgen.source.program.facts import Facts
from respgen.source.program.scopes import Scope
from respgen.source.program.values import Attribute, Known, Pairs, Unknown, Value
from respgen.source.unparsing import unparsed
from respgen.specs.types import ImportPath


class Refused(Exception):  # noqa: N818 # a decision, no failure
    """The text says why a site stays as it is."""


@dataclass(frozen=True, slots=True)
class Move:
    """What is called in place of a site, and the edits that do it.

    `mends` says what is wrong with what the site sends; empty where the same is sent.
    """

    to: str
    edits: tuple[Edit, ...]
    mends: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """`prefer` is the module of the catalogue that is taken where several would do.

    `unsafe`: what is a mistake is mended.
    """

    facts: Facts
    catalogue: Catalogue
    references: References
    standing: Standing
    prefer: str = ""
    merged: frozenset[str] = frozenset()
    """Names that handlers merge with the headers of exceptions, as they are spelled; `*` is any."""
    unsafe: bool = False
    meeting: frozenset[ast.AST] = frozenset()
    """The calls for cookies that one response may be given more than once."""
    gone: Gone = field(default_factory=dict)
    beyond: Mapping[str, Sequence[Beyond]] = field(default_factory=dict)
    """What files that are not looked at need of classes, by the names of these."""
    changed: dict[str, bool] = field(default_factory=dict)
    """Whether a function changes what has a name, as far as anybody asked."""
    _read: dict[ImportPath, Value | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls, facts: Facts, catalogue: Catalogue, prefer: str, unsafe: bool = False
    ) -> Ground:
        files = tuple(sorted(facts.program.units.files))
        references = References(facts, files)
        standing = Standing(facts, catalogue, references)
        merged, twice = frozenset(_merged(facts)), meeting(facts)
        return cls(
            facts, catalogue, references, standing, prefer, merged, unsafe, twice
        )

    def read(self, path: ImportPath) -> Value | None:
        """What stands where an import path leads; None where nobody knows."""
        if path not in self._read:
            self._read[path] = self._value(path)
        return self._read[path]

    def _value(self, path: ImportPath) -> Value | None:
        units = self.facts.program.units
        first, *names = path.name.split(".")
        here = ast.Name(first, ast.Load())
        home = units.home(path.module, "")
        if not units.has(home):
            return None
        found: Value = self.facts.evaluator.name(home, first, here)
        if isinstance(found, Unknown):
            return None
        for name in names:
            found = Attribute(found, name)
        return found

    def is_preferred(self, module: str) -> bool:
        """Whether a module of the catalogue is the preferred one."""
        return self.catalogue.is_named(self.prefer, module)


def _merged(facts: Facts) -> Iterator[str]:
    """The names that handlers put into one mapping with the headers of what they handle; `*` for any."""
    for handler in handlers(facts):
        scope = Scope(handler.module)
        for node in ast.walk(handler.node):
            if _has_headers(node):
                if isinstance(node, ast.DictComp | ast.Call):
                    yield "*"
                for each in _others(node):
                    found = facts.evaluator.value(each, scope)
                    names = found.keys() if isinstance(found, Pairs) else None
                    yield from ("*",) if names is None else map(str.lower, names)


def _has_headers(node: ast.AST) -> bool:
    """Whether it is a mapping made of others, `error.headers` among them."""
    is_or = isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)
    is_dict = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "dict"
    return (is_or or is_dict or isinstance(node, ast.Dict | ast.DictComp)) and any(
        isinstance(inner, ast.Attribute) and inner.attr == "headers"
        for inner in ast.walk(node)
    )


def _others(node: ast.AST) -> Iterator[ast.expr]:
    """The mappings in it, but the headers."""
    match node:
        case ast.Dict(keys=keys, values=values):
            own = [(k, v) for k, v in zip(keys, values, strict=True) if k is not None]
            yield ast.Dict([k for k, _ in own], [v for _, v in own])
            yield from (
                v
                for k, v in zip(keys, values, strict=True)
                if k is None and not _is_headers(v)
            )
        case ast.BinOp(left=left, right=right):
            yield from (each for each in (left, right) if not _is_headers(each))


def _is_headers(node: ast.expr) -> bool:
    """`error.headers or {}`."""
    first = node.values[0] if isinstance(node, ast.BoolOp) else node
    return isinstance(first, ast.Attribute) and first.attr == "headers"


def called(function: Piece, arguments: Iterable[Sequence[Piece]]) -> tuple[Piece, ...]:
    """A call."""
    pieces: list[Piece] = [function, "("]
    for number, argument in enumerate(arguments):
        pieces += [", "] if number else []
        pieces += argument
    return (*pieces, ")")


def written(given: Given, name: str) -> Piece:
    """What is given, as it stands in the old call, or as a literal. Raises Refused."""
    if given.node is not None:
        return Written.of(given.node)
    if isinstance(given.value, Known) and not isinstance(given.value.value, complex):
        return literal(given.value.value).text
    raise Refused(f"{name} is made in another place")


def replaced(
    node: ast.expr, pieces: Sequence[Piece], quoted: Iterable[ast.expr]
) -> Replace:
    """The old call gives way to the new one. Raises Refused where something would not happen any more."""
    _keep(node, {node}, quoted)
    return Replace(Written.of(node), tuple(pieces))


def removed(statement: ast.stmt, quoted: Iterable[ast.expr]) -> Remove:
    """A statement goes whose parts stand elsewhere now. Raises Refused, as above."""
    whole = {statement.value} if isinstance(statement, ast.Expr) else set()
    _keep(statement, whole, quoted)
    return Remove(Written.of(statement))


def _keep(node: ast.AST, but: Container[ast.AST], quoted: Iterable[ast.expr]) -> None:
    kept = {inner for each in quoted for inner in ast.walk(each)}
    for lost in _doing(node):
        if lost not in but and lost not in kept:
            raise Refused(f"{unparsed(lost)} would not be called any more")


def is_acting(node: ast.expr | None) -> bool:
    """Whether an expression does more than giving a value, so that its place in an order counts."""
    return node is not None and any(_doing(node))


_PURE = frozenset({"dict", "str", "format_datetime"})


def _doing(node: ast.AST) -> Iterator[ast.expr]:
    """Whatever in an expression does more than giving a value."""
    for each in ast.walk(node):
        match each:
            case ast.Call(func=ast.Name(id=name)) if name in _PURE:
                continue
            case (
                ast.Call()
                | ast.Await()
                | ast.NamedExpr()
                | ast.Yield()
                | ast.YieldFrom()
            ):
                yield each


def in_order(
    given: Iterable[tuple[str, Given]], first: str | None = None
) -> list[tuple[str, Given]]:
    """Arguments as their expressions stood, since that is the order in which they are evaluated.

    `first` comes before all others where it is a name, so that nobody can tell.
    """

    def place(argument: tuple[str, Given]) -> tuple[int, int, int]:
        name, node = argument[0], argument[1].node
        if name == first and isinstance(node, ast.Name | ast.Constant):
            return -1, 0, 0
        return (1, 0, 0) if node is None else (0, node.lineno, node.col_offset)

    return sorted(given, key=place)
