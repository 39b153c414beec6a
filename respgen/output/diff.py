"""A change as a unified diff: what `generate` would do, or for an edited file what the edit did."""

from __future__ import annotations

from difflib import unified_diff

from respgen.output.compare import ChangeKind, FileChange
from respgen.output.stamp import unix

_NOWHERE = "/dev/null"
_NO_NEWLINE = "\n\\ No newline at end of file\n"


def diff(change: FileChange, name: str) -> str:
    """The unified diff of one file, which people know as `name`; empty where nothing differs."""
    old, new = _lines(change.old), _lines(change.new)
    if change.kind is ChangeKind.EDITED:
        return _unified(new, old, f"{name} (generated)", f"{name} (edited by hand)")
    before = _NOWHERE if change.kind is ChangeKind.MISSING else name
    after = (
        _NOWHERE
        if change.kind in {ChangeKind.ORPHAN, ChangeKind.EDITED_ORPHAN}
        else name
    )
    return _unified(old, new, before, after)


def _unified(old: list[str], new: list[str], before: str, after: str) -> str:
    lines = unified_diff(old, new, before, after)
    return "".join(
        line if line.endswith("\n") else line + _NO_NEWLINE for line in lines
    )


def _lines(data: bytes) -> list[str]:
    # LF alone ends a line: str.splitlines would also split inside literals, at FF or U+2028
    *ended, last = unix(data).decode(errors="backslashreplace").split("\n")
    return [line + "\n" for line in ended] + ([last] if last else [])
