"""Runs `respgen audit` on an application: a folder goes in, the JSON of the report comes out.

It runs in a copy, so that neither this repository's settings nor its git tell what is read.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

BEFORE = "before"  # files as they were when the baseline was written
BASELINE = ".respgen-baseline.json"


class NoReportError(Exception):
    """What respgen said when it did not report."""


def audit(folder: Path) -> dict[str, Any]:
    """Audits; before that, makes the catalogue and the baseline of an application that has one."""
    with TemporaryDirectory() as place:
        copy = Path(place, folder.name)
        _copy(folder, copy)
        if (copy / "schemas").is_dir():
            _respgen(copy, "generate")
        if (folder / BEFORE).is_dir():
            _copy(_baseline(folder, Path(place, BEFORE)), copy)
        report: dict[str, Any] = json.loads(_respgen(copy, "audit", "--format", "json"))
        return report


def _baseline(folder: Path, copy: Path) -> Path:
    """Writes the baseline in a copy as it was before, and leaves nothing else there."""
    _copy(folder, copy)
    _copy(folder / BEFORE, copy)
    _respgen(copy, "audit", "--write-baseline")
    alone = copy.with_name("baseline")
    alone.mkdir()
    shutil.copy(copy / BASELINE, alone)
    return alone


def _copy(source: Path, target: Path) -> None:
    shutil.copytree(
        source, target, ignore=shutil.ignore_patterns(BEFORE), dirs_exist_ok=True
    )


def _respgen(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "respgen", *words]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        last = done.stderr.strip().rpartition("\n")[2]
        raise NoReportError(
            f"respgen {' '.join(words)}: exit {done.returncode}: {last}"
        )
    return done.stdout
