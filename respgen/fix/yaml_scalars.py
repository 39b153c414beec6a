"""Text as a YAML scalar, in the style that its place had or in the quotes that its file likes.

Goes in: a value. Comes out: YAML 1.2 that reads as that value (sections 7.3 and 8.1).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from respgen.diagnostics import Problems, Span
from respgen.fix.changes import PlainScalar
from respgen.fix.document import Document
from respgen.load.scalars import plain_value
from respgen.load.source import SchemaText

# the mark, the indicators, perhaps a comment, the line break, empty lines, the indentation
_BLOCK = re.compile(r"([|>])[-+0-9]*([ \t]+#[^\r\n]*)?[ \t]*(\r\n?|\n)\s*?( +)(?=\S)")
_LINE = re.compile(r"\S(?:.*\S)?")
_NO_BEGIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@` ]")
_NO_PART = re.compile(r": | #|:$| $")
_NO_PART_OF_FLOW = re.compile(r"[,\[\]{}]")
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class YamlScalars:
    """Writes scalars. `quote` is what the file quotes text with."""

    quote: str

    @classmethod
    def of(cls, document: Document) -> YamlScalars:
        """The more frequent quotes; double ones where there are none."""
        spans = (*document.keys, *document.values)
        marks = Counter(document.written(span)[:1] for span in spans)
        return cls("'" if marks["'"] > marks['"'] else '"')

    def fresh(self, value: PlainScalar, *, flow: bool) -> str:
        """A value that comes to stand where nothing was."""
        if not isinstance(value, str):
            return str(value).lower()
        return value if is_plain(value, flow=flow) else _quoted(value, self.quote)

    def like(self, old: str, value: PlainScalar, *, flow: bool) -> str:
        """A value in the place of what was written as `old`."""
        if block := _BLOCK.match(old):
            mark, comment, line, indent = block.groups(default="")
            return self._block(mark, comment, line + indent, value)
        if isinstance(value, str) and old[:1] in ("'", '"'):
            return _quoted(value, old[0])
        return self.fresh(value, flow=flow)

    def _block(self, mark: str, comment: str, line: str, value: PlainScalar) -> str:
        """One line of text in the old style, or a scalar of another; the comment stays behind."""
        if isinstance(value, str) and _LINE.fullmatch(value) and value.isprintable():
            return f"{mark}-{comment}{line}{value}"
        return self.fresh(value, flow=False) + comment


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether text reads as itself without quotes."""
    if not text or not text.isprintable() or _NO_BEGIN.match(text):
        return False
    if _NO_PART.search(text) or (flow and _NO_PART_OF_FLOW.search(text)):
        return False
    nowhere = SchemaText.of("", "", Problems())
    return plain_value(nowhere, Span.start(""), text) == text


def _quoted(text: str, quote: str) -> str:
    """In these quotes, or in the others where the text has these and not the others."""
    other = "'" if quote == '"' else '"'
    quote = other if quote in text and other not in text else quote
    if quote == '"' or not text.isprintable():
        return f'"{"".join(map(_escaped, text))}"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(character: str) -> str:
    if character.isprintable():
        return _SHORT.get(character, character)
    return _SHORT.get(character) or f"\\U{ord(character):08X}"
