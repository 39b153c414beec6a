"""`respgen generate`, killed: what is left is wholly old or wholly new, file by file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep

_HERE = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
_LAST = 0.8
"""Seconds after the start: some runs are over by then."""
_CLASS = "  Item{}: {{media_type: text/plain, headers: {{X-Version: '{}'}}}}\n"


def _generated(root: Path, version: int) -> dict[str, bytes]:
    """What a whole run writes of that version."""
    _write(root, version)
    subprocess.run(_command(root), check=True, capture_output=True, env=_HERE)
    return _files(root)


def _write(root: Path, version: int) -> None:
    (root / "schemas").mkdir(parents=True, exist_ok=True)
    (root / "pyproject.toml").write_text("[tool.respgen]\n")
    for stem in ("shop", "stock", f"only{version}"):
        classes = "".join(_CLASS.format(n, version) for n in range(40))
        (root / "schemas" / f"{stem}.yaml").write_text(
            f"respgen: 1\nresponses:\n{classes}"
        )
    (root / "schemas" / f"only{1 - version}.yaml").unlink(missing_ok=True)


def _command(root: Path) -> list[str]:
    return [sys.executable, "-P", "-m", "respgen", "-C", str(root), "generate"]


def _files(root: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in (root / "generated").iterdir()}


def killed(count: int, seed: int, folder: Path) -> tuple[int, int]:
    """How many runs were killed, and after how many of them a file was torn or the next run failed."""
    random, bad, done = Random(seed), 0, 0
    root = folder / "killed"
    shutil.rmtree(root, ignore_errors=True)
    whole = [_generated(root, version) for version in (0, 1)]
    good = {(name, data) for files in whole for name, data in files.items()}
    while done < count:
        version = random.randrange(2)
        _write(root, version)
        run = subprocess.Popen(
            _command(root),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_HERE,
        )
        sleep(random.random() * _LAST)
        if run.poll() is not None:
            continue
        run.kill()
        run.wait()
        done += 1
        torn = {*_files(root).items()} - good
        if torn or _generated(root, version) != whole[version]:
            bad += 1
            print(f"kills {done}: {sorted(name for name, _ in torn)}", flush=True)
    return done, bad
