"""A change as a unified diff: what `generate` would do, or for an edited file what the edit did."""

from __future__ import annotations

from difflib import unified_diff

from respgen.output.compare import ChangeKind, FileChange
from respgen.output.sections import seal_line
from respgen.output.stamp import Part, Reading, read, unix

_NOWHERE = "/dev/null"
_NO_NEWLINE = "\n\\ No newline at end of file\n"


def diff(change: FileChange, name: str) -> str:
    """The unified diff of one file, which people know as `name`; empty where nothing differs."""
    old, new = _lines(change.old), _lines(change.new)
    if change.kind is ChangeKind.EDITED:
        wanted = read(change.new)
        without, edited = _undone(read(change.old, wanted.names), wanted)
        return _unified(
            without, edited, f"{name} (generated)", f"{name} (edited by hand)"
        )
    before = _NOWHERE if change.kind is ChangeKind.MISSING else name
    after = (
        _NOWHERE
        if change.kind in {ChangeKind.ORPHAN, ChangeKind.EDITED_ORPHAN}
        else name
    )
    return _unified(old, new, before, after)


def _undone(old: Reading, new: Reading) -> tuple[list[str], list[str]]:
    """The file without its edits, and with them: what the schema changed elsewhere is in neither."""
    wanted = {part.section.names: part for part in reversed(new.parts[1:])}
    without, edited = [*old.top], [*old.top]
    for part in old.parts:
        with_edit = _shown(part)
        edited += with_edit
        if not part.edited:
            without += with_edit
        elif part is old.parts[0]:
            without += _shown(new.parts[0])
        elif original := wanted.get(part.section.names[:1]):
            without += _shown(original)
    return _split(_visible(without)), _split(_visible(edited))


def _visible(lines: list[str]) -> str:
    """Text with what is no UTF-8 as escapes."""
    data = "\n".join(lines).encode(errors="surrogateescape")
    return data.decode(errors="backslashreplace")


def _shown(part: Part) -> list[str]:
    lines = part.section.text.split("\n")
    return [seal_line(part.claimed), *lines] if part.claimed else lines


def _unified(old: list[str], new: list[str], before: str, after: str) -> str:
    lines = unified_diff(old, new, before, after)
    return "".join(
        line if line.endswith("\n") else line + _NO_NEWLINE for line in lines
    )


def _lines(data: bytes) -> list[str]:
    return _split(unix(data).decode(errors="backslashreplace"))


def _split(text: str) -> list[str]:
    # LF alone ends a line: str.splitlines would also split inside literals, at FF or U+2028
    *ended, last = text.split("\n")
    return [line + "\n" for line in ended] + ([last] if last else [])
