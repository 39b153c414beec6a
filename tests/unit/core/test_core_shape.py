"""core is cut apart for the support module: its source keeps to what can be cut."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

import respgen.core

MODULES = sorted(
    p for p in Path(respgen.core.__file__).parent.glob("*.py") if p.stem != "__init__"
)
STATEMENTS = (
    ast.Import,
    ast.ImportFrom,
    ast.Assign,
    ast.AnnAssign,
    ast.FunctionDef,
    ast.ClassDef,
)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def defined(statement: ast.stmt) -> list[str]:
    """The names that a top-level statement defines."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return [statement.name]
    if isinstance(statement, ast.AnnAssign):
        return [ast.unparse(statement.target)]
    if isinstance(statement, ast.Assign):
        return [ast.unparse(target) for target in statement.targets]
    return []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_statements(path: Path) -> None:
    """Behind the docstring: imports, constants, functions, classes."""
    odd = [s for s in tree(path).body[1:] if not isinstance(s, STATEMENTS)]
    assert [ast.unparse(statement) for statement in odd] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_imports(path: Path) -> None:
    """No import is relative or of everything, and no module is renamed.

    Inside a function is what packages import when they need it.
    """
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert node.col_offset == 0 or path.stem == "deferring"
            renamed = [alias.asname for alias in node.names if alias.asname]
            assert not (renamed and isinstance(node, ast.Import))
            assert all(alias.name != "*" for alias in node.names)
            assert getattr(node, "level", 0) == 0


def test_names_are_unique() -> None:
    """No name is defined twice in core, so the modules fit into one."""
    names = Counter(
        # a module that overloads a function names it more than once
        name
        for path in MODULES
        for name in {name for s in tree(path).body for name in defined(s)}
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_names_are_public() -> None:
    """Generated modules import by name: a leading underscore would be private there."""
    names = [name for path in MODULES for s in tree(path).body for name in defined(s)]
    assert [name for name in names if name.startswith("_")] == []
