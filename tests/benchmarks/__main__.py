"""Prints every ratio of the contract; exits 1 where one is missed."""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import (
    events,
    generation,
    imports,
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
    schema = (Path(__file__).parent / "bench.yaml").read_text(encoding="utf-8")
    print(HEADING)
    rows: list[Ratio] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        generate(schema, folder / "generated_bench")
        sys.path.insert(0, scratch)
        bench = importlib.import_module("generated_bench.bench")
        for row in responses.ratios(bench):
            rows.append(_shown(row))
        for row in problems.ratios(bench):
            rows.append(_shown(row))
        for row in streams.ratios(bench):
            rows.append(_shown(row))
        for row in events.ratios(bench):
            rows.append(_shown(row))
        schema = (Path(__file__).parent / "renderers.yaml").read_text(encoding="utf-8")
        generate(schema, folder / "generated_renderers")
        made = importlib.import_module("generated_renderers.bench")
        for row in renderers.ratios(made):
            rows.append(_shown(row))
        rows.append(_shown(imports.ratio(folder, generate)))
        rows.append(_shown(imports.compiler(folder)))
        for row in generation.ratios(folder):
            rows.append(_shown(row))
        for row in registering.ratios():
            rows.append(_shown(row))
    return int(any(row.factor < row.least for row in rows))


def _shown(row: Ratio) -> Ratio:
    print(row.row(), flush=True)
    return row


if __name__ == "__main__":
    sys.exit(main())
