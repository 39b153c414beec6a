"""Runs a framework's own tests, from its sdist, with one of our plugins.

Goes in: a suite. Comes out: whether each of its tests passed. `make test` fetches the sdists into
`.cache` (another folder: RESPGEN_STARLETTE_TESTS, RESPGEN_FASTAPI_TESTS). Nothing of them is copied into
this repository.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support.building import files_of

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PLUGINS = HERE / "plugins"


@dataclass(frozen=True, slots=True)
class Suite:
    """Some tests of one version of a framework.

    `files` are patterns below the sdist's `tests`, `selected` an expression of pytest's -k. `left_out` are
    files that cannot be collected, `exceptions` tests that fail by design: each with its reason.
    """

    framework: str
    version: str
    files: tuple[str, ...]
    selected: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)
    exceptions: Mapping[str, str] = field(default_factory=dict)

    def unpacked(self, folder: Path) -> Path:
        """The sdist's folder below `folder`. Skips the test where there is none."""
        if version(self.framework) != self.version:
            pytest.skip(f"the exceptions are those of {self.framework} {self.version}")
        name = f"{self.framework}-{self.version}"
        cache = ROOT / ".cache" / self.framework
        cache = Path(os.environ.get(f"RESPGEN_{self.framework.upper()}_TESTS", cache))
        archive = cache / f"{name}.tar.gz"
        if not archive.exists():
            pytest.skip(f"{archive.name} is not in {cache}; `make test` fetches it")
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
        return folder / name

    def outcomes(self, plugin: str, folder: Path) -> dict[str, bool]:
        """Whether each test passed, by its file and name; those that were skipped are left out."""
        sdist = self.unpacked(folder)
        report = folder / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", plugin]
        command += ["-p", "no:cacheprovider", f"--junitxml={report}"]
        command += ["-k", self.selected, *self._found(sdist / "tests")]
        environment = {**os.environ, "PYTHONPATH": _path(PLUGINS, folder, ROOT)}
        environment.pop("PYTEST_ADDOPTS", None)
        run = subprocess.run(
            command,
            cwd=sdist,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert run.returncode in (0, 1), run.stdout + run.stderr
        return dict(_cases(report))

    def _found(self, folder: Path) -> list[str]:
        """The files, from the sdist's folder on; each pattern finds some."""
        found: set[str] = set()
        for pattern in self.files:
            files = [
                path.relative_to(folder).as_posix() for path in folder.glob(pattern)
            ]
            assert files, pattern
            found.update(files)
        assert found >= self.left_out.keys()
        return [f"tests/{name}" for name in sorted(found - self.left_out.keys())]


def _path(*folders: Path) -> str:
    return os.pathsep.join(map(str, folders))


def _cases(report: Path) -> list[tuple[str, bool]]:
    cases: list[tuple[str, bool]] = []
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("skipped") is None:
            passed = case.find("failure") is None and case.find("error") is None
            module = case.attrib["classname"].removeprefix("tests.")
            cases.append((f"{module}::{case.attrib['name']}", passed))
    return cases


def stand_ins(folder: Path) -> None:
    """Write the package of generated classes that the plugin puts in the frameworks' places."""
    project = folder / "project"
    (project / "schemas").mkdir(parents=True)
    schema = (HERE / "classes.yaml").read_text(encoding="utf-8")
    (project / "schemas" / "classes.yaml").write_text(schema, encoding="utf-8")
    (project / "pyproject.toml").write_text("[tool.respgen]\n", encoding="utf-8")
    package = folder / "stand_ins"
    package.mkdir()
    for file in files_of(project):
        (package / file.path).write_text(file.text, encoding="utf-8")


def unexpected(suite: Suite, outcomes: Mapping[str, bool]) -> dict[str, bool]:
    """What passes though it is an exception, and what fails though it is none."""
    return {
        name: passed
        for name, passed in outcomes.items()
        if passed == (name in suite.exceptions)
    }
