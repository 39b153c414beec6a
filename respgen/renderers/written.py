"""What `render:` may say: the word of a renderer, one with its options, or a function's path.

Goes in: an entry of the tree. Comes out: the renderer as a class has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from respgen.decoder.keys import Keys, KeysOf, row
from respgen.decoder.options import options_of
from respgen.decoder.plain import TEXT, Definitions, Form, Shape
from respgen.decoder.reading import NOT_YET, Mistake, Reading
from respgen.decoder.shapes import either
from respgen.diagnostics import Rule, nearest, quoted
from respgen.load.tree import Entry
from respgen.located import Located, Plain
from respgen.renderers import PLANNED, RENDERERS, WORDS
from respgen.renderers.function import FUNCTION, FunctionOptions
from respgen.rules import r0
from respgen.specs import RendererSpec
from respgen.vocabulary.import_paths import PATH, is_dotted


@dataclass(frozen=True, slots=True)
class _Named:
    """A word of ours, or an import path, which has a colon."""

    takes: frozenset[type] = TEXT.takes

    def read(self, entry: Entry, reading: Reading) -> Located[RendererSpec] | None:
        found = TEXT.read(entry, reading)
        if found is None:
            return None
        if found.value in WORDS:
            spec = RENDERERS[found.value].spec()
        elif ":" not in found.value:
            reading.mistake(_unknown(found.value), entry)
            return None
        elif path := PATH.read(entry, reading):
            spec = FUNCTION.spec(FunctionOptions(path.value))
        else:
            return None
        return Located(spec, found.span, found.key)

    def schema(self, definitions: Definitions) -> Form:
        path: Plain = {"pattern": "^[^:]+:[^:]+$"}
        return {**TEXT.schema(definitions), "anyOf": [{"enum": [*WORDS]}, path]}


def _unknown(word: str) -> Mistake:
    advice = NOT_YET if word in PLANNED else nearest(word, WORDS) or _advice(word)
    message = f"unknown renderer {quoted(word)}"
    return Mistake(r0.UNKNOWN_WORD, message, advice, words=WORDS)


def _advice(word: str) -> str:
    """What to write for a renderer that is near to none of ours: a function, perhaps."""
    module, _, name = word.rpartition(".")
    if module and is_dotted(word):
        return f"a function is written '{module}:{name}'"
    return f"one of {', '.join(WORDS)}"


class _OneRenderer(Keys):
    """One renderer with its options."""

    planned: ClassVar[frozenset[str]] = PLANNED
    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "renderer"

    def mistake(self) -> Mistake | None:
        if len(self.places) == 1:
            return None
        message = "expected one renderer with its options"
        return Mistake(r0.CONFLICT, message, "json: {indent: 2}")


_ROWS: dict[str, Any] = {
    word: row(options_of(RENDERERS[word].options), RENDERERS[word].about)
    for word in WORDS
}
_RENDERERS: KeysOf[_OneRenderer] = KeysOf(
    type("Renderers", (_OneRenderer,), {"__doc__": _OneRenderer.__doc__, **_ROWS})
)


@dataclass(frozen=True, slots=True)
class _WithOptions:
    """A mapping of one word."""

    takes: frozenset[type] = _RENDERERS.takes

    def read(self, entry: Entry, reading: Reading) -> Located[RendererSpec] | None:
        found = _RENDERERS.read(entry, reading)
        if found is None:
            return None
        (word,) = found.value.places
        options = getattr(found.value, word).value
        return Located(RENDERERS[word].spec(options), found.span, found.key)

    def schema(self, definitions: Definitions) -> Form:
        return _RENDERERS.schema(definitions)


RENDER: Shape[RendererSpec] = either("text or a mapping", _Named(), _WithOptions())
