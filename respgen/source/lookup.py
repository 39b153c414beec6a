"""Whether what an import path names is there, as far as files can tell.

Goes in: the project's modules, and import paths. Comes out: what is certainly wrong; nothing of a
module that is neither the project's nor the standard library's.
"""

from __future__ import annotations

import ast
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from respgen.diagnostics import nearest
from respgen.source.exports import Exports, exports
from respgen.source.modules import Modules
from respgen.specs.types import ImportPath

_STANDARD = Path(os.__file__).parent


class Mistake(NamedTuple):
    """What is wrong, and what to write instead."""

    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """Reads each module once."""

    modules: Modules
    _read: dict[Path, Exports | None] = field(default_factory=dict)

    def missing(self, path: ImportPath) -> Mistake | None:
        """What is wrong with a path that leads nowhere."""
        if path.module.partition(".")[0] in sys.stdlib_module_names:
            if self._is_later:
                return None
            file = self._standard(path.module)
        else:
            file = self.modules.file(path.module)
            if file is None:
                return self._no_module(path.module)
        found = self._exports(file)
        name = path.name.partition(".")[0]
        if file is None or found is None or found.is_open or name in found.names:
            return None
        if name.startswith("__") or self._has_below(file, name):
            return None
        near = nearest(name, (each for each in found.names if each[:1] != "_"))
        advice = near or f"name what {path.module} defines, or define it there"
        return Mistake(f"{path.module} has no {name!r}", advice)

    def defined(self, path: ImportPath) -> ast.AST | None:
        """The one statement of the project that binds the name of a path."""
        if path.module.partition(".")[0] in sys.stdlib_module_names:
            return None
        found = self._exports(self.modules.file(path.module))
        return found.only(path.name) if found else None

    @property
    def _is_later(self) -> bool:
        """Whether the project's Python may have names that the one that runs has not."""
        return (
            tuple(map(int, self.modules.project.python.split("."))) > sys.version_info
        )

    def _standard(self, module: str) -> Path | None:
        looks, parts = self.modules.looks, module.split(".")
        choices = (
            _STANDARD.joinpath(*parts[:-1], f"{parts[-1]}.py"),
            _STANDARD.joinpath(*parts, "__init__.py"),
        )
        return next((each for each in choices if looks.kind(each) == "file"), None)

    def _exports(self, file: Path | None) -> Exports | None:
        if file is None:
            return None
        if file not in self._read:
            data = self.modules.looks.text(file)
            self._read[file] = None if data is None else exports(data)
        return self._read[file]

    def _has_below(self, file: Path, name: str) -> bool:
        """Whether a package has a module of the name."""
        is_package = file.name == "__init__.py"
        return is_package and name in self.modules.looks.modules(file.parent)

    def _no_module(self, module: str) -> Mistake | None:
        """The project has the package, and nothing in it of that name."""
        looks, output = self.modules.looks, self.modules.project.output
        top, *below = module.split(".")
        folders = [f / top for f in self.modules.folders if self._is_package(f / top)]
        if not folders or not below:
            return None
        mistakes = [self._lost(folder, top, below) for folder in folders]
        inside = [folder.joinpath(*below).is_relative_to(output) for folder in folders]
        extended = (looks.text(folder / "__init__.py") or b"" for folder in folders)
        if None in mistakes or any(inside) or any(b"__path__" in e for e in extended):
            return None
        return mistakes[0]

    def _is_package(self, folder: Path) -> bool:
        """One without an `__init__.py` counts only if Python stands in it."""
        looks = self.modules.looks
        names = ("__init__", *looks.modules(folder))
        return any(looks.kind(folder / f"{name}.py") == "file" for name in names)

    def _lost(self, folder: Path, package: str, below: list[str]) -> Mistake | None:
        for name in below:
            known = self.modules.looks.modules(folder)
            if name not in known:
                near = nearest(name, (each for each in known if each[:1] != "_"))
                message = f"there is no module {package}.{name}"
                near = near.replace("'", f"'{package}.", 1)
                return Mistake(message, near or f"name a module that {package} has")
            folder, package = folder / name, f"{package}.{name}"
        return None
