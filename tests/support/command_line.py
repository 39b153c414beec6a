"""A project in a folder of its own, and the command line run in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest

from respgen.cli.main import main

REPOSITORY = Path(__file__).resolve().parents[2]

SCHEMA = """\
respgen: 1
responses:
  Item:
    description: One item.
    headers:
      ETag: {type: etag}
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Shop:
    """A project with one schema; nothing is generated yet."""

    root: Path
    capture: pytest.CaptureFixture[str]

    def run(self, *words: str) -> Ran:
        """Run a command line in this process, from the project's root."""
        return self.run_from("", *words)

    def run_from(self, folder: str, *words: str) -> Ran:
        """Run it from a folder below the project's root."""
        with chdir(self.root / folder):
            status = main(words)
        return Ran(status, *self.capture.readouterr())

    def spawn(self, *words: str, **options: object) -> subprocess.CompletedProcess[str]:
        """Run it in a process of its own."""
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_COLOR": ""}
        command = [sys.executable, "-m", "respgen", *words]
        return subprocess.run(  # type: ignore[call-overload, no-any-return]  # options vary
            command,
            cwd=self.root,
            text=True,
            capture_output=True,
            env=environment,
            **options,
        )

    def write(self, name: str, text: str | bytes) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def tree(self) -> dict[str, bytes]:
        """The package, file by file."""
        folder = self.root / "generated"
        return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
