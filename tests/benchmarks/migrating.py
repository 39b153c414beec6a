"""Migrating a thousand files of which thirty change, against libcst's parse of them: in CPU time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.auditing import FILES, cpu, parsing, project, run
from tests.benchmarks.timing import Ratio

_CHANGED = 30
_SCHEMA = """respgen: 1
responses:
  Ordered:
    description: It will be delivered.
    media_type: application/json
    status_code: {value: 201, locked: true}
    headers: {X-Order: {type: str, required: true}}
"""


def ratios(folder: Path) -> Iterator[Ratio]:
    """`folder` is a scratch folder."""
    root = project(folder / "migrated", FILES)
    (root / "schemas").mkdir()
    (root / "schemas" / "api.yaml").write_text(_SCHEMA, encoding="utf-8")
    for path in sorted((root / "shop").glob("orders*.py"))[:_CHANGED]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"Location"', '"X-Order"'), encoding="utf-8")
    respgen = [sys.executable, "-m", "respgen", "-C", str(root)]
    run([*respgen, "generate"], fine=(0,))
    run([*respgen, "migrate", "--check"], fine=(1,))
    name = f"migrate of as many, of which {_CHANGED} change"
    taken = cpu(lambda: run([*respgen, "migrate"], fine=(0,)))
    yield Ratio(name, parsing(root), taken, 2)
