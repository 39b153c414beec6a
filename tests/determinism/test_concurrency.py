"""Several runs at once: files are whole at every moment, and nobody is told off for nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from respgen.emit.files import GeneratedFile
from respgen.output import compare, present, write
from respgen.output.marks import Marks
from respgen.output.stamp import stamped
from tests.support.command_line import REPOSITORY


def crowd(root: Path, rounds: int, mood: str) -> tuple[list[dict[str, Any]], str]:
    (root / "schemas").mkdir()
    (root / "pyproject.toml").write_text('[tool.respgen]\ntarget = "core"\n')
    ran = subprocess.run(
        [sys.executable, "-m", "tests.determinism.crowd", root, str(rounds), mood],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return json.loads(ran.stdout), ran.stderr


@pytest.mark.slow
def test_runs_that_want_the_same(tmp_path: Path) -> None:
    """Eight runs after one change: all succeed, the package is up to date, and nothing lies about."""
    told, said = crowd(tmp_path, 4, "agree")
    for one in told:
        assert one == {
            "statuses": [0] * 8,
            "broken": 0,
            "repaired": 0,
            "checked": 0,
            "left": [],
        }
    assert len(told) == 4
    assert said == ""


@pytest.mark.slow
def test_runs_that_quarrel(tmp_path: Path) -> None:
    """Where the schemas change under the runs, some say `run again`; that repairs everything."""
    told, said = crowd(tmp_path, 4, "quarrel")
    for one in told:
        assert {*one["statuses"]} <= {0, 2}
        assert (one["broken"], one["repaired"], one["checked"]) == (0, 0, 0)
        assert one["left"] == []
    assert "Traceback" not in said
    assert all(
        "changed in the meantime: run again" in line or "No such file" in line
        for line in said.splitlines()
    )


def test_the_other_run_was_faster(tmp_path: Path) -> None:
    """A file that is already as wanted is no edit, nor is an orphan that is already gone."""
    shop = GeneratedFile("shop.py", "class Item: ...\n")
    (tmp_path / "gone.py").write_bytes(stamped("", Marks()))
    changes = compare([shop], present(tmp_path))
    for _ in range(2):
        assert write(tmp_path, changes) == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["py.typed", "shop.py"]


def test_a_file_that_vanishes_while_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An orphan that another run removes takes nothing else along."""
    for name in ("gone.py", "shop.py"):
        (tmp_path / name).write_bytes(b"")
    read = Path.read_bytes

    def vanishing(path: Path) -> bytes:
        if path.name == "gone.py":
            path.unlink()
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", vanishing)
    assert present(tmp_path) == {"shop.py": b""}
