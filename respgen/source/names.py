"""What a name means in a module of the project: a class, an alias, or a path to elsewhere.

Goes in: bindings, a module, and a name or an expression of it. Comes out: its meaning. Each name is
looked up once, and circles of imports mean nothing.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from respgen.source.bindings import FunctionNode, Imported, SourceModule
from respgen.source.known import form_of

VISITS = 200_000
"""What one run looks at before all else counts as unknown: a second or two."""


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the project; two are equal where their nodes are the same object."""

    module: str
    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class Alias:
    """A type expression, and the module whose names it uses."""

    module: str
    value: ast.expr


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the project, or a method where `owner` has it."""

    module: str
    node: FunctionNode
    owner: Class | None = None


class Modules(Protocol):
    """Whatever reads modules."""

    def get(self, name: str) -> SourceModule | None: ...

    def has(self, name: str) -> bool: ...


Meaning: TypeAlias = Class | Function | Alias | str | None
"""A class, a function or an alias of the project, the import path of anything else, or None: nobody
knows."""
_Path: TypeAlias = tuple[str, ...]
_Place: TypeAlias = tuple[str, _Path]
"""A module, and the names that lead on from it."""


@dataclass(slots=True)
class Names:
    """Looks names up; without bindings, only others' names are known."""

    bindings: Modules | None = None
    left: int = VISITS
    _known: dict[_Place, Meaning] = field(default_factory=dict)

    def visit(self) -> bool:
        """Counts one thing looked at; False when the run has looked at enough."""
        self.left -= 1
        return self.left > 0

    def get(self, module: str) -> SourceModule | None:
        return self.bindings.get(module) if self.bindings else None

    def bound(self, module: str, path: _Path) -> Meaning:
        """What a dotted name of a module means."""
        place: _Place | Meaning = (module, path)
        passed: dict[_Place, None] = {}
        while isinstance(place, tuple) and place not in self._known:
            if place in passed or not self.visit():
                place = None
                break
            passed[place] = None
            place = self._step(*place)
        found = self._known[place] if isinstance(place, tuple) else place
        self._known.update(dict.fromkeys(passed, found))
        return found

    def meaning(self, module: str, node: ast.expr) -> Meaning:
        """What a name in an expression means; None for any other expression."""
        path = _dotted(node)
        if not path or self.get(module) is None:
            return None
        found = self.bound(module, path)
        builtin = f"builtins.{path[0]}"
        return builtin if found is None and form_of(builtin) else found

    def _step(self, module: str, path: _Path) -> _Place | Meaning:
        source = self.get(module)
        if source is None or not path:
            return ".".join((module, *path))
        rest = path[1:]
        match source.bindings.get(path[0]):
            case Imported(home, None):
                return home, rest
            case Imported(home, str(name)):
                return home, (name, *rest)
            case ast.ClassDef() as node:
                return _nested(Class(module, node), rest)
            case ast.FunctionDef() | ast.AsyncFunctionDef() as node:
                return None if rest else Function(module, node)
            case ast.expr() as value:
                return None if rest else Alias(module, value)
        below = f"{module}.{path[0]}"
        return (below, rest) if self.get(below) else self._starred(source, path)

    def _starred(self, source: SourceModule, path: _Path) -> _Place | None:
        """Where `import *` brings a name from; each module is asked once."""
        waiting = [*reversed(source.stars)]
        asked: set[str] = set()
        while waiting:
            module = waiting.pop()
            found = None if module in asked else self.get(module)
            if found is None or not self.visit():
                continue
            if path[0] in found.bindings:
                return module, path
            asked.add(module)
            waiting.extend(reversed(found.stars))
        return None


def _nested(found: Class, path: _Path) -> Class | None:
    """A class inside of a class."""
    for name in path:
        inner = (each for each in found.node.body if isinstance(each, ast.ClassDef))
        node = next((each for each in inner if each.name == name), None)
        if node is None:
            return None
        found = Class(found.module, node)
    return found


def _dotted(node: ast.expr) -> _Path:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return (node.id, *reversed(names)) if isinstance(node, ast.Name) else ()
