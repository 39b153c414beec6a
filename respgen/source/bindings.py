"""What each name of a project's module is bound to: a class, an import, an expression.

Goes in: the project's modules, and the name of one. Comes out: its bindings;
None for what is not in the project, or cannot be read. Nothing is imported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeAlias

from respgen.source.looks import Looks
from respgen.source.parsing import readable


@dataclass(frozen=True, slots=True)
class Imported:
    """A module, or a name of one."""

    module: str
    name: str | None = None


FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Binding: TypeAlias = ast.ClassDef | FunctionNode | ast.expr | Imported


@dataclass(frozen=True, slots=True)
class SourceModule:
    """What the names are bound to at last; `stars` are the modules all of whose names it has, too."""

    bindings: Mapping[str, Binding]
    stars: tuple[str, ...]


class Finder(Protocol):
    """Whatever knows where modules are."""

    @property
    def looks(self) -> Looks: ...

    def file(self, module: str) -> Path | None: ...


@dataclass(frozen=True, slots=True)
class Bindings:
    """Reads each module once."""

    modules: Finder
    _read: dict[str, SourceModule | None] = field(default_factory=dict)

    def get(self, name: str) -> SourceModule | None:
        if name not in self._read:
            self._read[name] = self._found(name)
        return self._read[name]

    def has(self, name: str) -> bool:
        """Whether a module has a file, be it readable or not."""
        return self.modules.file(name) is not None

    def _found(self, name: str) -> SourceModule | None:
        path = self.modules.file(name)
        data = self.modules.looks.text(path) if path else None
        if path is None or data is None:
            return None
        body = readable(data)
        if body is None:
            return None
        return bindings(body, name if path.name == "__init__.py" else _above(name))


def _above(name: str) -> str:
    return name.rpartition(".")[0]


def bindings(body: Iterable[ast.stmt], package: str) -> SourceModule:
    """What the statements of a module bind; `package` is where its relative imports start."""
    found: dict[str, Binding] = {}
    stars: list[str] = []
    for node in _statements(body):
        for name, each in bound(node, package):
            if name == "*" and isinstance(each, Imported):
                stars.append(each.module)
            else:
                found[name] = each
    return SourceModule(found, tuple(stars))


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, those under its conditions too: TYPE_CHECKING, a version."""
    waiting = [*body][::-1]
    while waiting:
        match waiting.pop():
            case ast.If(body=then, orelse=other):
                waiting += [*other, *then][::-1]
            case ast.Try(body=tried, handlers=handlers, orelse=other):
                caught = [each for handler in handlers for each in handler.body]
                waiting += [*caught, *tried, *other][::-1]
            case node:
                yield node


def bound(node: ast.stmt, package: str) -> Iterator[tuple[str, Binding]]:
    """The names that one statement binds."""
    match node:
        case ast.ClassDef(name=name):
            yield name, node
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name, node
        case ast.Assign(targets=targets, value=value):
            yield from ((e.id, value) for e in targets if isinstance(e, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield name, value
        case ast.Import(names=aliases):
            for each in aliases:
                top = each.name.partition(".")[0]
                yield each.asname or top, Imported(each.name if each.asname else top)
        case ast.ImportFrom(module=module, names=aliases, level=level):
            home = imported_from(module or "", level, package)
            for each in aliases:
                yield each.asname or each.name, Imported(home, each.name)
        case _ if type(node).__name__ == "TypeAlias":  # Python 3.12 and later
            yield node.name.id, node.value  # type: ignore[attr-defined]  # unknown to 3.11


def imported_from(module: str, level: int, package: str) -> str:
    """The module that a statement imports from; each dot but the first goes up."""
    if not level:
        return module
    parts = package.split(".")
    base = parts[: len(parts) - (level - 1)]
    return ".".join([*base, *filter(None, [module])])
