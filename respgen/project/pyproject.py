"""A pyproject.toml as tomllib reads it.

Goes in: a path, or bytes. Comes out: bytes, or tables; None where there is no file, or no TOML.
"""

from __future__ import annotations

import tomllib
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from respgen import files


class NoProject(Exception):  # noqa: N818 # what is the matter, in two words
    """There is no project here, or a folder it needs; the message says what to do."""


def contents(file: Path) -> bytes | None:
    """Raises NoProject where the file is there and cannot be read."""
    try:
        return files.contents(file)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise NoProject(f"cannot read {file}: {error.strerror}") from error


def declares(data: bytes) -> bool:
    """Whether [tool.respgen] is there, or may be behind a mistake."""
    if b"respgen" not in data:
        return False
    read = document(data)
    return read is None or "respgen" in table(read, "tool")


def document(data: bytes) -> dict[str, Any] | None:
    """The tables of a file; None for what is no TOML."""
    try:
        read = tomllib.loads(data.removeprefix(BOM_UTF8).decode())
        # messages quote values: hexadecimal, they may be too long for str()
        repr(read)
    except (ValueError, RecursionError):  # of UTF-8, of TOML, of int()
        return None
    return read


def table(document: Mapping[str, Any], *path: str) -> dict[str, Any]:
    """The table below a path of keys; empty where something else stands there."""
    for key in path:
        document = document[key] if isinstance(document.get(key), dict) else {}
    return dict(document)
