"""Emitted files as a package that can be imported.

Goes in: module specs. Comes out: the imported modules, by their names. Each set of specs has a
package of its own in one temporary folder, emitted and imported once.
"""

from __future__ import annotations

import atexit
import importlib
import sys
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from respgen.emit import EmitSettings, emit
from respgen.specs import ModuleSpec

_numbers = count(1)
_loaded: dict[str, dict[str, ModuleType]] = {}


@cache
def _folder() -> Path:
    """Where the packages are, on the path of imports for as long as Python runs."""
    folder = TemporaryDirectory(prefix="generated")
    atexit.register(folder.cleanup)
    sys.path.append(folder.name)
    return Path(folder.name)


def load(specs: tuple[ModuleSpec, ...]) -> dict[str, ModuleType]:
    """The modules of these specs, which become one package."""
    key = repr(specs)
    if key not in _loaded:
        _loaded[key] = _imported(_written(specs), specs)
    return _loaded[key]


def _written(specs: tuple[ModuleSpec, ...]) -> str:
    package = f"generated_{next(_numbers)}"
    folder = _folder() / package
    folder.mkdir()
    for file in emit(specs, EmitSettings()):
        (folder / file.path).write_text(file.text, encoding="utf-8")
    return package


def _imported(package: str, specs: tuple[ModuleSpec, ...]) -> dict[str, ModuleType]:
    importlib.invalidate_caches()
    return {
        spec.name: importlib.import_module(f"{package}.{spec.name}") for spec in specs
    }
