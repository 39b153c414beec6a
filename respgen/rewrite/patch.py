"""What changes in a file, as a patch that git applies.

Goes in: the bytes before and after. Comes out: a unified diff as bytes, since a file may be in any
encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import diff_bytes, unified_diff
from pathlib import Path

_NO_NEWLINE = b"\n\\ No newline at end of file\n"
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_UNSAFE = re.compile(rb'[\x00-\x1f\x7f"\\]')
_SHORT = {b"\t": b"\\t", b"\n": b"\\n", b'"': b'\\"', b"\\": b"\\\\"}


def diff(name: str, old: bytes, new: bytes) -> bytes:
    """The unified diff of a file, which the patch knows by `name`; empty where nothing differs."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    paths = _path(f"a/{name}"), _path(f"b/{name}")
    lines = diff_bytes(unified_diff, before, after, *paths)
    return b"".join(_ended(lines))


def base(folder: Path) -> Path:
    """Where the names of a patch start: the root of the work tree that a folder is in, if any."""
    for above in (folder, *folder.parents):
        if (above / ".git").exists():
            return above
    return folder


def _ended(lines: Iterator[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield line if line.endswith(b"\n") else line + _NO_NEWLINE


def _path(name: str) -> bytes:
    """A path as git writes it."""
    data = name.encode(errors="surrogateescape")
    if _UNSAFE.search(data):
        return b'"%s"' % _UNSAFE.sub(_escaped, data)
    return data + b"\t" if b" " in data else data


def _escaped(found: re.Match[bytes]) -> bytes:
    return _SHORT.get(found[0]) or b"\\%03o" % found[0][0]
