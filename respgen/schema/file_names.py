"""Names of schema files -> diagnostics where a Python module cannot have them (R011)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from keyword import iskeyword

from respgen.diagnostics import Problems, Span
from respgen.load.tree import SchemaFile
from respgen.rules import r0

_RESERVED = ("_support", "__init__")


def check_file_names(files: Sequence[SchemaFile], problems: Problems) -> None:
    """Each stem names a module of the package: an identifier, not taken, once in any case.

    Case does not count since file systems differ in whether it does.
    """
    first: dict[str, str] = {}
    for file in sorted(files, key=lambda file: file.path):
        for message, advice in _mistakes(file, first):
            problems.add(r0.FILE_NAME, Span.start(file.path), message, advice)
        first.setdefault(file.module.lower(), file.path)


def _mistakes(file: SchemaFile, first: dict[str, str]) -> Iterator[tuple[str, str]]:
    stem = file.module
    if stem.lower() in _RESERVED:
        yield f"{stem!r} is a module that every generated package has", "rename the file"
    elif not (stem.isascii() and stem.isidentifier()) or iskeyword(stem):
        mended = re.sub(r"\W", "_", stem, flags=re.ASCII)
        advice = (
            f"rename it to {mended}" if mended.isidentifier() else "rename the file"
        )
        yield f"{stem!r} cannot name a Python module", advice if mended != stem else ""
    elif stem.lower() in first:
        message = f"{first[stem.lower()]} makes a module of this name already"
        yield message, "rename one of them, or join them"
