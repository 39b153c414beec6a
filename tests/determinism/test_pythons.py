"""On every Python that we support: the same output, which sends the same there.

`make pythons` makes the venvs; without one its tests are skipped.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.determinism.output import ROOT, digests
from tests.determinism.pythons import VERSIONS, python
from tests.determinism.wire import everything

every_version = pytest.mark.parametrize("version", VERSIONS)
pytestmark = pytest.mark.slow


def run(version: str, *words: str | Path) -> str:
    """What the other Python prints."""
    interpreter = python(version)
    if interpreter is None:
        pytest.skip(f"no venv with Python {version}: `make pythons` makes it")
    ran = subprocess.run(
        [interpreter, *words], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@every_version
def test_same_output(version: str) -> None:
    """It makes the same files, messages and JSON Schema."""
    assert json.loads(run(version, "-m", "tests.determinism.output")) == digests()


@every_version
def test_same_package(version: str, tmp_path: Path) -> None:
    """`respgen generate` writes generated/ there, byte for byte, and a check is content."""
    for folder in ("schemas", "tests/demo"):  # the classes that entries extend
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for command in ("generate", "check"):
        run(version, "-m", "respgen", "-C", tmp_path, command)
    assert _files(tmp_path / "generated") == _files(ROOT / "generated")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.*")}


@every_version
def test_same_on_the_wire(version: str) -> None:
    """Every class of the catalogue sends the same bytes, every cookie as well."""
    assert json.loads(run(version, "-m", "tests.determinism.wire")) == dict(
        everything()
    )


def test_the_wire_has_what_older_pythons_refuse() -> None:
    """Among them one of Partitioned cookies, which http.cookies knows since Python 3.14."""
    sent = dict(everything())
    assert any("; Partitioned" in message for message in sent.values())
    assert sum(message.startswith("HTTP/1.1 ") for message in sent.values()) > 30


@every_version
def test_same_behaviour(version: str, tmp_path: Path) -> None:
    """What the cases check holds there, too."""
    options = ["-q", "-p", "no:cacheprovider", "-m", "not slow", "--basetemp", tmp_path]
    run(version, "-m", "pytest", *options, "tests/test_cases.py")


@every_version
def test_types(version: str) -> None:
    """mypy --strict has nothing to say when it takes generated/ for that Python's."""
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version", version]
    ran = subprocess.run(
        [*command, "generated"], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
