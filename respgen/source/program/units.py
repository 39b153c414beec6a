"""The modules of a program: which files they are, and what each binds.

Goes in: the files of a project. Come out: modules by a name that is theirs alone, be they imported
as `shop.auth` or as `src.shop.auth`. Each file is parsed once, when somebody asks for it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from types import MappingProxyType

from respgen.source.bindings import (
    Binding,
    FunctionNode,
    Imported,
    SourceModule,
    bindings,
)
from respgen.source.program.frameworks import PUBLIC
from respgen.source.program.stripping import Statements, place, strip

FRAMEWORKS = frozenset({"starlette", "fastapi", "sse_starlette"})
"""What they define is known here, wherever they are installed."""
_SRC = ("src", "lib")


@dataclass(frozen=True, slots=True)
class Unit:
    """A file of the program; `module` names it by its path from the root of the project.

    Its functions have no statements until somebody asks for them.
    """

    file: str
    module: str
    tree: ast.Module
    source: SourceModule

    @property
    def package(self) -> str:
        """The package that its relative imports start from."""
        return _package(self.file)


@dataclass
class Units:
    """Reads what is asked for.

    `files` are all names of files, with `/` and relative to the root of the project; `parse` gives
    the tree of one, or None where it has none.
    """

    files: Sequence[str]
    parse: Callable[[str], ast.Module | None]
    _units: dict[str, Unit | None] = field(default_factory=dict)
    _homes: dict[tuple[str, str], str] = field(default_factory=dict)
    kept: dict[str, Statements] = field(default_factory=dict)
    """Statements of functions that will be asked for."""
    _last: tuple[str, Statements] = "", {}
    """The statements of the file that was asked for last: its functions come together."""

    def again(self) -> Units:
        """The same files, of which none has been read."""
        found = Units(self.files, self.parse, kept=self.kept, _homes=self._homes)
        found._modules, found._packages, found._tops = (
            self._modules,
            self._packages,
            self._tops,
        )
        return found

    @property
    def asked(self) -> Iterable[str]:
        """The files that somebody asked for."""
        return self._units.keys()

    def file(self, name: str) -> str | None:
        """The file of a module."""
        return self._modules.get(name)

    def get(self, name: str) -> SourceModule | None:
        """What a module of the program binds."""
        unit = self.module(name)
        return unit.source if unit else None

    def module(self, name: str) -> Unit | None:
        """The module of a name that is the program's own."""
        file = self._modules.get(name)
        return self.unit(file) if file else None

    def unit(self, file: str) -> Unit | None:
        """The module that a file is; None where it cannot be read."""
        if file not in self._units:
            tree = self.parse(file)
            self._units[file] = None if tree is None else self._made(file, tree)
        return self._units[file]

    def restore(self, file: str, node: FunctionNode) -> None:
        """Gives a function its statements again, which are kept for none."""
        if not node.body:
            kept = self.kept.get(file, {}).pop(place(node), None)
            node.body = kept or self._statements(file).get(place(node), [ast.Pass()])

    def _statements(self, file: str) -> Statements:
        if self._last[0] != file:
            tree = self.parse(file)
            self._last = file, strip(tree) if tree else {}
        return self._last[1]

    def has(self, name: str) -> bool:
        """Whether it names a module or a folder of the program."""
        return name in self._modules or name in self._packages

    def _made(self, file: str, tree: ast.Module) -> Unit:
        strip(tree)
        found = bindings(tree.body, _package(file))
        own = {name: self._own(bound, file) for name, bound in found.bindings.items()}
        stars = tuple(self.home(star, file) for star in found.stars)
        for star in stars:
            for name in PUBLIC.get(star, ()):
                own.setdefault(name, Imported(star, name))
        source = SourceModule(MappingProxyType(own), stars)
        return Unit(file, _module(file), tree, source)

    def _own(self, bound: Binding, file: str) -> Binding:
        if isinstance(bound, Imported):
            return Imported(self.home(bound.module, file), bound.name)
        return bound

    # Where imports lead

    def home(self, name: str, file: str) -> str:
        """The program's own name of what a file imports; that of another's as it is."""
        key = name, file.rpartition("/")[0]
        if key not in self._homes:
            self._homes[key] = self._home(*key)
        return self._homes[key]

    def _home(self, name: str, folder: str) -> str:
        top = name.partition(".")[0]
        if top in FRAMEWORKS or (self.has(name) and _is_inside(name, folder)):
            return name
        near = sorted(self._tops.get(top, ()), key=lambda each: _distance(each, folder))
        places = (f"{each}.{name}" if each else name for each in near)
        return next((place for place in places if self.has(place)), name)

    @cached_property
    def _modules(self) -> Mapping[str, str]:
        return {_module(file): file for file in self.files}

    @cached_property
    def _packages(self) -> frozenset[str]:
        parents = {file.rpartition("/")[0] for file in self.files}
        above = {str(up) for each in parents for up in PurePosixPath(each).parents}
        return frozenset(_dotted(each) for each in parents | above if each != ".")

    @cached_property
    def _tops(self) -> Mapping[str, Iterable[str]]:
        """The folders that modules of a first name are imported from, as names of modules."""
        found: dict[str, dict[str, None]] = {}
        inits = {file.rpartition("/")[0] for file in self.files if _is_init(file)}
        for file in self.files:
            folder = file.rpartition("/")[0]
            while folder in inits:
                folder = folder.rpartition("/")[0]
            for base in {folder, *_above(folder)}:
                rest = file.removeprefix(base).lstrip("/")
                top = rest.partition("/")[0].removesuffix(".py")
                found.setdefault(top, {})[_dotted(base)] = None
        return found


def _above(folder: str) -> Iterable[str]:
    """The folders that packages without `__init__.py` are imported from: the root, and src."""
    yield ""
    parts = folder.split("/")
    yield from (
        "/".join(parts[: i + 1]) for i, part in enumerate(parts) if part in _SRC
    )


def _is_init(file: str) -> bool:
    return file.rpartition("/")[2] == "__init__.py"


def _dotted(path: str) -> str:
    return path.replace("/", ".")


def _module(file: str) -> str:
    return _dotted(file.removesuffix(".py").removesuffix("/__init__"))


def _package(file: str) -> str:
    return _dotted(file.rpartition("/")[0])


def _is_inside(name: str, folder: str) -> bool:
    """Whether a name can be one that relative imports of the folder came to."""
    return f"{_dotted(folder)}.".startswith(f"{name.partition('.')[0]}.")


def _distance(home: str, folder: str) -> tuple[int, str]:
    """Folders that have more in common with the importing one come first."""
    ours, theirs = _dotted(folder).split("."), home.split(".")
    same = next(
        (
            i
            for i, pair in enumerate(zip(ours, theirs, strict=False))
            if len({*pair}) > 1
        ),
        min(len(ours), len(theirs)),
    )
    return -same, home
