"""What `render:` may say: the word of a renderer, one with its options, or a function's path.

Goes in: an entry of the tree. Comes out: the renderer as a class has it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from respgen.decoder.keys import Keys, KeysOf, row
from respgen.decoder.options import options_of
from respgen.decoder.plain import TEXT, Shape
from respgen.decoder.respelt import meant_word
from respgen.decoder.shapes import Parsed, either
from respgen.diagnostics import Finding, Mend, Rule, nearest, quoted
from respgen.renderers import RENDERERS, WORDS
from respgen.renderers.function import FUNCTION, FunctionOptions
from respgen.rules import r0
from respgen.specs import RendererSpec
from respgen.vocabulary.import_paths import IMPORT_PATH, is_dotted

_ADVICE = "write a renderer such as json, or a function of yours: package.module:name"


def _named(word: str) -> RendererSpec | Finding:
    """A word of ours, or an import path, which has a colon."""
    if word in WORDS:
        return RENDERERS[word].spec()
    if ":" not in word:
        return _unknown(word)
    path = IMPORT_PATH.parse(word)
    return path if isinstance(path, Finding) else FUNCTION.spec(FunctionOptions(path))


def _unknown(word: str) -> Finding:
    advice = nearest(word, WORDS) or _advice(word)
    message = f"unknown renderer {quoted(word)}"
    return Finding(r0.UNKNOWN_WORD, message, advice, fix=Mend(meant_word(word, WORDS)))


def _advice(word: str) -> str:
    """What to write for a renderer that is near to none of ours: a function, perhaps."""
    module, _, name = word.rpartition(".")
    if module and is_dotted(word):
        return f"write a function as '{module}:{name}'"
    return _ADVICE


class _OneRenderer(Keys):
    """One renderer with its options."""

    example: ClassVar[str] = "{json: {indent: 2}}"
    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "renderer"

    def mistake(self) -> Finding | None:
        if len(self.places) == 1:
            return None
        message = "expected exactly one renderer with its options"
        return Finding(r0.CONFLICT, message, "json: {indent: 2}")


_ROWS: dict[str, Any] = {
    word: row(options_of(RENDERERS[word].options), RENDERERS[word].about)
    for word in WORDS
}
_RENDERERS: KeysOf[_OneRenderer] = KeysOf(
    type("Renderers", (_OneRenderer,), {"__doc__": _OneRenderer.__doc__, **_ROWS})
)


def _with_options(keys: _OneRenderer) -> RendererSpec:
    (word,) = keys.places
    return RENDERERS[word].spec(getattr(keys, word).value)


_NAMED = Parsed(
    TEXT, _named, {"anyOf": [{"enum": [*WORDS]}, {"pattern": "^[^:]+:[^:]+$"}]}
)
_WITH_OPTIONS = Parsed(_RENDERERS, _with_options, {})
RENDER: Shape[RendererSpec] = either(
    "text or a mapping", _NAMED, _WITH_OPTIONS, advice=_ADVICE
)
