"""Classes that entries extend or mix in: of which kind they are, and what their constructors take.

Goes in: the names of the project's modules and of installed ones, and import paths. Comes out: what
the files say; None of a class that is in no file. Nothing is imported.
"""

from __future__ import annotations

import ast
import os
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from respgen.project import Project
from respgen.source.bindings import Bindings
from respgen.source.looks import Looks
from respgen.source.modules import Modules
from respgen.source.names import Alias, Class, Function, Meaning, Names
from respgen.source.signatures import Signature, Signatures, Unreadable
from respgen.specs.types import ImportPath
from respgen.vocabulary.targets import CLASSES

_VERSIONS = tuple(f"python3.{minor}" for minor in range(10, 15))
_FRAMEWORKS = frozenset(module.partition(".")[0] for module in CLASSES)
_DEPTH = 40
"""Classes below one another, or names for one another."""


@dataclass(frozen=True, slots=True)
class BaseClass:
    """What is known of a class.

    `root` is the framework's class that it derives from, as an import path; None where nobody
    knows. `signature` None: its constructor is that of the root. `methods` are those that it and
    the classes above it define, but for those without a body. `outside`: it is not the project's. `unreadable` says why nothing
    is known of its constructor.
    """

    root: ImportPath | None = None
    signature: Signature | None = None
    methods: frozenset[str] = frozenset()
    outside: bool = False
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class Installed:
    """Modules of other people, where the project's or our own interpreter has them."""

    project: Project
    looks: Looks

    def file(self, module: str) -> Path | None:
        """Where a module is; of frameworks nothing needs to be read."""
        parts = module.split(".")
        if parts[0] in _FRAMEWORKS or parts[0] in sys.stdlib_module_names:
            return None
        choices = (
            Path(folder, *parts[:-1], *last)
            for folder in self._folders
            for last in ((f"{parts[-1]}.py",), (parts[-1], "__init__.py"))
        )
        return next((each for each in choices if self.looks.kind(each) == "file"), None)

    @property
    def _folders(self) -> Iterator[str]:
        spaces = [self.project.root / ".venv", *map(Path, _active())]
        for space in spaces:
            for version in _VERSIONS:
                yield os.fspath(space / "lib" / version / "site-packages")
            yield os.fspath(space / "Lib" / "site-packages")
        yield from dict.fromkeys(map(sysconfig.get_path, ("purelib", "platlib")))


def _active() -> Iterator[str]:
    if found := os.environ.get("VIRTUAL_ENV"):
        yield found


@dataclass
class Bases:
    """Reads each class once."""

    modules: Modules
    names: Names
    _known: dict[ImportPath, BaseClass | None] = field(default_factory=dict)

    @cached_property
    def _others(self) -> Names:
        looks = self.modules.looks
        return Names(Bindings(Installed(self.modules.project, looks)))

    def __call__(self, path: ImportPath) -> BaseClass | None:
        if path not in self._known:
            self._known[path] = self._read(path)
        return self._known[path]

    def _read(self, path: ImportPath) -> BaseClass | None:
        parts = tuple(path.name.split("."))
        if self.modules.file(path.module) is not None:
            if self.names.get(path.module) is None:
                return BaseClass(unreadable=f"{path.module} is no Python, or too long")
            return self._described(self.names, self.names.bound(path.module, parts))
        found = self._others.bound(path.module, parts)
        if self._others.get(path.module) is None:
            return None
        return self._described(self._others, found)

    def _described(self, names: Names, found: Meaning) -> BaseClass | None:
        try:
            line = [*_line(names, found, self._others)]
            return _described(line)
        except Unreadable as wrong:
            outside = names is self._others
            return BaseClass(outside=outside, unreadable=str(wrong))
        except RecursionError:  # a class of fields below itself
            return BaseClass(unreadable="it has too many parents")


@dataclass(frozen=True, slots=True)
class _Link:
    """A class of the line: what it is, and in whose modules."""

    found: Class | str | None
    names: Names
    outside: bool


def _described(line: list[_Link]) -> BaseClass | None:
    """The first constructor counts, and the first class of a framework."""
    first = line[0]
    if first.found is None:
        return None
    if isinstance(first.found, str):
        root = _framework(first.found)
        return BaseClass(root) if root else None
    signature, root, methods = None, None, set[str]()
    outside = first.outside
    for each in line:
        if isinstance(each.found, Class):
            methods |= _methods(each.found)
            if signature is None and root is None:
                signature = Signatures(each.names).of(each.found)
                outside = outside or (signature is not None and each.outside)
        elif each.found and root is None:
            root = _framework(each.found)
        elif each.found is None and signature is None and root is None:
            raise Unreadable("one of its parents is an expression")
    return BaseClass(root, signature, frozenset(methods), outside)


def _methods(of: Class) -> set[str]:
    found = set[str]()
    for each in of.node.body:
        match each:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if not _is_stub(each):
                    found.add(name)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name()):
                found.add(name)
    return found


def _is_stub(of: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it says no more than that another class has such a method."""
    return all(
        isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
        for each in of.body
    )


def _framework(path: str) -> ImportPath | None:
    module, _, name = path.rpartition(".")
    return ImportPath(module, name) if name in CLASSES.get(module, ()) else None


def _line(names: Names, first: Meaning, others: Names) -> Iterator[_Link]:
    """A class and its parents, in the order in which Python asks them: each behind its children."""
    found = [*_preorder(names, first, others, _DEPTH)]
    last = {id(_key(each)): number for number, each in enumerate(found)}
    for number, each in enumerate(found):
        if not isinstance(each.found, Class) or last[id(_key(each))] == number:
            yield each


def _key(of: _Link) -> object:
    return of.found.node if isinstance(of.found, Class) else of


def _preorder(
    names: Names, found: Meaning, others: Names, depth: int
) -> Iterator[_Link]:
    names, known = _resolved(names, found, others, depth)
    yield _Link(known, names, names is others)
    if not isinstance(known, Class):
        return
    if depth == 0 or not names.visit():
        raise Unreadable("it has too many parents")
    for base in known.node.bases:
        origin = base.value if isinstance(base, ast.Subscript) else base
        above = names.meaning(known.module, origin)
        yield from _preorder(names, above, others, depth - 1)


def _resolved(
    names: Names, found: Meaning, others: Names, depth: int
) -> tuple[Names, Class | str | None]:
    """What a name leads to at last: through aliases, and into installed modules."""
    for _ in range(depth + 1):
        match found:
            case Alias(module, (ast.Name() | ast.Attribute()) as node):
                found = names.meaning(module, node)
            case Alias(module, ast.Subscript(value=origin)):
                found = names.meaning(module, origin)
            case Alias():
                raise Unreadable("it is made by an expression")
            case str(path) if names is not others and _framework(path) is None:
                module, _, name = path.rpartition(".")
                if names.bindings and names.bindings.has(module):
                    raise Unreadable(f"{module} is no Python, or too long")
                inside = others.bound(module, (name,)) if module else None
                if not isinstance(inside, Class | Alias):
                    return names, path
                names, found = others, inside
            case Function():
                return names, None
            case _:
                return names, found
    raise Unreadable("its name leads in a circle")
