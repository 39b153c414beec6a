"""The same bytes in any environment, from any folder, in whatever order folders list their files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from respgen.diagnostics import Problems
from respgen.output.inputs import fingerprint
from respgen.pipeline import build
from respgen.project import find
from tests import test_catalogue
from tests.determinism.output import ROOT, digests

here = cache(digests)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variables", "flags", "umask"),
    [
        pytest.param({"PYTHONHASHSEED": "0"}, [], 0o077, id="hash seed"),
        pytest.param(
            {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "PYTHONUTF8": "0"}
            | {"PYTHONCOERCECLOCALE": "0"},
            [],
            0o022,
            id="ASCII",
        ),
        pytest.param(
            {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "COLUMNS": "20"},
            [],
            0,
            id="far away",
        ),
        pytest.param({}, ["-X", "dev", "-W", "error"], 0o022, id="with every warning"),
    ],
)
def test_environments(
    variables: Mapping[str, str], flags: Sequence[str], umask: int, tmp_path: Path
) -> None:
    """Output, messages and the JSON Schema depend on no variable, flag, umask or working folder."""
    assert elsewhere(flags, variables, tmp_path, umask) == here()


@pytest.mark.slow
def test_without_docstrings(tmp_path: Path) -> None:
    """Neither does the output need the docstrings of our code; only the JSON Schema quotes them."""
    found = elsewhere(["-OO"], {}, tmp_path, 0o022)
    assert found | {"JSON Schema": ""} == here() | {"JSON Schema": ""}


def elsewhere(
    flags: Sequence[str], variables: Mapping[str, str], folder: Path, umask: int
) -> dict[str, str]:
    """The digests that a process of its own prints."""
    ran = subprocess.run(
        [sys.executable, *flags, "-m", "tests.determinism.output"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        capture_output=True,
        text=True,
        check=True,
        umask=umask,
    )
    assert ran.stderr == ""
    return dict(json.loads(ran.stdout))


SCHEMAS = {path.name: path.read_bytes() for path in test_catalogue.project().schemas}


DEMO = ROOT / "tests" / "demo"
"""The classes that entries extend."""

_OURS = '[tool.ruff.lint.isort]\nknown-first-party = ["tests"]\n'


def expected() -> dict[str, str]:
    return {file.path: file.text for file in test_catalogue.built().files}


def made(root: Path) -> dict[str, str]:
    problems = Problems()
    project = find(root, problems)
    assert project is not None
    found = build(project)
    assert not [*problems, *found.problems]
    return {file.path: file.text for file in found.files}


def shuffled(list_folder: Callable[..., Any], order: Random) -> Callable[..., Any]:
    """`os.listdir` or `os.scandir` of a file system that lists in no order."""

    class Entries(list[Any]):
        """Used as `os.scandir` is: in a with statement, or as an iterator."""

        def __enter__(self) -> Entries:
            return self

        def __exit__(self, *_: object) -> None:
            """Nothing is open."""

        def __next__(self) -> Any:
            if self:
                return self.pop()
            raise StopIteration

    def listed(*path: Any) -> Entries:
        found = Entries(list_folder(*path))
        order.shuffle(found)
        return found

    return listed


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.randoms(use_true_random=False), names=st.permutations(sorted(SCHEMAS)))
def test_order_of_folders(
    tmp_path_factory: pytest.TempPathFactory, order: Random, names: list[str]
) -> None:
    """Neither the order in which schemas were made nor that of listing them matters."""
    root = tmp_path_factory.mktemp("order")
    (root / "pyproject.toml").write_text(f"[tool.respgen]\n{_OURS}")
    shutil.copytree(DEMO, root / "tests" / "demo")
    (root / "schemas").mkdir()
    for name in names:
        (root / "schemas" / name).write_bytes(SCHEMAS[name])
    with pytest.MonkeyPatch.context() as patch:
        for function in ("listdir", "scandir"):
            patch.setattr(os, function, shuffled(getattr(os, function), order))
        assert made(root) == expected()


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(names=st.permutations(sorted(SCHEMAS)))
def test_order_of_the_settings(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    """Nor does that of a list of schemas."""
    root = tmp_path_factory.mktemp("order")
    shutil.copytree(DEMO, root / "tests" / "demo")
    for name in SCHEMAS:
        (root / name).write_bytes(SCHEMAS[name])
    settings_ = f"[tool.respgen]\nschemas = {json.dumps(names)}\n{_OURS}"
    (root / "pyproject.toml").write_text(settings_)
    assert made(root) == expected()


def test_order_in_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a cache stale because a folder lists its files in another order."""
    before = fingerprint(test_catalogue.project())
    for function in ("listdir", "scandir"):
        listed = shuffled(getattr(os, function), Random(1))
        monkeypatch.setattr(os, function, listed)
    assert fingerprint(test_catalogue.project()) == before
