"""The design, enforced: who may import whom, and where text may become source."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "respgen"

# A part may import those that stand before it
ORDER = (
    "core",
    "frameworks",
    "openapi",
    "resources",
    "files",
    "lookalikes",
    "nearness",
    "interrupts",
    "diagnostics",
    "located",
    "rules",
    "specs",
    "load",
    "decoder",
    "vocabulary",
    "kinds",
    "renderers",
    "fields",
    "schema",
    "project",
    "source",
    "resolve",
    "checks",
    "grade",
    "emit",
    "selection",
    "pipeline",
    "fix",
    "output",
    "rewrite",
    "audit",
    "sending",
    "migrate",
    "adopt",
    "cli",
    "testing",
    "pytest_plugin",
)
# These see specs alone: what an author wrote, and how, is behind them
BLIND = {
    part: {"load", "decoder", "schema", "resolve"}
    for part in ("checks", "grade", "emit")
}
# A rule is a row and a page, and needs no more than the type of a row
BLIND["rules"] = {"core", "resources", "files", "located"}
# Values and declarations carry their places: the tree is behind them
BLIND |= {part: {"load"} for part in ("vocabulary", "renderers", "fields", "resolve")}
# the modules in which text becomes Source: the encoders, and what renders our templates
MAKERS = {"source.py", "templates.py"}

MODULES = sorted(PACKAGE.rglob("*.py"))
CORE = [path for path in MODULES if path.is_relative_to(PACKAGE / "core")]
EMIT = [path for path in MODULES if path.is_relative_to(PACKAGE / "emit")]


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


def _defined(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name) | ast.ClassDef(name):
                yield name
            case ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
                yield name


def _calls(path: Path, function: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == function
        ):
            yield node


def _allowed(part: str) -> set[str]:
    if part.startswith("__"):
        return {*ORDER}  # the public names and the entry point may reach everything
    return {*ORDER[: ORDER.index(part) + 1]} - BLIND.get(part, set())


def test_imports_point_upwards() -> None:
    """A module imports only from the parts that stand before its own."""
    strays = {p: _parts_imported(p) - _allowed(_part(p)) for p in MODULES}
    assert {path: parts for path, parts in strays.items() if parts} == {}


def test_core_needs_the_standard_library_alone() -> None:
    """core is what generated code carries along."""
    tops = {name.split(".")[0] for path in CORE for name in _imported(path)}
    assert tops - sys.stdlib_module_names <= {"respgen"}


def test_frameworks_need_the_framework_alone() -> None:
    """What needs the framework imports it, core and the standard library; it is read as text."""
    rooms = ("frameworks", "openapi")
    own = [path for room in rooms for path in sorted((PACKAGE / room).glob("*.py"))]
    tops = {name.split(".")[0] for path in own for name in _imported(path)}
    assert tops - sys.stdlib_module_names <= {
        "respgen",
        "starlette",
        "fastapi",
        "anyio",
        "pydantic",
        "pydantic_core",
    }
    others = [path for path in MODULES if path not in own]
    assert not {*rooms} & {part for path in others for part in _parts_imported(path)}


@pytest.mark.parametrize("room", ["core", "frameworks", "openapi"])
def test_a_name_is_defined_once(room: str) -> None:
    """Any two parts of it may meet in one module of a generated package."""
    paths = sorted((PACKAGE / room).glob("*.py"))
    names = [name for path in paths for name in {*_defined(path)}]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_what_is_imported_later_is_imported_by_nothing_else() -> None:
    """What functions import when they are called is in `_later.py`, and not in `_support.py`."""
    rooms = ("core", "frameworks")
    parsed = {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for room in rooms
        for path in sorted((PACKAGE / room).glob("*.py"))
    }
    later = {
        str(node.module)
        for tree in parsed.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node not in tree.body
    }
    late = {name for name in later if name.startswith("respgen.core.")}
    assert late
    eager = {
        path.name: late & {n.module for n in tree.body if isinstance(n, ast.ImportFrom)}
        for path, tree in parsed.items()
        if f"respgen.core.{path.stem}" not in late
    }
    assert {name: modules for name, modules in eager.items() if modules} == {}


def test_source_is_made_by_the_encoders_alone() -> None:
    """Nothing but the encoders and the template renderer constructs a Source."""
    makers = {path.name for path in EMIT if list(_calls(path, "Source"))}
    assert makers <= MAKERS


def test_code_is_composed_from_literals() -> None:
    """The template of every code() and the separator of every joined() is a literal of ours."""
    for path in EMIT:
        for call in (*_calls(path, "code"), *_calls(path, "joined")):
            assert isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"


def test_formatted_text_comes_from_black_alone() -> None:
    """preformatted() is for what black returns: one call, in one module."""
    callers = [p.name for p in MODULES for _ in _calls(p, "preformatted")]
    assert callers == ["formatting.py"]


def test_jinja_has_one_user() -> None:
    """Only emit's sandbox knows Jinja."""
    users = {
        p.name for p in MODULES if any(n.startswith("jinja2") for n in _imported(p))
    }
    assert users == {"sandbox.py"}


def test_modules_say_what_they_are() -> None:
    """Every module has a docstring and stays under 300 lines."""
    texts = {path: path.read_text(encoding="utf-8") for path in MODULES}
    long = [path for path, text in texts.items() if text.count("\n") > 300]
    mute = [p for p, text in texts.items() if not ast.get_docstring(ast.parse(text))]
    assert (long, mute) == ([], [])


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


def test_every_benchmark_is_run() -> None:
    """What measures something is called by `make bench`."""
    folder = ROOT / "tests" / "benchmarks"
    called = (folder / "__main__.py").read_text(encoding="utf-8")
    measuring = [
        path.stem
        for path in folder.glob("*.py")
        if "\ndef ratio" in path.read_text(encoding="utf-8") and path.stem != "timing"
    ]
    assert len(measuring) > 6
    assert [name for name in measuring if f"{name}.ratio" not in called] == []


def test_test_modules_have_names_of_their_own() -> None:
    """pytest collects two modules of one name only from packages."""
    tests = Path(__file__).parent
    plain = [
        p for p in tests.rglob("test_*.py") if not (p.parent / "__init__.py").exists()
    ]
    names = Counter(path.name for path in plain)
    assert [name for name, times in names.items() if times > 1] == []
