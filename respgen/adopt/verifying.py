"""What is proposed, tried: both sides are built and compared in a process of its own.

Goes in: proposals that are proven on paper. Comes out: for each place a verdict. The process runs in a copy of the
project, has a minute, and nothing that it does or prints matters but its verdicts.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from respgen.adopt import trial
from respgen.adopt.tasks import Task
from respgen.output.write import document
from respgen.project import Project

SECONDS = 60
_LEFT = shutil.ignore_patterns(
    ".git",
    ".venv",
    "venv",
    "node_modules",
    "__pycache__",
    ".*_cache",
    ".tox",
    ".nox",
    "build",
    "dist",
)


class Failed(Exception):  # noqa: N818 # of people's code
    """The text says why nothing could be tried."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a place differs, or why it was not tried; both empty where both sides send the same."""

    differs: str = ""
    untried: str = ""


def verdicts(
    project: Project, into: str, data: bytes, tasks: Sequence[Task]
) -> list[Verdict]:
    """One for each task. Raises Failed."""
    if not tasks:
        return []
    with TemporaryDirectory(prefix="respgen-", ignore_cleanup_errors=True) as folder:
        root = Path(folder, "project")
        shutil.copytree(
            project.root,
            root,
            ignore=_LEFT,
            symlinks=True,
            ignore_dangling_symlinks=True,
        )
        document(root / into, data)
        command = [sys.executable, "-m", "respgen", "generate"]
        if _run(command, root)[0]:
            raise Failed("the package cannot be generated in a copy of the project")
        asked = json.dumps([asdict(each) for each in tasks]).encode()
        status, said = _run([sys.executable, trial.__file__], root, asked)
        try:
            found = json.loads(said)
        except ValueError as error:
            raise Failed(f"your code ended the trial, with status {status}") from error
    return [Verdict(**each) for each in found]


def _run(command: Sequence[str], root: Path, said: bytes = b"") -> tuple[int, bytes]:
    """The exit status, and the standard output. Raises Failed."""
    with subprocess.Popen(
        command,
        cwd=root,
        env={
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": _path(),
            "TMPDIR": str(root.parent),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            answer, _ = process.communicate(said, SECONDS)
        except subprocess.TimeoutExpired as error:
            raise Failed(f"it took more than {SECONDS} seconds") from error
        finally:
            _end(process)
    return process.returncode, answer


def _path() -> str:
    """Where respgen is, and where everything else is."""
    here = str(Path(trial.__file__).parents[2])
    return os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])])


def _end(process: subprocess.Popen[bytes]) -> None:
    """Whatever it has started, too."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()
