"""The keys of a response, and of the renderers that it may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal, TypeAlias, get_args

from respgen import renderers
from respgen.decoder import (
    NOT_YET,
    NULL,
    NUMBER,
    TEXT,
    TRUTH,
    WHOLE,
    Checked,
    Keys,
    KeysOf,
    MappingOf,
    Mistake,
    Shape,
    Words,
    either,
    required,
    row,
    settled,
)
from respgen.diagnostics import Rule, nearest, quoted
from respgen.located import Located, Written
from respgen.rules import r0
from respgen.schema.cookie_keys import COOKIES, CookieList, CookieUses
from respgen.schema.headers import ResponseHeaders
from respgen.specs import Kind
from respgen.vocabulary.kinds import KINDS, PLANNED

ParamDefault: TypeAlias = str | int | float | bool | None
Nan: TypeAlias = Literal["error", "null"]


class Status(Keys):
    """A status code that callers may not choose."""

    value: Located[int] = required(WHOLE, "The status code.", 201)
    locked: Located[bool] = settled(
        TRUTH, "Callers cannot choose another status.", False
    )


class Content(Keys):
    """The content under another name."""

    type: Located[str] = required(
        TEXT, "The Python type of the content.", "shop.models.User"
    )
    as_: Located[str] = settled(TEXT, "The parameter's name.", "content")


_DEFAULT: Shape[ParamDefault] = either(
    "text, a number, true, false or null", TEXT, WHOLE, NUMBER, TRUTH, NULL
)


class Param(Keys):
    """A keyword-only constructor parameter that is no header of its own."""

    type: Located[str] = required(TEXT, "Its Python type.", "int")
    required: Located[bool] = settled(
        TRUTH, "Whether callers must give it; else it may be None.", True
    )
    default: Written[ParamDefault] = row(
        _DEFAULT, "What it is where the caller gives nothing."
    )
    description: Located[str] = settled(TEXT, "What it is for.", "")

    def mistake(self) -> Mistake | None:
        required = "required" in self.places and self.required.value
        if not (required and self.default):
            return None
        message = "a required parameter has no default"
        return Mistake(r0.CONFLICT, message, "leave out one of the two", "default")


# Renderers


def _beyond(value: int) -> Mistake | None:
    wrong = Mistake(r0.WRONG_TYPE, f"expected 0 to 16, found {value}")
    return None if 0 <= value <= 16 else wrong


_INDENT = Checked(WHOLE, _beyond, {"minimum": 0, "maximum": 16})
_NAN: Shape[Nan] = Words(get_args(Nan))


class JsonKeys(Keys):
    """Options of the json renderer; silent: the reference's bytes."""

    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "option"

    indent: Written[int | None] = row(
        either("0 to 16, or null", _INDENT, NULL), "Spaces of each level."
    )
    ensure_ascii: Located[bool] = settled(TRUTH, "Escape all but ASCII.", False)
    sort_keys: Located[bool] = settled(TRUTH, "Keys in order.", False)
    default: Written[str] = row(
        TEXT, "Import path of a function called with what JSON cannot hold."
    )
    nan: Located[Nan | None] = settled(
        either("error or null", _NAN, NULL), "What NaN and Infinity become.", "error"
    )


class NoOptions(Keys):
    """Of a renderer that has none."""

    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "option"


class Renderers(Keys):
    """One renderer with its options."""

    planned: ClassVar[frozenset[str]] = renderers.PLANNED
    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "renderer"

    json_: Written[JsonKeys] = row(KeysOf(JsonKeys), "Starlette's JSON bytes.")
    text: Written[NoOptions] = row(KeysOf(NoOptions), "Text as it is.")
    html: Written[NoOptions] = row(KeysOf(NoOptions), "Text as it is.")
    bytes: Written[NoOptions] = row(KeysOf(NoOptions), "Bytes as they are.")

    def mistake(self) -> Mistake | None:
        if len(self.places) == 1:
            return None
        message = "expected one renderer with its options"
        return Mistake(r0.CONFLICT, message, "json: {indent: 2}")


def _unknown_renderer(word: str) -> Mistake | None:
    """A renderer is one of ours, or an import path, which has a colon."""
    if word in renderers.WORDS or ":" in word:
        return None
    planned = word in renderers.PLANNED
    near = nearest(word, renderers.WORDS)
    advice = NOT_YET if planned else near or _of_your_own(word)
    message, known = f"unknown renderer {quoted(word)}", renderers.WORDS
    return Mistake(r0.UNKNOWN_WORD, message, advice, words=known)


def _of_your_own(word: str) -> str:
    """What to write for a renderer that is near to none of ours: a function, perhaps."""
    module, _, name = word.rpartition(".")
    if module and all(part.isidentifier() for part in word.split(".")):
        return f"a function is written '{module}:{name}'"
    return f"one of {', '.join(renderers.WORDS)}"


_RENDERER = Checked(
    TEXT,
    _unknown_renderer,
    {"anyOf": [{"enum": [*renderers.WORDS]}, {"pattern": "^[^:]+:[^:]+$"}]},
)

# Responses

_KIND: Shape[Kind] = Words(tuple(KINDS), PLANNED)
_STATUS: Shape[int | Status] = either(
    "a whole number or a mapping", WHOLE, KeysOf(Status)
)
_CONTENT: Shape[str | Content | None] = either(
    "a Python type as text, a mapping or null", TEXT, NULL, KeysOf(Content)
)
_RENDER: Shape[str | Renderers] = either(
    "text or a mapping", _RENDERER, KeysOf(Renderers)
)
_PARAM: Shape[str | Param] = either("text or a mapping", TEXT, KeysOf(Param))


class Response(Keys):
    """One response class."""

    noun: ClassVar[str] = "a response"
    planned: ClassVar[frozenset[str]] = frozenset(
        {"mixins", "body", "validate", "keep_content", "deprecated"}
    )

    description: Located[str] = settled(TEXT, "The class's docstring.", "")
    extends: Written[str] = row(
        TEXT,
        'The parent: an entry, module.entry of a used module, or "package.module:Class".',
    )
    kind: Written[Kind] = row(_KIND, "empty is implied by 204, 205 and 304.", "body")
    media_type: Written[str] = row(TEXT, "The media type, with parameters if wanted.")
    charset: Written[str] = row(TEXT, "Appended to text/* media types only.", "utf-8")
    status_code: Written[int | Status] = row(
        _STATUS, "The default status, or {value, locked}.", 200
    )
    content: Written[str | Content | None] = row(
        _CONTENT, "The Python type of the content; null: no such parameter."
    )
    render: Written[str | Renderers] = row(
        _RENDER,
        'json, text, html, bytes, {name: {option: value}}, or "package.module:function".',
    )
    params: Located[Mapping[str, Located[str | Param]]] = settled(
        MappingOf(_PARAM),
        "Further keyword-only parameters: their types, or {type, default, required}.",
        {},
    )
    headers: Written[ResponseHeaders] = row(
        KeysOf(ResponseHeaders),
        "Profiles to use, constant headers and header parameters.",
    )
    cookies: Located[CookieList | CookieUses] = settled(
        COOKIES, "Presets that get methods on this class.", ()
    )
