"""The design, enforced: who may import whom, and where text may become source."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "respgen"

# A part may import those that stand before it
ORDER = (
    "core",
    "shipped",
    "files",
    "diagnostics",
    "rules",
    "specs",
    "load",
    "vocabulary",
    "renderers",
    "fields",
    "schema",
    "settings",
    "style",
    "project",
    "resolve",
    "checks",
    "grade",
    "emit",
    "pipeline",
    "fix",
    "output",
    "cli",
)
# These see specs alone: what an author wrote, and how, is behind them
BLIND = {part: {"load", "schema", "resolve"} for part in ("checks", "grade", "emit")}
# the modules in which text becomes Source: the encoders, and what renders our templates
MAKERS = {"source.py", "templates.py"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def _part(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _parts_imported(path: Path) -> set[str]:
    own = [name.split(".") for name in _imported(path) if name.startswith("respgen.")]
    return {parts[1] for parts in own if parts[1:]}


def _calls(path: Path, function: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == function
        ):
            yield node


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_imports_point_upwards(path: Path) -> None:
    """A module imports only from the parts that stand before its own."""
    part = _part(path)
    if part.startswith("__"):
        return  # the public names and the entry point may reach everything
    allowed = {*ORDER[: ORDER.index(part) + 1]} - BLIND.get(part, set())
    assert _parts_imported(path) <= allowed


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "core").glob("*.py")), ids=lambda path: path.name
)
def test_core_needs_the_standard_library_alone(path: Path) -> None:
    """core is what generated code carries along."""
    tops = {name.split(".")[0] for name in _imported(path)}
    assert tops <= {*sys.stdlib_module_names, "respgen"}


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "emit").glob("*.py")), ids=lambda path: path.name
)
def test_source_is_made_by_the_encoders_alone(path: Path) -> None:
    """Nothing but the encoders and the template renderer constructs a Source."""
    assert path.name in MAKERS or not list(_calls(path, "Source"))


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "emit").glob("*.py")), ids=lambda path: path.name
)
def test_code_is_composed_from_literals(path: Path) -> None:
    """The template of every code() and the separator of every joined() is a literal of ours."""
    for call in (*_calls(path, "code"), *_calls(path, "joined")):
        assert isinstance(call.args[0], ast.Constant), f"{path.name}:{call.lineno}"


def test_formatted_text_comes_from_black_alone() -> None:
    """preformatted() is for what black returns: one call, in one module."""
    callers = [p.name for p in MODULES for _ in _calls(p, "preformatted")]
    assert callers == ["formatting.py"]


def test_jinja_has_one_user() -> None:
    """Only emit's template module knows Jinja."""
    users = {
        p.name for p in MODULES if any(n.startswith("jinja2") for n in _imported(p))
    }
    assert users == {"templates.py"}


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_modules_say_what_they_are(path: Path) -> None:
    """Every module has a docstring and stays under 300 lines."""
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= 300


def test_only_output_and_cli_write() -> None:
    """A stage is a function from values to values; output and cli alone touch the disk."""
    writers = {
        "write_text",
        "write_bytes",
        "unlink",
        "rename",
        "mkdir",
        "rmdir",
        "fsync",
    }
    for path in MODULES:
        if _part(path) in ("output", "cli"):
            continue
        names = {
            n.attr
            for n in ast.walk(ast.parse(path.read_text()))
            if isinstance(n, ast.Attribute)
        }
        assert not names & writers, path
