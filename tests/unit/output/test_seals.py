"""What the seals of every golden file guard: where each name that is used comes from."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from respgen.output.heads import origins
from respgen.output.marks import Marks
from respgen.output.seals import lost, meaning
from respgen.output.stamp import read, stamped

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = sorted((ROOT / "tests" / "cases").glob("**/expected/*.py"))
PACKAGE = sorted((ROOT / "generated").glob("*.py"))


@cache
def written(path: Path) -> bytes:
    """A golden file as it is written: the cases have no stamps."""
    data = path.read_bytes()
    return data if path in PACKAGE else stamped(data.decode(), Marks())


@cache
def imports(path: Path) -> tuple[tuple[ast.ImportFrom, str], ...]:
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[ast.ImportFrom, str]]:
    """Each name that definitions use with the statement that imports it."""
    head, *sections = read(written(path)).parts
    used = {n for each in sections for n in meaning(each.section).words.read}
    for top in head.section.body:
        for statement in top.body if isinstance(top, ast.If) else (top,):
            if isinstance(statement, ast.ImportFrom):
                for alias in statement.names:
                    if (alias.asname or alias.name) in used:
                        yield statement, alias.name


def moved(path: Path, statement: ast.ImportFrom, name: str) -> bytes:
    """The file with that name from another module."""
    lines = written(path).decode().split("\n")
    top = len(read(written(path)).top)
    start, end = top + statement.lineno - 1, top + (statement.end_lineno or 0)
    [alias] = [each for each in statement.names if each.name == name]
    kept = [each for each in statement.names if each is not alias]
    new: list[ast.stmt] = [ast.ImportFrom("myapp.http", [alias], 0)]
    if kept:
        new.insert(0, ast.ImportFrom(statement.module, kept, statement.level))
    indent = " " * statement.col_offset
    lines[start:end] = [indent + ast.unparse(each) for each in new]
    return "\n".join(lines).encode()


def test_nothing_is_lost() -> None:
    """Every definition finds all its names, so that none is excused for a missing import."""
    assert len(GOLDEN) > 50
    for path in (*GOLDEN, *PACKAGE):
        head, *sections = [part.section for part in read(written(path)).parts]
        known = {*origins(head.body), *(n for each in sections for n in each.names)}
        assert [each.names for each in sections if lost(each, known)] == [], path


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_import_from_elsewhere_is_an_edit(data: st.DataObject) -> None:
    """Whatever name of whatever golden file is taken from another module, that is an edit."""
    path = data.draw(st.sampled_from([*GOLDEN, *PACKAGE]))
    if found := imports(path):
        changed = moved(path, *data.draw(st.sampled_from(found)))
        assert read(changed, read(written(path)).names).edited
