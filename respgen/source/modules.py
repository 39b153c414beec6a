"""The project's own modules: which they are, and which parameters their functions have.

Goes in: the folders that hold them, and import paths. Comes out: answers, from the files alone.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from respgen.project import Project
from respgen.source.looks import Looks
from respgen.source.parsing import statements
from respgen.specs.types import ImportPath


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters of a function that may be given by keyword, its first one left out.

    `required` are those of them without a default, each with its annotation where that is a name.
    `takes_any`: any other name, too.
    """

    names: frozenset[str]
    required: Mapping[str, str]
    takes_any: bool = False


class Unparsable(Exception):  # noqa: N818 # what the file is, in one word
    """A module of the project is no Python; the message says which, and where."""


@dataclass(frozen=True, slots=True)
class Modules:
    """Those in the folders where ruff looks, and below the root and its src."""

    project: Project
    looks: Looks = field(default_factory=Looks)
    _functions: dict[Path, tuple[ast.FunctionDef, ...]] = field(default_factory=dict)

    def owns(self, module: str) -> bool:
        """Whether it is the project's own, as ruff sorts imports."""
        said = self.project.first_party.says(module)
        if said is not None:
            return said
        path = module.replace(".", "/")
        return module.partition(".")[0] == self._package or any(
            self.looks.kind(folder / path) == "folder"
            or self.looks.kind(folder / f"{path}.py") == "file"
            or self.looks.kind(folder / f"{path}.pyi") == "file"
            for folder in self._folders
        )

    @property
    def _package(self) -> str:
        """The outermost package that the output lies in."""
        found = self.project.output
        while self.looks.kind(found.parent / "__init__.py") == "file":
            found = found.parent
        return found.name

    @property
    def _folders(self) -> Iterable[Path]:
        root = self.project.root
        return (root / source for source in self.project.first_party.sources)

    def signature(self, path: ImportPath) -> Signature | None:
        """Of a function that its module defines; None for any other. Raises Unparsable."""
        file = self.file(path.module)
        if file is None or (data := self.looks.text(file)) is None:
            return None
        if file not in self._functions:
            self._functions[file] = self._defined(file, data)
        found = self._functions[file][::-1]
        return next((_signature(e.args) for e in found if e.name == path.name), None)

    def _defined(self, file: Path, data: bytes) -> tuple[ast.FunctionDef, ...]:
        try:
            body = statements(data) or ()
        except SyntaxError as wrong:
            line = f", line {wrong.lineno}" if wrong.lineno else ""
            name = self.project.name(file)
            raise Unparsable(f"{name} is no Python{line}") from wrong
        return tuple(each for each in body if isinstance(each, ast.FunctionDef))

    def file(self, module: str) -> Path | None:
        """Where a module of the project is."""
        parts = module.split(".")
        choices = (
            Path(folder, *parts[:-1], *last)
            for folder in self.folders
            for last in ((f"{parts[-1]}.py",), (parts[-1], "__init__.py"))
        )
        return next((each for each in choices if self.looks.kind(each) == "file"), None)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where modules are looked for."""
        root = self.project.root
        return tuple(dict.fromkeys((root, root / "src", *self._folders, self._home)))

    @property
    def _home(self) -> Path:
        """The folder that the generated package is imported from."""
        folder = self.project.output.parent
        while folder != folder.parent and self.looks.kind(folder / "__init__.py"):
            folder = folder.parent
        return folder


def _signature(of: ast.arguments) -> Signature:
    places = [*of.posonlyargs, *of.args]
    plain = len(places) - len(of.defaults)
    bare = {each.arg for each in places[:plain]} | {
        each.arg
        for each, default in zip(of.kwonlyargs, of.kw_defaults, strict=True)
        if default is None
    }
    named = [each.arg for each in (*places[1:], *of.kwonlyargs)]
    by_name = [name for name in named if name not in {e.arg for e in of.posonlyargs}]
    kinds = {each.arg: _kind(each.annotation) for each in (*places, *of.kwonlyargs)}
    required = {name: kinds[name] for name in by_name if name in bare}
    return Signature(frozenset(by_name), required, of.kwarg is not None)


def _kind(annotation: ast.expr | None) -> str:
    match annotation:
        case ast.Name(id=name) | ast.Constant(value=str(name)):
            return name
    return ""
