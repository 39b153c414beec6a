"""Where a program names a class, and what for.

Goes in: facts, and a class. Come out: its references, those in imports and in texts left out: they go on
naming whatever has the name.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto
from functools import cached_property

from respgen.source.names import Class
from respgen.source.program.facts import Facts
from respgen.source.program.units import Unit


class Use(StrEnum):
    """What a class is named for."""

    CALLED = auto()
    FRAMEWORK = auto()
    """`response_class=`: the framework calls it."""
    TYPE = auto()
    """An annotation, or what is asked of a value: any class of this name would do."""
    BASE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Reference:
    """`node` is the call or the class statement, else the name."""

    unit: Unit
    use: Use
    node: ast.AST


_WORD = re.compile(r"\w+")
_FRAMEWORK = frozenset({"response_class", "default_response_class"})
_ASKED = frozenset({"isinstance", "issubclass", "cast"})


@dataclass
class References:
    """Parses the files that have the name of a class in them, each once."""

    facts: Facts
    files: tuple[str, ...]
    _trees: dict[str, ast.Module] = field(default_factory=dict)

    def of(self, wanted: Class) -> Iterator[Reference]:
        """All of them, in the order of files."""
        for file in self._mentions.get(wanted.node.name, ()):
            unit = self.facts.program.units.unit(file)
            if unit is not None:
                yield from self._in(unit, wanted)

    @cached_property
    def _mentions(self) -> Mapping[str, Sequence[str]]:
        """The files that have the name of a response class, by these names: each file is read once."""
        program = self.facts.program
        classes = (each for _, each in self.facts.classes if program.is_response(each))
        names = frozenset(each.node.name for each in classes)
        found: dict[str, list[str]] = {}
        for file in self.files if names else ():
            words = {*_WORD.findall("\n".join(self.facts.lines(file)))}
            for name in names & words:
                found.setdefault(name, []).append(file)
        return found

    def _in(self, unit: Unit, wanted: Class) -> Iterator[Reference]:
        tree = self._tree(unit.file)
        for above, node in around(tree):
            if not _is_inside(wanted, above) and self._means(unit, node, wanted):
                yield self._reference(unit, node, above)

    def _tree(self, file: str) -> ast.Module:
        if file not in self._trees:
            text = "\n".join(self.facts.lines(file))
            self._trees[file] = ast.parse(text)
        return self._trees[file]

    def _means(self, unit: Unit, node: ast.AST, wanted: Class) -> bool:
        match node:
            case ast.Name() | ast.Attribute(attr=wanted.node.name):
                pass
            case _:
                return False
        found = self.facts.program.class_of(unit.module, node)
        return (
            isinstance(found, Class)
            and found.node.name == wanted.node.name
            and (found.module == wanted.module)
        )

    def _reference(
        self, unit: Unit, node: ast.AST, above: tuple[ast.AST, ...]
    ) -> Reference:
        """`above` are the nodes around it, the nearest first."""
        match above[:1]:
            case (ast.Call(func=function) as call,) if function is node:
                return Reference(unit, Use.CALLED, call)
            case (ast.keyword(arg=str(word)),) if word in _FRAMEWORK:
                return Reference(unit, Use.FRAMEWORK, node)
            case (ast.ClassDef() as found,):
                return Reference(unit, Use.BASE, found)
        use = Use.TYPE if _is_type(node, above) else Use.OTHER
        return Reference(unit, use, node)


def _is_inside(wanted: Class, above: tuple[ast.AST, ...]) -> bool:
    """Whether the class itself says it."""
    return any(
        isinstance(each, ast.ClassDef)
        and (each.name, each.lineno) == (wanted.node.name, wanted.node.lineno)
        for each in above
    )


def around(tree: ast.AST) -> Iterator[tuple[tuple[ast.AST, ...], ast.AST]]:
    """Each node below one, or itself, with those around it, the nearest first."""
    waiting: list[tuple[tuple[ast.AST, ...], ast.AST]] = [((), tree)]
    while waiting:
        above, node = waiting.pop()
        yield above, node
        inner = (node, *above)
        waiting += [(inner, each) for each in reversed([*ast.iter_child_nodes(node)])]


def _is_type(node: ast.AST, above: tuple[ast.AST, ...]) -> bool:
    """Whether it stands in an annotation, in `isinstance`, or in a pattern without places."""
    inner = node
    for each in above:
        match each:
            case ast.arg():
                return True
            case ast.AnnAssign(annotation=annotation):
                return annotation is inner
            case ast.FunctionDef(returns=returned) | ast.AsyncFunctionDef(
                returns=returned
            ):
                return returned is inner
            case ast.Call(func=ast.Name(id=name)) if name in _ASKED:
                return True
            case ast.MatchClass(patterns=patterns):
                return not patterns
            case ast.Subscript() | ast.Tuple() | ast.BinOp():
                inner = each
            case _:
                return False
    return False
