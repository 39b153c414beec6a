"""The good cases: folders of tests/cases with schema files, `expected/` and `check.py`.

Each builds to exactly what is expected, passes mypy and basedpyright in their strict modes, and does
what its check says; `determinism/test_formatters.py` holds it to black and ruff. `pytest --update-cases` writes `expected/`.
"""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TypeGuard

import pytest

from respgen.diagnostics import Problems
from respgen.pipeline import Build, build
from respgen.project import SUFFIXES, Project, find
from respgen.project.first_party import FirstParty

ROOT = Path(__file__).resolve().parent.parent
CASES = sorted(path.parent for path in (ROOT / "tests" / "cases").rglob("check.py"))
STUBS = {
    "_framework.py",
    "_later.py",
    "_openapi.py",
    "_support.py",
    "openapi.py",
    "__init__.py",
    "py.typed",
}
"""What every package has: left out of `expected/`, where it would say the same in every case.

A case about one of them has it there.
"""

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def package_name(case: Path) -> str:
    """Under which its check imports it: one name for each case, so that all fit in one process."""
    return f"case_{case.name}"


@cache
def project(case: Path) -> Project:
    """The case as a project of its own."""
    if (case / "pyproject.toml").exists():
        found = find(case, Problems())
        assert found is not None
        return found
    schemas = sorted(path for path in case.iterdir() if path.suffix in SUFFIXES)
    output = case / package_name(case)
    return Project(
        root=case,
        schemas=tuple(schemas),
        output=output,
        first_party=FirstParty((str(ROOT),)),
    )


@cache
def built(case: Path) -> Build:
    return build(project(case))


def modules(case: Path) -> dict[str, str]:
    """The text of each module that a schema made."""
    return {
        file.path: file.text
        for file in built(case).files
        if file.path not in STUBS or (case / "expected" / file.path).exists()
    }


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for generated packages, importable while the tests run."""
    folder = tmp_path_factory.mktemp("shelf")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


def package(case: Path, shelf: Path) -> Path:
    """The generated package, on the shelf."""
    folder = shelf / package_name(case)
    folder.mkdir(exist_ok=True)
    for file in built(case).files:
        (folder / file.path).write_text(file.text, encoding="utf-8")
    return folder


@every_case
def test_builds_to_what_is_expected(case: Path, request: pytest.FixtureRequest) -> None:
    """The modules are those of expected/, letter for letter, and nothing is to be said about them."""
    assert list(built(case).problems) == []
    expected = case / "expected"
    if request.config.getoption("--update-cases"):
        _update(expected, modules(case))
    texts = {path.name: path.read_text("utf-8") for path in expected.glob("*.py")}
    assert modules(case) == texts


def _update(expected: Path, texts: dict[str, str]) -> None:
    expected.mkdir(exist_ok=True)
    for path in expected.glob("*.py"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (expected / name).write_text(text, encoding="utf-8")


@every_case
def test_runs(case: Path, shelf: Path) -> None:
    """Every module is imported, every class that needs no arguments made, every check called."""
    folder = package(case, shelf)
    for name in modules(case):
        module = import_module(f"{folder.name}.{name.removesuffix('.py')}")
        for response in _without_arguments(module):
            assert response() is not None
    for check in _checks(case):
        check()


@every_case
def test_no_default_is_shared(case: Path, shelf: Path) -> None:
    """What one response changes of a default cannot reach the next: no default can be changed."""
    folder = package(case, shelf)
    for name in modules(case):
        module = import_module(f"{folder.name}.{name.removesuffix('.py')}")
        for function in _functions(module):
            for parameter in inspect.signature(function).parameters.values():
                hash(parameter.default)


def _functions(module: ModuleType) -> Iterator[Callable[..., object]]:
    own = [found for found in vars(module).values() if callable(found)]
    for found in own:
        if getattr(found, "__module__", "") == module.__name__:
            yield found
            members = filter(inspect.isfunction, vars(found).values())
            # a decorator of typing_extensions puts one of its own beside them
            yield from (f for f in members if f.__code__.co_filename == module.__file__)


def _without_arguments(module: ModuleType) -> Iterator[type[object]]:
    for name in getattr(module, "__all__", ()):
        found = getattr(module, name)
        if _is_response(found) and not _required(found):
            yield found


def _is_response(found: object) -> TypeGuard[type[object]]:
    """Whether it is a class of responses, and no type that their constructors take."""
    return isinstance(found, type) and hasattr(found, "init_headers")


def _required(found: type[object]) -> list[str]:
    parameters = inspect.signature(found).parameters.values()
    return [each.name for each in parameters if each.default is each.empty]


def _checks(case: Path) -> Iterator[Callable[[], None]]:
    """The public functions of a case's check.py, in the order written."""
    path = case.relative_to(ROOT)
    module = import_module(".".join([*path.parts, "check"]))
    for name, found in [*vars(module).items()]:
        own = inspect.isfunction(found) and found.__module__ == module.__name__
        if own and not name.startswith("_"):
            yield found


@pytest.fixture(scope="module")
def full_shelf(shelf: Path) -> Path:
    """All packages."""
    for case in CASES:
        package(case, shelf)
    return shelf


@pytest.mark.slow
def test_mypy_strict(full_shelf: Path) -> None:
    """mypy --strict has nothing to say about any package, nor about how the checks use them."""
    packages = [package_name(case) for case in CASES]
    checks = [str(case / "check.py") for case in CASES]
    options = ["--strict", "--explicit-package-bases", "--cache-dir", ".mypy_cache"]
    _silent(full_shelf, "mypy", *options, *packages, *checks)


@pytest.mark.slow
def test_basedpyright_strict(full_shelf: Path) -> None:
    """Neither has basedpyright in its strict mode, about these and about generated/."""
    settings = {
        "typeCheckingMode": "strict",
        "include": [".", str(ROOT / "generated")],
        "extraPaths": [str(ROOT)],
    }
    (full_shelf / "pyrightconfig.json").write_text(json.dumps(settings))
    _silent(full_shelf, "basedpyright", "--pythonpath", sys.executable)


def _silent(folder: Path, *command: str) -> None:
    """Run a type checker in `folder`; it finds nothing."""
    run = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
