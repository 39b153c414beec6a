"""Generated code runs on Python 3.10 to 3.14, though respgen itself needs 3.11."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from respgen.emit import EmitSettings, emit
from respgen.project.python import PYTHONS, Python, advice, oldest
from respgen.resources import PACKAGE
from tests import test_catalogue
from tests.determinism.test_formatters import everything, write

every_python = pytest.mark.parametrize("python", PYTHONS.values())


@pytest.mark.parametrize(
    ("requires", "expected"),
    [
        (">=3.10", "3.10"),
        (">= 3.12, <4", "3.12"),
        (">3.11", "3.11"),
        ("~=3.13", "3.13"),
        ("==3.12.*", "3.12"),
        (">=3.10,>=3.13", "3.13"),
        (">=3.8", "3.10"),
        (">=3.99", "3.14"),
        ("<4", None),
        ("", None),
        (None, None),
        (3.11, None),
    ],
)
def test_the_lower_bound(requires: object, expected: Python | None) -> None:
    """The nearest Python to what a project requires at least."""
    assert oldest(requires) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.11, 'quote it: "3.11"'),
        (3.1, 'quote it: "3.10"'),
        ("3.9", 'generated code supports Python 3.10 to 3.14: write "3.11"'),
        (3.9, 'generated code supports Python 3.10 to 3.14: write "3.11"'),
        ("py311", 'generated code supports Python 3.10 to 3.14: write "3.11"'),
        (True, 'generated code supports Python 3.10 to 3.14: write "3.11"'),
    ],
)
def test_advice(value: object, expected: str) -> None:
    assert advice(value) == expected


@every_python
def test_the_syntax_is_that_of_the_oldest(python: Python) -> None:
    """All that support modules may hold reads as Python 3.10, whatever a project asks for."""
    ast.parse(everything(python), feature_version=(3, 10))


def test_no_regular_expression_needs_a_newer_python() -> None:
    """Possessive quantifiers and atomic groups came with 3.11."""
    newer = {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"}
    patterns = list(_patterns())
    assert len(patterns) > 50
    for name, pattern in patterns:
        assert not newer & set(_operations(pattern)), name


# characters of a class, and tables for bytes.translate
PARTS = frozenset(("TOKEN_CHARACTERS", "NO_OCTETS", "OCTETS_ALONE"))


def _patterns() -> Iterator[tuple[str, Any]]:
    """The texts that core's modules give a name, as expressions where they are some."""
    for file in sorted((PACKAGE / "core").glob("*.py")):
        module = import_module(f"respgen.core.{file.stem}")
        for name, value in vars(module).items():
            if name in PARTS or not name.isupper():
                continue
            if isinstance(value, str | bytes):
                try:
                    yield f"{file.stem}.{name}", re._parser.parse(value)  # type: ignore[attr-defined]  # the one reader of expressions
                except re.error:
                    continue


def _operations(parsed: Any) -> Iterator[str]:
    if isinstance(parsed, re._constants._NamedIntConstant):  # type: ignore[attr-defined]  # what an operation is named by
        yield parsed.name
    elif isinstance(parsed, list | tuple | re._parser.SubPattern):  # type: ignore[attr-defined]  # a part of an expression
        for inner in parsed:
            yield from _operations(inner)


@pytest.mark.slow
@pytest.mark.parametrize("python", ["3.10", "3.14"])
def test_mypy_for_that_python(python: Python, tmp_path: Path) -> None:
    """The catalogue, and all that support modules may hold, use what that Python's library has."""
    specs = test_catalogue.built().specs
    write(tmp_path / "generated", emit(specs, EmitSettings(python=python)))
    whole = tmp_path / "everything"
    whole.mkdir()
    (whole / "__init__.py").touch()
    for name in ("_support.py", "_later.py"):  # what is imported late is part of all
        (whole / name).write_text(everything(python))
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version", python]
    run = subprocess.run(
        [*command, "--config-file=", "generated", "everything"],
        cwd=tmp_path,
        env={"MYPYPATH": str(test_catalogue.ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
