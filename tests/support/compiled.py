"""A schema as an imported module, for tests of what its classes do."""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType

from tests.support.building import files_of
from tests.support.projects import write

_numbers = count(1)


def compiled(schema: str) -> ModuleType:
    """The module of a schema. Raises MistakesError for its mistakes."""
    package = f"compiled_{next(_numbers)}"
    root = Path(mkdtemp(prefix="respgen-"))
    settings = f'[tool.respgen]\noutput = "{package}"\n'
    write(root, {"pyproject.toml": settings, "schemas/api.yaml": schema})
    write(root, {f"{package}/{file.path}": file.text for file in files_of(root)})
    sys.path.append(str(root))
    return import_module(f"{package}.api")
