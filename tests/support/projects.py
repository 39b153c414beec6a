"""Throw-away projects as teams have them, and the programs that are run in them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

PYRIGHT = ["basedpyright", "--pythonpath", sys.executable]
_ADDRESS = re.compile(r"running on (http://127\.0\.0\.1:\d+)")
_WHO = {
    f"GIT_{role}_{key}": "a@b"
    for role in ("AUTHOR", "COMMITTER")
    for key in ("NAME", "EMAIL")
}
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files by their paths, with the folders that they need."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text that is there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def ran(
    folder: Path, program: str, *words: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a program, Python's by the module of its name."""
    command = [program] if program == "git" else [sys.executable, "-m", program]
    return subprocess.run(
        [*command, *words],
        cwd=folder,
        env={**os.environ, **_WHO, **_ALONE, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def run(folder: Path, program: str, *words: str, **environment: str) -> str:
    """What a program prints that must succeed."""
    done = ran(folder, program, *words, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def imports(folder: Path, module: str) -> None:
    """Import a module first of all, in a Python of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import {module}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@contextmanager
def served(folder: Path, app: str) -> Iterator[httpx.Client]:
    """A client of uvicorn, which serves the application on a port that is free."""
    words = ["--app-dir", str(folder), "--port", "0", "--no-access-log"]
    command = [sys.executable, "-m", "uvicorn", app, *words]
    with subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        try:
            said = []
            for line in server.stderr:
                said.append(line)
                if match := _ADDRESS.search(line):
                    with httpx.Client(base_url=match[1], trust_env=False) as client:
                        yield client
                    return
            raise AssertionError("".join(said))
        finally:
            server.terminate()
