"""What no single test has time for, for as long as one likes: `python -m tests.soak schemas --count 60000`.

Each text that breaks a promise is written to a folder, and the exit status is 1 then:

    documents   foreign JSON, TOML and YAML, read as schemas
    schemas     mutated schemas: read, resolved, checked and reported
    fixes       mutated schemas under `lint --fix`: no error is new, and once is enough
    floods      150 kB of one thing: judged and reported in five seconds
    kills       `generate` killed at any moment: every file is an old one or a new one
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import monotonic, process_time

from respgen.cli.reporters import FORMATS, report
from respgen.diagnostics import Severity
from respgen.fix.mend import mend
from respgen.pipeline import Judged, judge
from respgen.project import Project
from tests.soak import kills, texts
from tests.soak.texts import File

_FLOOD = 5.0
"""Seconds of the processor."""


def _project(name: str) -> Project:
    root = Path("/nowhere")
    return Project(root, (root / name,), root / "generated")


def _judged(file: File) -> None:
    name, data = file
    seen = judge(_project(name), {name: data})
    for form in FORMATS:
        text = report(seen.problems, seen.lines, form, False)
        assert "\x1b" not in text, "a control reaches the terminal"


def _flooded(file: File) -> None:
    begun = process_time()
    _judged(file)
    took = process_time() - begun
    assert took < _FLOOD, f"took {took:.1f} s"


def _mended(file: File) -> None:
    name, data = file
    once = mend(_project(name), {name: data})
    assert not _errors(once.after) - _errors(once.before), "an error is new"
    assert not once.refused or once.data[name] == data or once.fixed
    twice = mend(_project(name), once.data)
    assert twice.data == once.data, "once is not enough"


def _errors(seen: Judged) -> Counter[str]:
    return Counter(
        each.code for each in seen.problems if each.severity is Severity.ERROR
    )


KINDS: dict[str, tuple[Callable[[int], Iterator[File]], Callable[[File], None]]] = {
    "documents": (lambda seed: texts.documents(), _judged),
    "schemas": (texts.mutated, _judged),
    "fixes": (texts.mutated, _mended),
    "floods": (texts.floods, _flooded),
}


def _broken(check: Callable[[File], None], file: File) -> str:
    try:
        check(file)
    except Exception:
        return traceback.format_exc()
    return ""


def _soak(
    kind: str, count: int, seed: int, seconds: float, folder: Path
) -> tuple[int, int]:
    """How many were tried, and how many of them broke a promise."""
    made, check = KINDS[kind]
    begun, tried, bad = monotonic(), 0, 0
    for file in islice(made(seed), count or None):
        if monotonic() - begun > seconds:
            break
        tried += 1
        if why := _broken(check, file):
            bad += 1
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{kind}-{tried}-{file[0]}").write_bytes(file[1])
            (folder / f"{kind}-{tried}.txt").write_text(why)
            print(f"{kind} {tried}: {why.splitlines()[-1]}", flush=True)
    return tried, bad


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("kind", choices=[*KINDS, "kills"])
    parser.add_argument(
        "--count", type=int, default=1_000, help="0: all that there are"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=3_600)
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir(), "soak")
    )
    said = parser.parse_args()
    if said.kind == "kills":
        tried, bad = kills.killed(said.count, said.seed, said.folder)
    else:
        tried, bad = _soak(said.kind, said.count, said.seed, said.seconds, said.folder)
    print(f"{said.kind}: {tried:,} tried, {bad:,} of them bad")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
