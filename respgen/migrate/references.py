"""Where a program names a class, and what for.

Goes in: facts, and a class. Come out: its references, those in imports left out: they go on naming
whatever has the name.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum, auto
from functools import cached_property

from respgen.source.bindings import FunctionNode
from respgen.source.names import Class
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import PARENTS, RESPONSE
from respgen.source.program.units import Unit


class Use(StrEnum):
    """What a class is named for."""

    CALLED = auto()
    FRAMEWORK = auto()
    """`response_class=`: the framework calls it."""
    RETURNED = auto()
    """What a function is annotated to return."""
    PARAMETER = auto()
    TYPE = auto()
    """What a variable or an attribute is annotated with."""
    ASKED = auto()
    """`isinstance`, or a pattern: any class of this name would do."""
    BASE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Reference:
    """`node` is the call or the class statement, else the name; `function` is the nearest around it."""

    unit: Unit
    use: Use
    node: ast.AST
    function: FunctionNode | None


_WORD = re.compile(r"\w+")
_ALIAS = re.compile(r"\b(\w+)\s+as\s+(\w+)")
_FRAMEWORK = frozenset({"response_class", "default_response_class"})
_ASKED = frozenset({"isinstance", "issubclass", "cast"})
_FRAMEWORKS = frozenset(path.rpartition(".")[2] for path in (RESPONSE, *PARENTS))
_LONG = 1000
"""Characters of a text that is no annotation."""


@dataclass
class References:
    """Parses the files that have the name of a class in them, each once."""

    facts: Facts
    files: tuple[str, ...]
    _trees: dict[str, ast.Module] = field(default_factory=dict)

    def of(self, wanted: Class | str) -> Iterator[Reference]:
        """All of them, in the order of files."""
        for file in self._mentions.get(name_of(wanted), ()):
            unit = self.facts.program.units.unit(file)
            if unit is not None:
                yield from self._in(unit, wanted)

    @cached_property
    def _mentions(self) -> Mapping[str, Sequence[str]]:
        """The files that have the name of a response class, by these names: each file is read once."""
        program = self.facts.program
        classes = (each for _, each in self.facts.classes if program.is_response(each))
        names = _FRAMEWORKS | {each.node.name for each in classes}
        texts = {file: "\n".join(self.facts.lines(file)) for file in self.files}
        meant = _aliases(names, texts.values())
        found: dict[str, list[str]] = {}
        for file, text in texts.items():
            words = meant.keys() & _WORD.findall(text)
            for name in {name for word in words for name in meant[word]}:
                found.setdefault(name, []).append(file)
        return found

    def _in(self, unit: Unit, wanted: Class | str) -> Iterator[Reference]:
        tree = self._tree(unit.file)
        for above, node in around(tree):
            if not _is_inside(wanted, above) and self._means(unit, node, wanted):
                found = _reference(unit, node, above)
                is_text = isinstance(node, ast.Constant) and found.use is Use.OTHER
                if not is_text or _is_asked_for(node, above, wanted):
                    yield found

    def _tree(self, file: str) -> ast.Module:
        if file not in self._trees:
            text = "\n".join(self.facts.lines(file))
            self._trees[file] = ast.parse(text)
        return self._trees[file]

    def _means(self, unit: Unit, node: ast.AST, wanted: Class | str) -> bool:
        """Whether it is the class, or a text that may be an annotation with it."""
        match node:
            case ast.Name() | ast.Attribute():
                return is_named(self.facts, unit, node, wanted)
            case ast.Constant(value=str(text)) if len(text) < _LONG:
                return name_of(wanted) in _WORD.findall(text)
        return False


def _aliases(names: Set[str], texts: Iterable[str]) -> Mapping[str, Set[str]]:
    """By each word that may stand for one of these names, which: itself, or what is imported as it."""
    pairs = {pair for text in texts for pair in _ALIAS.findall(text)}
    found = {name: {name} for name in names}
    while more := {
        (alias, meant)
        for name, alias in pairs
        for meant in found.get(name, ())
        if meant not in found.get(alias, ())
    }:
        for alias, meant in more:
            found.setdefault(alias, set()).add(meant)
    return found


def is_named(facts: Facts, unit: Unit, node: ast.AST, wanted: Class | str) -> bool:
    """Whether an expression of a module is the name of a class."""
    match node:
        case ast.Name():
            pass
        case ast.Attribute(attr=attr) if attr[:1].isupper() or attr == name_of(wanted):
            pass
        case _:
            return False
    found = facts.program.class_of(unit.module, node)
    if isinstance(wanted, str) or not isinstance(found, Class):
        return found == wanted
    return (found.module, found.node.name) == (wanted.module, wanted.node.name)


def name_of(of: Class | str) -> str:
    """The name of a class, without its module."""
    return of.rpartition(".")[2] if isinstance(of, str) else of.node.name


def _reference(unit: Unit, node: ast.AST, above: tuple[ast.AST, ...]) -> Reference:
    """`above` are the nodes around it, the nearest first."""
    function = next((each for each in above if isinstance(each, FunctionNode)), None)
    use = use_of(node, above)
    whole = above[0] if use in (Use.CALLED, Use.BASE) else node
    return Reference(unit, use, whole, function)


def use_of(node: ast.AST, above: tuple[ast.AST, ...]) -> Use:
    """What a name stands for; `above` are the nodes around it, the nearest first."""
    match above[:1]:
        case (ast.Call(func=called),) if called is node:
            return Use.CALLED
        case (ast.keyword(arg=str(word)),) if word in _FRAMEWORK:
            return Use.FRAMEWORK
        case (ast.ClassDef(),):
            return Use.BASE
    return _use(node, above)


def _is_asked_for(
    node: ast.AST, above: tuple[ast.AST, ...], wanted: Class | str
) -> bool:
    """Whether a text is the name in `getattr(module, "Created")` or `globals()["Created"]`."""
    name = getattr(node, "value", None)
    match above[:1]:
        case (ast.Call(func=ast.Name("getattr")) | ast.Subscript(),):
            return name == name_of(wanted)
    return False


def _is_inside(wanted: Class | str, above: tuple[ast.AST, ...]) -> bool:
    """Whether the class itself says it."""
    return isinstance(wanted, Class) and any(
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


def _use(node: ast.AST, above: tuple[ast.AST, ...]) -> Use:
    """What a name stands for in an annotation, in `isinstance`, or in a pattern without places."""
    inner = node
    for each in above:
        match each:
            case ast.arg():
                return Use.PARAMETER
            case ast.AnnAssign(annotation=annotation) if annotation is inner:
                return Use.TYPE
            case ast.FunctionDef(returns=returned) | ast.AsyncFunctionDef(
                returns=returned
            ) if (returned is inner):
                return Use.RETURNED
            case ast.Call(func=ast.Name(id=name)) if name in _ASKED:
                return Use.ASKED
            case ast.MatchClass(patterns=[]):
                return Use.ASKED
            case ast.Subscript() | ast.Tuple() | ast.List() | ast.BinOp():
                inner = each
            case _:
                return Use.OTHER
    return Use.OTHER
