"""The other Pythons of this machine, each with a venv of its own in .cache/pythons: `make pythons`.

What is not installed, or cannot be filled without a network, is told and left out; the tests that
need it are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = ("3.12", "3.13", "3.14")
PINS = ROOT / ".ci" / "requirements.txt"


def folder(version: str) -> Path:
    return ROOT / ".cache" / "pythons" / version


def python(version: str) -> Path | None:
    """The interpreter of a venv that is complete."""
    complete = (folder(version) / "complete").exists()
    return folder(version) / "bin" / "python" if complete else None


def _interpreters(version: str) -> Iterator[str]:
    """Where one may be; pyenv's names on the path are there for versions that do not run."""
    if found := shutil.which(f"python{version}"):
        yield found
    pyenv = Path.home() / ".pyenv" / "versions"
    yield from map(str, sorted(pyenv.glob(f"{version}.*/bin/python")))


def _runs(interpreter: str) -> bool:
    return not subprocess.run([interpreter, "-c", ""], capture_output=True).returncode


def _make(version: str) -> str:
    """Make the venv unless it is younger than the pins; what became of it, in words."""
    home = folder(version)
    done = home / "complete"
    if done.exists() and done.stat().st_mtime > PINS.stat().st_mtime:
        return "ready"
    interpreter = next(filter(_runs, _interpreters(version)), None)
    if interpreter is None:
        return "not installed here: its tests are skipped"
    shutil.rmtree(home, ignore_errors=True)
    uv = Path(sys.executable).with_name("uv")
    install: tuple[str | Path, ...] = (
        uv,
        "pip",
        "install",
        "--quiet",
        "--python",
        home,
    )
    commands: tuple[tuple[str | Path, ...], ...] = (
        (interpreter, "-m", "venv", "--without-pip", home),
        (*install, "--require-hashes", "--requirement", PINS),
        (*install, "--no-deps", "--no-build-isolation", "--editable", ROOT),
    )
    for command in commands:
        if subprocess.run(command).returncode:
            return "cannot be filled: its tests are skipped"
    done.touch()
    return "made"


if __name__ == "__main__":
    for version in VERSIONS:
        print(f"Python {version}: {_make(version)}")
