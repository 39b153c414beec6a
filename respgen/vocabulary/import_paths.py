"""Import paths as authors write them: `package.module:name`."""

from __future__ import annotations

from dataclasses import replace

from respgen.decoder.plain import TEXT
from respgen.decoder.shapes import Parsed
from respgen.diagnostics import Finding, Malformed, Span, quoted
from respgen.rules import r1
from respgen.specs.types import ImportPath
from respgen.vocabulary.identifiers import is_identifier

LENGTH = 1_000
"""Characters of an import path or a type expression."""


def import_path(text: str) -> ImportPath:
    """`package.module:name`, the name dotted where it is nested. Raises Malformed."""
    module, colon, name = text.partition(":")
    if colon and len(text) <= LENGTH and is_dotted(module) and is_dotted(name):
        return ImportPath(module, name)
    message = f"{quoted(text)} is not an import path"
    raise Malformed(Finding(r1.IMPORT_PATH, message, _advice(text)))


def _advice(text: str) -> str:
    """Where the colon goes, which a dotted name alone does not tell: most often before the last."""
    module, dot, name = text.rpartition(".")
    if dot and len(text) <= LENGTH and is_dotted(module) and is_dotted(name):
        return f"write '{module}:{name}'"
    if "(" in text:
        return "write package.module:name, the name of a function of yours that makes the call"
    return "write package.module:name"


def is_dotted(text: str) -> bool:
    """Whether these are identifiers with dots between them."""
    return all(is_identifier(part) for part in text.split("."))


def _path(text: str) -> ImportPath | Finding:
    try:
        return import_path(text)
    except Malformed as refused:
        return refused.found


def placed(path: ImportPath, span: Span) -> ImportPath:
    """A path knows its place, which may be deep in what another key says."""
    return replace(path, span=span)


IMPORT_PATH = Parsed(TEXT, _path, {}, placed)
