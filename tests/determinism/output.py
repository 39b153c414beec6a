"""Prints a digest of everything that respgen makes of our schemas: run it anywhere, on any Python.

That is: the files of the catalogue and of every case, some in another style; what people see of the
mistakes in the golden cases; the JSON Schema of schema files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from respgen.cli.reporters import report
from respgen.diagnostics import Problems
from respgen.output.marks import Marks
from respgen.output.stamp import stamped
from respgen.pipeline import build
from respgen.project import SUFFIXES, Project, find
from respgen.project.style import Style
from respgen.schema import json_schema

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"


def digests() -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in everything()}


def everything() -> Iterator[tuple[str, bytes]]:
    for name, project in projects():
        made = build(project)
        for file in made.files:
            yield f"{name}/{file.path}", stamped(file.text, Marks())
        yield name, report(made.problems, made.lines, "text", False).encode()
    yield "JSON Schema", json.dumps(json_schema()).encode()


def projects() -> Iterator[tuple[str, Project]]:
    found = find(ROOT, Problems())
    assert found is not None
    yield "catalogue", found
    for folder in sorted(path.parent for path in CASES.rglob("check.py")):
        yield from _case(folder)
    for text in sorted(CASES.glob("problems/*/expected.txt")):
        yield from _case(text.parent)
    narrow = Style(width=50, preview=True)
    (account,) = (path for path in found.schemas if path.stem == "account")
    common = account.with_stem("common")
    yield "narrow", Project(ROOT, (account, common), found.output, style=narrow)


def _case(folder: Path) -> Iterator[tuple[str, Project]]:
    schemas = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    schemas = [path for path in schemas if path.name != "pyproject.toml"]
    yield folder.name, Project(folder, tuple(schemas), folder / "generated")


if __name__ == "__main__":
    print(json.dumps(digests()))
