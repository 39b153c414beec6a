"""Prints every ratio of the contract; exits 1 where one is missed."""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from tests.benchmarks import (
    auditing,
    calls,
    events,
    generation,
    imports,
    migrating,
    problems,
    registering,
    renderers,
    responses,
    streams,
)
from tests.benchmarks.timing import HEADING, Ratio
from tests.support.building import files_of


def generate(schema: str, output: Path) -> None:
    """Write the package that `respgen generate` would, from one schema named `bench`."""
    project = output.parent / f"{output.name}_project"
    (project / "schemas").mkdir(parents=True)
    (project / "schemas" / "bench.yaml").write_text(schema, encoding="utf-8")
    (project / "pyproject.toml").write_text("[tool.respgen]\n", encoding="utf-8")
    output.mkdir()
    for file in files_of(project):
        (output / file.path).write_text(file.text, encoding="utf-8")


def main() -> int:
    print(HEADING)
    with tempfile.TemporaryDirectory() as scratch:
        sys.path.insert(0, scratch)
        rows = [_shown(row) for row in _rows(Path(scratch))]
    return int(any(row.factor < row.least for row in rows))


def _rows(folder: Path) -> Iterator[Ratio]:
    bench = _module("bench", folder)
    yield from responses.ratios(bench)
    yield from problems.ratios(bench)
    yield from streams.ratios(bench)
    yield from events.ratios(bench)
    yield from renderers.ratios(_module("renderers", folder))
    _module("calls", folder)
    # the application of what has just been made
    with_classes = importlib.import_module("tests.benchmarks.with_classes")
    yield from calls.ratios(with_classes)
    yield from registering.ratios()
    yield from imports.ratios(folder, generate)
    yield imports.compiler(folder)
    yield from generation.ratios(folder)
    yield from auditing.ratios(folder)
    yield from migrating.ratios(folder)


def _module(name: str, folder: Path) -> ModuleType:
    schema = (Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8")
    generate(schema, folder / f"generated_{name}")
    return importlib.import_module(f"generated_{name}.bench")


def _shown(row: Ratio) -> Ratio:
    print(row.row(), flush=True)
    return row


if __name__ == "__main__":
    sys.exit(main())
