"""What the last run saw, so that an up-to-date check need not compile.

Goes in: a project. Comes out: the findings of the run that found this same output up to date for
these same inputs, or None. One changed byte in either, or in the cache itself, and it is None.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from respgen.diagnostics import Diagnostic, Severity, Span
from respgen.output.compare import Present
from respgen.output.entries import entry, keep
from respgen.output.inputs import digest, fingerprint
from respgen.output.present import present
from respgen.project import Project
from respgen.source.looks import Answer, unchanged

_ENTRY = "last"


@dataclass(frozen=True, slots=True)
class Memory:
    """What a run found: the warnings, the lines to show under them, the files that it owns.

    `looks` is what it asked of other files, with the answers.
    """

    found: tuple[Diagnostic, ...]
    lines: Mapping[str, tuple[str, ...]]
    paths: tuple[str, ...]
    looks: tuple[Answer, ...] = ()


def recall(project: Project) -> Memory | None:
    """What was remembered, if neither input nor output changed a byte since."""
    # OSError: the compiler meets it too and can say more; the others: the cache is corrupt
    with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
        state, memory = _load(entry(project, _ENTRY))
        if state == _state(fingerprint(project), present(project.output)):
            return memory if unchanged(memory.looks) else None
    return None


def remember(project: Project, inputs: str, output: Present, memory: Memory) -> None:
    """Keep what was found for `inputs` (a fingerprint) while `output` was up to date with them."""
    keep(project, _ENTRY, _dump(_state(inputs, output), memory))


def _state(inputs: str, output: Present) -> str:
    there = sorted((name, data) for name, data in output.items() if data is not None)
    links = sorted(name for name, data in output.items() if data is None)
    return digest([(inputs, b""), *there, ("", b""), *((name, b"") for name in links)])


def _dump(state: str, memory: Memory) -> bytes:
    found = [_row(diagnostic) for diagnostic in memory.found]
    return json.dumps(
        [state, found, dict(memory.lines), memory.paths, memory.looks]
    ).encode()


def _load(text: bytes) -> tuple[str, Memory]:
    """Raises ValueError, TypeError or AttributeError where the data is not what `_dump` made."""
    state, found, lines, paths, looks = json.loads(text)
    shown = {name: tuple(texts) for name, texts in lines.items()}
    asked = tuple((question, path, answer) for question, path, answer in looks)
    return state, Memory(tuple(map(_diagnostic, found)), shown, tuple(paths), asked)


def _row(found: Diagnostic) -> tuple[object, ...]:
    """All but the fix: who fixes compiles."""
    return found.span, found.code, found.severity, found.message, found.help


def _diagnostic(row: Any) -> Diagnostic:
    span, code, severity, message, advice = row
    return Diagnostic(Span(*span), code, Severity(severity), message, advice)
