"""Generating: the shop catalogue cold, against datamodel-code-generator for as many classes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.timing import Ratio, wall_ratio

ROOT = Path(__file__).resolve().parent.parent.parent


def ratios(folder: Path) -> Iterator[Ratio]:
    """`folder` is a scratch folder."""
    project = _project(folder)
    classes = sum(_classes(path) for path in (project / "generated").glob("*.py"))
    peer = _models(folder, classes)
    tool = [sys.executable, "-m", "respgen", "-C", str(project)]

    def cold() -> None:
        shutil.rmtree(project / "generated")
        shutil.rmtree(project / ".respgen_cache", ignore_errors=True)
        _run([*tool, "generate"])

    def models() -> None:
        _run(peer)

    yield wall_ratio(f"generate {classes} classes cold", models, cold, 1)
    yield wall_ratio(
        f"check of {classes} up-to-date classes",
        lambda: _run([*peer, "--check"]),
        lambda: _run([*tool, "check"]),
        3,
    )


def _project(folder: Path) -> Path:
    project = folder / "shop"
    project.mkdir()
    for name in ("schemas", "generated"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "pyproject.toml", project)
    return project


def _classes(path: Path) -> int:
    text = path.read_text(encoding="utf-8")
    return 0 if path.stem == "_support" else text.count("\nclass ")


def _models(folder: Path, classes: int) -> list[str]:
    """A JSON Schema of as many models, and the command that generates them with black."""
    properties = {
        "id": {"type": "integer"},
        "name": {"type": "string", "maxLength": 80},
        "price": {"type": "number", "minimum": 0},
        "tags": {"type": "array", "items": {"type": "string"}},
        "note": {"type": ["string", "null"], "description": "What the buyer wrote."},
    }
    definitions = {
        f"Item{number}": {
            "type": "object",
            "description": f"Item number {number}.",
            "properties": properties,
            "required": ["id", "name"],
        }
        for number in range(classes)
    }
    schema = folder / "models.json"
    schema.write_text(
        json.dumps({"type": "object", "$defs": definitions}), encoding="utf-8"
    )
    output = folder / "models.py"
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", str(schema)]
    command += ["--input-file-type", "jsonschema", "--output", str(output)]
    command += ["--output-model-type", "pydantic_v2.BaseModel", "--formatters", "black"]
    command += ["--disable-timestamp"]
    _run(command)
    return command


def _run(command: list[str]) -> None:
    # an installed package has its bytecode, whatever this environment says of ours
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment
    )
    if run.returncode:
        raise SystemExit(f"{' '.join(command)}\n{run.stdout}{run.stderr}")
