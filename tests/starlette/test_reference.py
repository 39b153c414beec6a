"""Starlette's own tests, run with core's Response and MutableHeaders in the place of Starlette's.

The tests come from Starlette's sdist, which `make test` fetches into `.cache/starlette` (another
folder: RESPGEN_STARLETTE_TESTS). Nothing of it is copied into this repository.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
VERSION = "1.10.0"
SDIST = f"starlette-{VERSION}"
FOLDER = Path(os.environ.get("RESPGEN_STARLETTE_TESTS", ROOT / ".cache" / "starlette"))

FILES = ("responses", "datastructures", "websockets", "background")
SELECTED = "test_responses or mutable_headers or test_background or (test_websockets and response)"

PARTITIONED = "Partitioned is sent on every Python; Starlette raises below 3.14"
EXCEPTIONS = {
    "test_mutable_headers_from_scope": "a response's headers; ASGI scopes belong to requests",
}
if sys.version_info < (3, 14):
    EXCEPTIONS |= {
        "test_set_cookie_raises_for_invalid_python_version[asyncio]": PARTITIONED,
        "test_set_cookie_raises_for_invalid_python_version[trio]": PARTITIONED,
        "test_delete_cookie_partitioned[True]": PARTITIONED,
    }
"""The tests that fail by design, each with its reason."""


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Starlette's sdist, unpacked."""
    archive = FOLDER / f"{SDIST}.tar.gz"
    if version("starlette") != VERSION:
        pytest.skip(f"the exceptions are those of Starlette {VERSION}")
    if not archive.exists():
        pytest.skip(f"Starlette's sdist is not in {FOLDER}; `make test` fetches it")
    folder = tmp_path_factory.mktemp("starlette")
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    return folder / SDIST


@pytest.fixture(scope="module")
def outcome(sdist: Path) -> dict[str, bool]:
    """Whether each of Starlette's tests passed."""
    report = sdist / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "replaced",
        "-p",
        "no:cacheprovider",
    ]
    command += ["-k", SELECTED, f"--junitxml={report}"]
    command += [f"tests/test_{name}.py" for name in FILES]
    environment = {**os.environ, "PYTHONPATH": f"{HERE}{os.pathsep}{ROOT}"}
    environment.pop("PYTEST_ADDOPTS", None)
    run = subprocess.run(
        command, cwd=sdist, env=environment, capture_output=True, text=True, timeout=300
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    return {
        case.attrib["name"]: case.find("failure") is None and case.find("error") is None
        for case in ElementTree.parse(report).iter("testcase")
        if case.find("skipped") is None
    }


def test_passes(outcome: dict[str, bool]) -> None:
    """Every test of Starlette passes that is no exception by design."""
    failed = {name for name, passed in outcome.items() if not passed}
    assert failed - EXCEPTIONS.keys() == set()


def test_exceptions(outcome: dict[str, bool]) -> None:
    """No exception is listed that passes: where core is not in place, these do."""
    assert [name for name in EXCEPTIONS if outcome.get(name)] == []


def test_many(outcome: dict[str, bool]) -> None:
    """The tests were found: their number is no accident of a wrong selection."""
    assert len(outcome) > 190
