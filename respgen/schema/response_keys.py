"""The keys of a response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from respgen.decoder.keys import Keys, KeysOf, required, row, settled
from respgen.decoder.numerals import NUMERAL
from respgen.decoder.options import rows_of
from respgen.decoder.plain import (
    LIST,
    MAPPING,
    NULL,
    NUMBER,
    TEXT,
    TRUTH,
    WHOLE,
    Shape,
)
from respgen.decoder.shapes import ListOf, MappingOf, OneOf, either
from respgen.diagnostics import Finding
from respgen.kinds import DEFAULT, KINDS, MEANT
from respgen.load import tree
from respgen.located import Located, PlainValue, Written
from respgen.renderers import WORDS
from respgen.renderers.written import RENDER
from respgen.rules import r0
from respgen.schema.cookie_keys import COOKIES, CookieList, CookieUses
from respgen.schema.defaults import type_of_default
from respgen.schema.headers import ResponseHeaders
from respgen.specs import ImportPath, RendererSpec, ResponseKind
from respgen.vocabulary.import_paths import IMPORT_PATH

ParamDefault: TypeAlias = str | int | float | bool | None


class Status(Keys):
    """A status code that callers may not choose."""

    value: Located[int] = required(NUMERAL, "The status code.", 201)
    locked: Located[bool] = settled(
        TRUTH, "Callers cannot choose another status.", False
    )


class Content(Keys):
    """The content under another name."""

    type: Located[str] = required(
        TEXT, "The Python type of the content.", "shop.models.User"
    )
    as_: Located[str] = settled(TEXT, "The parameter's name.", "content")

    @classmethod
    def help_for(cls, key: str) -> str:
        """OpenAPI writes media types here."""
        if "/" not in key or len(key) > 60:
            return cls.meant.get(key, "")
        return f"write media_type: {key}, and content: the Python type of the body"


class MediaTypeKeys(Keys):
    """Several media types that callers choose from."""

    example: ClassVar[str] = "{values: [image/png, image/jpeg]}"

    values: Located[tuple[Located[str], ...]] = required(
        ListOf(TEXT), "The media types; the first is the default.", ["image/png"]
    )
    required: Located[bool] = settled(TRUTH, "Whether callers must say which.", False)

    def mistake(self) -> Finding | None:
        texts = [each.value for each in self.values.value]
        if not texts:
            message = "there is no media type to choose"
            return Finding(
                r0.MISSING_KEY, message, "values: [image/png, image/jpeg]", ("values",)
            )
        if twice := next((text for text in texts if texts.count(text) > 1), None):
            message = f"{twice!a} stands there twice"
            return Finding(r0.CONFLICT, message, "leave one out", ("values",))
        return None


_MEDIA_TYPE: Shape[str | MediaTypeKeys] = either(
    "text or a mapping",
    TEXT,
    KeysOf(MediaTypeKeys),
    advice="write one such as application/json, or {values: [image/png, image/jpeg]}",
)
_DEFAULT: Shape[ParamDefault] = either(
    "text, a number, true, false or null",
    *(TEXT, WHOLE, NUMBER, TRUTH, NULL),
    advice="write a single value, or leave it out and pass one",
)


class ParamKeys(Keys):
    """A keyword-only constructor parameter that is no header of its own."""

    type: Located[str] = required(TEXT, "Its Python type.", "int")
    required: Located[bool] = settled(
        TRUTH, "Whether callers must pass it; otherwise it may be None.", True
    )
    default: Written[ParamDefault] = row(
        _DEFAULT, "The value if the caller passes nothing."
    )
    description: Located[str] = settled(TEXT, "What it is for.", "")

    @classmethod
    def needs(cls, word: str, node: tree.Node) -> object:
        return type_of_default(node) or cls.rows[word].example

    def mistake(self) -> Finding | None:
        required = "required" in self.places and self.required.value
        if not (required and self.default):
            return None
        message = "a required parameter cannot have a default"
        return Finding(r0.CONFLICT, message, "leave out one of the two", ("default",))


# Responses

_KIND: Shape[ResponseKind] = OneOf(tuple(KINDS), meant=MEANT)
_STATUS: Shape[int | Status] = either(
    "a whole number or a mapping",
    NUMERAL,
    KeysOf(Status),
    advice="write a status code in digits",
)
_CONTENT: Shape[str | Content | None] = either(
    "a Python type as text, a mapping or null",
    TEXT,
    NULL,
    KeysOf(Content),
    advice="write a type, such as dict[str, int] or shop.models.User",
)
_PARAM: Shape[str | ParamKeys] = either(
    "text or a mapping", TEXT, KeysOf(ParamKeys), advice="write a type such as int"
)


_BODY: Shape[PlainValue] = either(
    "a mapping, a list, text or null",
    *(MAPPING, LIST, TEXT, NULL),
    advice='write a mapping such as {success: true, message: "{message}"}, or a text',
)


_IMPLIED = " ".join(
    f"{row.name} is implied by {', '.join(map(str, sorted(row.implied_by)))}."
    for row in KINDS.values()
    if row.implied_by
)
_OF_KINDS = {
    word: each
    for kind in KINDS.values()
    for word, each in rows_of(kind.options).items()
}


class ResponseKeys(Keys, more=_OF_KINDS):
    """One response class."""

    noun: ClassVar[str] = "a response"
    meant: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("contenttype", "mimetype"), "did you mean 'media_type'?"),
        **dict.fromkeys(
            ("parent", "base", "bases", "inherits", "class"), "did you mean 'extends'?"
        ),
        **dict.fromkeys(
            ("model", "responsemodel", "schema"), "did you mean 'content'?"
        ),
        **dict.fromkeys(("status", "code"), "did you mean 'status_code'?"),
        **dict.fromkeys(("arguments", "args", "parameters"), "did you mean 'params'?"),
        "renderer": "did you mean 'render'?",
        "encoding": "did you mean 'charset'?",
        "doc": "did you mean 'description'?",
        "use": "write it below headers: {use: [...]}",
    }
    example: ClassVar[str] = "{status_code: 200}"

    description: Located[str] = settled(TEXT, "The class's docstring.", "")
    extends: Written[str] = row(
        TEXT,
        'The parent: an entry, module.entry of a used module, or "package.module:Class".',
    )
    kind: Written[ResponseKind] = row(_KIND, _IMPLIED, DEFAULT)
    media_type: Written[str | MediaTypeKeys] = row(
        _MEDIA_TYPE,
        "The media type, optionally with parameters; {values: [...]}: callers choose.",
    )
    charset: Written[str] = row(TEXT, "Added to text/* media types only.", "utf-8")
    status_code: Written[int | Status] = row(
        _STATUS, "The default status, or {value, locked}.", 200
    )
    content: Written[str | Content | None] = row(
        _CONTENT, "The Python type of the content; null: no such parameter."
    )
    render: Written[RendererSpec] = row(
        RENDER,
        f'{", ".join(WORDS)}, {{name: {{option: value}}}}, or "package.module:function".',
    )
    body: Written[PlainValue] = row(
        _BODY,
        "The body: a mapping or a list for JSON, else a text, with {name} as the placeholder of"
        " a param or of {content}; {{ and }} are literal braces. null drops an inherited one.",
        {"success": True, "message": "{message}"},
    )
    omit_none: Written[bool] = row(
        TRUTH, "Leave out members of the body whose placeholder is None.", False
    )
    params: Located[Mapping[str, Located[str | ParamKeys]]] = settled(
        MappingOf(_PARAM, "{item_id: str}"),
        "Further keyword-only parameters: their types, or {type, default, required}.",
        {},
    )
    base_parameters: Written[Mapping[str, Located[str | ParamKeys]]] = row(
        MappingOf(_PARAM, "{tenant: str}"),
        "What the constructor of a class named in extends takes beside the usual: in the form of params.",
        {},
    )
    exception: Located[bool] = settled(
        TRUTH, "Whether the class has an exception that it answers, its Error.", False
    )
    mixins: Located[tuple[Located[ImportPath], ...]] = settled(
        ListOf(IMPORT_PATH),
        'Classes of yours that stand before the base: ["package.module:Class"].',
        (),
    )
    validate: Written[ImportPath] = row(
        IMPORT_PATH,
        "Import path of a function that is called with the content before it is rendered.",
    )
    keep_content: Written[bool] = row(
        TRUTH, "The content stays readable as response.content.", False
    )
    deprecated: Located[str] = settled(
        TEXT, "What callers should do instead: they are warned.", ""
    )
    examples: Located[Mapping[str, Located[Mapping[str, Located[PlainValue]]]]] = (
        settled(
            MappingOf(MAPPING, "{known: {summary: ..., code: 1}}"),
            "Bodies that documents show: what the class is given, beside summary and description.",
            {},
        )
    )
    headers: Written[ResponseHeaders] = row(
        KeysOf(ResponseHeaders),
        "Profiles to use, constant headers and header parameters.",
    )
    cookies: Located[CookieList | CookieUses] = settled(
        COOKIES, "Presets whose methods this class gets.", ()
    )
