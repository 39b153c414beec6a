"""What `render:` may say: the word of a renderer, one with its options, or a function's path.

Goes in: an entry of the tree. Comes out: the renderer as a class has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from respgen.decoder.keys import Keys, KeysOf, others, row
from respgen.decoder.options import options_of
from respgen.decoder.plain import NULL, NUMBER, TEXT, TRUTH, WHOLE, Shape
from respgen.decoder.respelt import meant_word
from respgen.decoder.shapes import ListOf, MappingOf, Parsed, either
from respgen.diagnostics import Finding, Mend, Rule, nearest, quoted
from respgen.located import Located
from respgen.renderers import RENDERERS, WORDS
from respgen.renderers.function import FUNCTION, Constant, FunctionOptions, Scalar
from respgen.renderers.options import GIVEN, Given
from respgen.rules import r0, r1
from respgen.specs import RendererSpec
from respgen.vocabulary.identifiers import is_identifier
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


_ITEM: Shape[Scalar] = either(
    "text, a number, true, false or null",
    *(TEXT, WHOLE, NUMBER, TRUTH, NULL),
    advice="write a single value",
)
_LIST: Shape[Constant | Given] = Parsed(
    ListOf(_ITEM), lambda found: tuple(each.value for each in found), {}
)
_VALUE: Shape[Constant | Given] = either(
    "a constant, a list of them, or {argument: name}",
    *(TEXT, WHOLE, NUMBER, TRUTH, NULL, _LIST, GIVEN),
    advice="write a constant, or {argument: name}",
)


class _OneRenderer(Keys):
    """One renderer with its options."""

    example: ClassVar[str] = "{json: {indent: 2}}"
    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "renderer"

    functions: Mapping[str, Located[Mapping[str, Located[Constant | Given]]]] = others(
        MappingOf(_VALUE, "{title: Stock}")
    )

    def mistake(self) -> Finding | None:
        for word, keys in self.functions.items():
            if ":" not in word:
                return replace(_unknown(word), at=keys.key, fix=None)
        if len(self.places) + len(self.functions) == 1:
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


def _with_options(keys: _OneRenderer) -> RendererSpec | Finding:
    for word, found in keys.functions.items():
        path = IMPORT_PATH.parse(word)
        if isinstance(path, Finding):
            return replace(path, at=found.key)
        for name, value in found.value.items():
            if not is_identifier(name):
                message = f"{quoted(name)} is not the name of a parameter"
                advice = "name a keyword parameter of the function"
                return Finding(r1.PARAMETER_NAME, message, advice, value.key)
        bound = tuple((name, each.value) for name, each in found.value.items())
        return FUNCTION.spec(FunctionOptions(path, (), bound))
    (word,) = keys.places
    return RENDERERS[word].spec(getattr(keys, word).value)


_NAMED = Parsed(
    TEXT, _named, {"anyOf": [{"enum": [*WORDS]}, {"pattern": "^[^:]+:[^:]+$"}]}
)
_WITH_OPTIONS = Parsed(_RENDERERS, _with_options, {})
RENDER: Shape[RendererSpec] = either(
    "text or a mapping", _NAMED, _WITH_OPTIONS, advice=_ADVICE
)
