"""The names of schema files, which become those of Python modules (R011)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from keyword import iskeyword

from respgen.diagnostics import Problems, Span, quoted
from respgen.load.tree import SchemaFile
from respgen.rules import r0

_OURS = ("_support", "_framework", "_later", "_openapi", "openapi", "__init__")


def named(files: Sequence[SchemaFile], problems: Problems) -> Iterator[SchemaFile]:
    """The files whose stem can be a module, the first of each stem; the others are reported."""
    first: dict[str, SchemaFile] = {}
    for file in sorted(files, key=lambda file: file.path):
        other = first.setdefault(file.module.lower(), file)
        why = why_not(file.module)
        if why:
            problems.add(r0.FILE_NAME, Span.start(file.path), why, "rename the file")
        elif other is not file:
            message = f"{file.path} and {other.path} would generate the same module"
            problems.add(
                r0.FILE_NAME, Span.start(file.path), message, "rename one of them"
            )
        else:
            yield file


def why_not(stem: str) -> str:
    """Why no module can have this name; empty where one can."""
    if stem.lower() in _OURS:
        return f"the module name {quoted(stem)} is reserved in every generated package"
    if not (stem.isascii() and stem.isidentifier()) or iskeyword(stem):
        return f"{quoted(stem)} is not a valid name for a Python module"
    return ""
