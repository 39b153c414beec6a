"""Keys and values as TOML, in the quotes that their place had or that their file likes."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass

from respgen.fix.changes import PlainScalar
from respgen.fix.document import Document

_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class TomlScalars:
    """Writes scalars. `quote` is what the file quotes text with."""

    quote: str

    @classmethod
    def of(cls, document: Document) -> TomlScalars:
        """The more frequent quotes; double ones where there are none."""
        marks = Counter(document.written(span)[:1] for span in document.values)
        return cls("'" if marks["'"] > marks['"'] else '"')

    def key(self, text: str) -> str:
        """A key, in quotes where it needs them."""
        return text if _BARE.fullmatch(text) else _quoted(text, self.quote)

    def value(self, value: PlainScalar, old: str = "") -> str:
        """A value, perhaps in the place of `old`."""
        if not isinstance(value, str):
            return str(value).lower()
        return _quoted(value, old[:1] if old[:1] in ("'", '"') else self.quote)


def _quoted(text: str, quote: str) -> str:
    """A literal string has no escapes: what it cannot hold, a basic one does."""
    literal = "'" not in text and text.isprintable()
    if literal and (quote == "'" or '"' in text):
        return f"'{text}'"
    # JSON's escapes are TOML's, but for pairs of surrogates, which this leaves as they are
    return json.dumps(text, ensure_ascii=False)
