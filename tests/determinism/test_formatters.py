"""All golden output is as ruff and black leave it, whatever the project's settings, and clean for `ruff check`.

Each setting is that of a project: the catalogue and every case are emitted under it into one folder,
and each tool runs over that folder once.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from respgen.emit import EmitSettings, GeneratedFile, emit
from respgen.emit.cutting import library
from respgen.emit.pythons import adapted
from respgen.emit.support import support
from respgen.output.marks import Marks
from respgen.output.stamp import stamped
from respgen.project.python import Python
from respgen.project.ruff import style_of
from respgen.project.tables import Table
from respgen.resources import PACKAGE
from tests import test_cases, test_catalogue
from tests.determinism.emitted import modules

RULES = "E,W,F,I,B,C4,UP,ARG001"
THIRD_PARTY = 'lint.isort.known-third-party = ["tests"]'


@dataclass(frozen=True)
class Setting:
    """What [tool.ruff] says, and what says the same to black."""

    ruff: dict[str, Any]
    black: dict[str, Any]
    python: Python = "3.11"


SETTINGS = {
    "defaults": Setting({}, {}),
    "narrow, single quotes, oldest target": Setting(
        {"line-length": 72, "format": {"quote-style": "single"}, "target-version": "py310"},
        {"line-length": 72, "skip-string-normalization": True, "target-version": ["py310"]},
        "3.10",
    ),
    "79 columns": Setting(
        {"line-length": 79, "format": {"quote-style": "preserve"}, "target-version": "py312"},
        {"line-length": 79, "target-version": ["py312"]},
        "3.12",
    ),
    "wide, single quotes, newest target": Setting(
        {"line-length": 120, "format": {"quote-style": "single"}, "target-version": "py314"},
        {"line-length": 120, "skip-string-normalization": True, "target-version": ["py314"]},
        "3.14",
    ),
    "commas that do not count": Setting(
        {"line-length": 100, "format": {"skip-magic-trailing-comma": True}, "target-version": "py313"},
        {"line-length": 100, "skip-magic-trailing-comma": True, "target-version": ["py313"]},
        "3.13",
    ),
}  # fmt: skip
every_setting = pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)


def package(setting: Setting, folder: Path) -> None:
    """All golden output, and all that support modules may hold, in one folder with its settings."""
    ruff = Table(folder / "ruff.toml", (), setting.ruff)
    settings = EmitSettings(style_of([ruff]), setting.python)
    for case in test_cases.CASES:
        write(folder / case.name, modules(test_cases.built(case).specs, settings))
    specs = test_catalogue.built().specs
    write(folder / "generated", emit(specs, settings))
    support = {"_support.py": everything(setting.python)}
    write(folder / "everything", modules((), settings, **support))


def everything(python: Python) -> str:
    """A support module with all of core."""
    core = adapted(library(PACKAGE / "core"), python)
    return support({name for each in core.definitions for name in each.names}, python)[
        0
    ]


def write(folder: Path, files: Iterable[GeneratedFile]) -> None:
    folder.mkdir()
    for file in files:
        data = stamped(file.text, Marks()) if file.text else b""
        (folder / file.path).write_bytes(data)


def options(ruff: Mapping[str, Any], *above: str) -> Iterator[str]:
    """Ruff's settings as words of its command line."""
    for key, value in ruff.items():
        if isinstance(value, dict):
            yield from options(value, *above, key)
        else:
            yield from ("--config", f"{'.'.join((*above, key))} = {json.dumps(value)}")


def silent(tool: str, *words: str) -> None:
    """A tool has nothing to say."""
    command = [sys.executable, "-m", tool, *words]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.slow
@every_setting
def test_tools_have_nothing_to_say(setting: Setting, tmp_path: Path) -> None:
    """ruff finds nothing by its own rules and by ours, and neither formatter changes a file."""
    package(setting, tmp_path)
    ruff = [*options(setting.ruff), "--isolated", "--no-cache", str(tmp_path)]
    silent("ruff", "format", "--diff", *ruff)
    lint = ["check", "--output-format=concise", "--config", THIRD_PARTY, *ruff]
    silent("ruff", *lint)
    silent("ruff", *lint, "--select", RULES, "--ignore", "E501")
    file = tmp_path / "pyproject.toml"
    # black takes a second for each of them, and "everything" has all that they have
    for support_module in {*tmp_path.glob("*/_support.py")} - {
        tmp_path / "everything" / "_support.py"
    }:
        support_module.unlink()
    table = (f"{key} = {json.dumps(value)}\n" for key, value in setting.black.items())
    file.write_text("[tool.black]\n" + "".join(table))
    silent(
        "black",
        "--check",
        "--quiet",
        "--diff",
        "--config",
        str(file),
        str(tmp_path),
    )
