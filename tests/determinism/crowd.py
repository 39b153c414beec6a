"""Many runs of `generate` at once; started as a process of its own, since it forks.

Each round changes the schemas and starts runs that all see the change, or, with `quarrel`, that
change them once more themselves. Prints a JSON list: of each round the statuses, how many files
somebody saw half-written, whether a check is content in the end, and what lies about.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from respgen.cli.main import main
from respgen.output.stamp import ours, read

RUNS = 8
SCHEMA = """\
respgen: 1
responses:
  Item:
    description: Number {}.
    headers: {{ETag: {{type: etag}}}}
"""


def declare(root: Path, number: int) -> None:
    """Another text for one module; every other time there is a second module."""
    temporary = root / f"{os.getpid()}.tmp"
    for name in ("shop", "cart"):
        temporary.write_text(SCHEMA.format(number))
        os.replace(temporary, root / "schemas" / f"{name}.yaml")
    if number % 2:
        (root / "schemas" / "cart.yaml").unlink(missing_ok=True)


def forked(work: Callable[[], int]) -> int:
    """The process that does the work and exits with its status."""
    child = os.fork()
    if not child:
        os._exit(work())
    return child


def status(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def broken(root: Path) -> int:
    """How many files are not whole, looking for as long as the parent has runs."""
    found, parent = 0, os.getppid()
    while not (root / "done").exists() and os.getppid() == parent:
        for path in (root / "generated").glob("*.py"):
            try:
                data = path.read_bytes()
                found += not ours(data) or read(data).edited
            except FileNotFoundError:
                continue
        time.sleep(0.001)
    return min(found, 100)


def generate(root: Path, number: int | None) -> int:
    if number is not None:
        declare(root, number)
    return main(["-C", str(root), "generate"])


def rounds(root: Path, count: int, *, quarrel: bool) -> list[dict[str, object]]:
    told: list[dict[str, object]] = []
    for number in range(count):
        (root / "done").unlink(missing_ok=True)
        declare(root, number)
        watcher = forked(lambda: broken(root))
        own = [number + run if quarrel else None for run in range(RUNS)]
        runs = [forked(lambda other=other: generate(root, other)) for other in own]  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        statuses = [status(run) for run in runs]
        (root / "done").touch()
        told.append({"statuses": statuses, "broken": status(watcher), **end(root)})
    return told


def end(root: Path) -> dict[str, object]:
    """What the next run has to say, once all is quiet."""
    repaired = main(["-C", str(root), "generate"])
    checked = main(["-C", str(root), "check"])
    left = sorted(path.name for path in (root / "generated").glob(".*"))
    return {"repaired": repaired, "checked": checked, "left": left}


if __name__ == "__main__":
    answer = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    told = rounds(Path(sys.argv[1]), int(sys.argv[2]), quarrel=sys.argv[3] == "quarrel")
    os.write(answer, json.dumps(told).encode())
