"""What the last run saw, so that an up-to-date check need not compile.

Goes in: a project. Comes out: the findings of the run that found this same output up to date for
these same inputs, or None. One changed byte in either, or in the cache itself, and it is None.
Deleting `.respgen_cache/` costs time only, and so does everything that goes wrong here.

The folder lies in the tree that is judged, and somebody may have committed it: an entry counts
only with the code that this user's key gives it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from respgen.diagnostics import Diagnostic, Severity, Span
from respgen.files import contents
from respgen.output import key
from respgen.output.compare import Present
from respgen.output.inputs import digest, fingerprint
from respgen.output.lock import alone
from respgen.output.present import present
from respgen.output.write import replace_all, sweep
from respgen.project import Project
from respgen.source.looks import Answer, unchanged

_FOLDER = ".respgen_cache"


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
        data = contents(project.root / _FOLDER / "last")
        if (secret := key.kept(project.root)) is None:
            return None
        state, memory = _load(data, secret)
        if state == _state(fingerprint(project), present(project.output)):
            return memory if unchanged(memory.looks) else None
    return None


def remember(project: Project, inputs: str, output: Present, memory: Memory) -> None:
    """Keep what was found for `inputs` (a fingerprint) while `output` was up to date with them."""
    with suppress(OSError):
        folder = project.root / _FOLDER
        folder.mkdir(exist_ok=True)
        secret = key.made(project.root)
        if secret is None or folder.is_symlink():
            return  # a link may lead anywhere
        entry = _dump(_state(inputs, output), memory, secret)
        with alone(folder):
            sweep(folder)
            replace_all([(folder / ".gitignore", b"*\n"), (folder / "last", entry)])


def _state(inputs: str, output: Present) -> str:
    there = sorted((name, data) for name, data in output.items() if data is not None)
    links = sorted(name for name, data in output.items() if data is None)
    return digest([(inputs, b""), *there, ("", b""), *((name, b"") for name in links)])


def _dump(state: str, memory: Memory, secret: bytes) -> bytes:
    found = [_row(diagnostic) for diagnostic in memory.found]
    text = json.dumps(
        [state, found, dict(memory.lines), memory.paths, memory.looks]
    ).encode()
    return _code(text, secret) + text


def _load(data: bytes, secret: bytes) -> tuple[str, Memory]:
    """Raises ValueError, TypeError or AttributeError where the data is not what `_dump` made."""
    text = data[64:]
    if data[:64] != _code(text, secret):  # a file cannot measure how long this takes
        raise ValueError("not ours")
    state, found, lines, paths, looks = json.loads(text)
    shown = {name: tuple(texts) for name, texts in lines.items()}
    asked = tuple((question, path, answer) for question, path, answer in looks)
    return state, Memory(tuple(map(_diagnostic, found)), shown, tuple(paths), asked)


def _code(text: bytes, secret: bytes) -> bytes:
    """Its authentication code: keyed BLAKE2 (RFC 7693), which spares the import of hmac."""
    return blake2b(text, key=secret, digest_size=32).hexdigest().encode()


def _row(found: Diagnostic) -> tuple[object, ...]:
    """All but the fix: who fixes compiles."""
    return found.span, found.code, found.severity, found.message, found.help


def _diagnostic(row: Any) -> Diagnostic:
    span, code, severity, message, advice = row
    return Diagnostic(Span(*span), code, Severity(severity), message, advice)
