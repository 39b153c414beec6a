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
        file = root / into
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        generated = _run([sys.executable, "-m", "respgen", "generate"], root)
        if generated:
            raise Failed("the package cannot be generated in a copy of the project")
        asked, answers = Path(folder, "tasks.json"), Path(folder, "verdicts.json")
        asked.write_text(json.dumps([asdict(each) for each in tasks]), encoding="utf-8")
        status = _run([sys.executable, trial.__file__, str(asked), str(answers)], root)
        try:
            found = json.loads(answers.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise Failed(f"what is tried ended with status {status}") from error
    return [Verdict(**each) for each in found]


def _run(command: Sequence[str], root: Path) -> int:
    """The exit status; nothing that it says is read. Raises Failed."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONPATH"] = os.pathsep.join(
        [
            str(Path(trial.__file__).parents[2]),
            *filter(None, [environment.get("PYTHONPATH")]),
        ]
    )
    null = subprocess.DEVNULL
    process = subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdin=null,
        stdout=null,
        stderr=null,
        start_new_session=True,
    )
    try:
        return process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"it took more than {SECONDS} seconds") from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Whatever it has started, too."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()
