"""Import paths as authors write them: `package.module:name`."""

from __future__ import annotations

from respgen.decoder.plain import TEXT
from respgen.decoder.shapes import Parsed
from respgen.diagnostics import Finding, quoted
from respgen.rules import r1
from respgen.specs.types import ImportPath
from respgen.vocabulary.identifiers import is_identifier

LENGTH = 1_000
"""Characters of an import path or a type expression."""


class Refused(Exception):  # noqa: N818 # caught where it is raised, in one word
    """The text is no type or path. `advice` says what to write instead."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def import_path(text: str) -> ImportPath:
    """`package.module:name`, the name dotted where it is nested. Raises Refused."""
    module, colon, name = text.partition(":")
    if colon and len(text) <= LENGTH and is_dotted(module) and is_dotted(name):
        return ImportPath(module, name)
    raise Refused(f"{quoted(text)} is not an import path", _advice(text))


def _advice(text: str) -> str:
    """Where the colon goes, which a dotted name alone does not tell: most often before the last."""
    module, dot, name = text.rpartition(".")
    if dot and len(text) <= LENGTH and is_dotted(module) and is_dotted(name):
        return f"write '{module}:{name}'"
    return "package.module:name"


def is_dotted(text: str) -> bool:
    """Whether these are identifiers with dots between them."""
    return all(is_identifier(part) for part in text.split("."))


def _path(text: str) -> ImportPath | Finding:
    try:
        return import_path(text)
    except Refused as refused:
        return Finding(r1.IMPORT_PATH, refused.message, refused.advice)


IMPORT_PATH = Parsed(TEXT, _path, {})
