"""The keys that a schema may have, with their types: what pydantic validates and editors complete.

Field names are the author's words. A default of "" or an empty collection means silent; whether a
key was written is asked of `Keys.says`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from respgen import renderers
from respgen.diagnostics import Rule
from respgen.rules import r0
from respgen.schema.cookie_keys import CookieList, CookieUses, Preset
from respgen.schema.header_keys import Headers, ResponseHeaders
from respgen.schema.keys import ANull, ANumber, AText, ATruth, AWhole, Keys
from respgen.schema.mistakes import mistake, renderer
from respgen.schema.words import LIST, MAPPING, TEXT, WHOLE, one_of
from respgen.vocabulary.kinds import KINDS
from respgen.vocabulary.targets import TARGETS

if TYPE_CHECKING:  # mypy takes no Literal of a table
    KindWord: TypeAlias = str
    TargetWord: TypeAlias = str
else:
    KindWord, TargetWord = Literal[tuple(KINDS)], Literal[tuple(TARGETS)]


class Status(Keys):
    value: int = Field(description="The status code.", examples=[201])
    locked: bool = Field(
        default=False, description="Callers cannot choose another status."
    )


class Content(Keys):
    type: str = Field(
        description="The Python type of the content.", examples=["shop.models.User"]
    )
    as_: str = Field(default="content", alias="as", description="The parameter's name.")


class Param(Keys):
    """A keyword-only constructor parameter that is no header of its own."""

    type: str = Field(description="Its Python type.", examples=["int"])
    required: bool = Field(
        default=True, description="Whether callers must give it; else it may be None."
    )
    default: Annotated[
        AText | AWhole | ANumber | ATruth | ANull,
        one_of("text, a number, true, false or null"),
    ] = Field(default=None, description="What it is where the caller gives nothing.")
    description: str = Field(default="", description="What it is for.")

    @model_validator(mode="after")
    def _required_has_no_default(self) -> Self:
        if self.says("required") and self.required and self.says("default"):
            message = "a required parameter has no default"
            raise mistake(r0.CONFLICT, message, "leave out one of the two", "default")
        return self


class JsonKeys(Keys):
    """Options of the json renderer; silent: the reference's bytes."""

    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "option"
    indent: Annotated[
        Annotated[int, Field(ge=0, le=16), WHOLE] | ANull, one_of("0 to 16, or null")
    ] = Field(default=None, description="Spaces of each level.")
    ensure_ascii: bool = Field(default=False, description="Escape all but ASCII.")
    sort_keys: bool = Field(default=False, description="Keys in order.")
    default: str = Field(
        default="",
        description="Import path of a function called with what JSON cannot hold.",
    )
    nan: Annotated[
        Annotated[Literal["error", "null"], TEXT] | ANull, one_of("error or null")
    ] = Field(default="error", description="What NaN and Infinity become.")


class NoOptions(Keys):
    """Of a renderer that has none."""

    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "option"


class Renderers(Keys):
    """One renderer with its options."""

    planned: ClassVar[frozenset[str]] = renderers.PLANNED
    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    called: ClassVar[str] = "renderer"
    json_: JsonKeys = Field(
        default=JsonKeys(), alias="json", description="Starlette's JSON bytes."
    )
    text: NoOptions = Field(default=NoOptions(), description="Text as it is.")
    html: NoOptions = Field(default=NoOptions(), description="Text as it is.")
    bytes: NoOptions = Field(default=NoOptions(), description="Bytes as they are.")

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            message = "expected one renderer with its options"
            raise mistake(r0.CONFLICT, message, "json: {indent: 2}")
        return self


_RENDER: dict[str, object] = {
    "anyOf": [
        {"enum": [*renderers.WORDS]},
        {"type": "string", "pattern": "^[^:]+:[^:]+$"},
    ]
}


class Response(Keys):
    """One response class."""

    noun: ClassVar[str] = "a response"

    planned: ClassVar[frozenset[str]] = frozenset(
        {"mixins", "body", "validate", "keep_content", "deprecated"}
    )
    description: str = Field(default="", description="The class's docstring.")
    extends: str = Field(
        default="",
        description='The parent: an entry, module.entry of a used module, or "package.module:Class".',
    )
    kind: KindWord = Field(
        default="body", description="empty is implied by 204, 205 and 304."
    )
    media_type: str = Field(
        default="", description="The media type, with parameters if wanted."
    )
    charset: str = Field(
        default="utf-8", description="Appended to text/* media types only."
    )
    status_code: Annotated[
        AWhole | Annotated[Status, MAPPING], one_of("a whole number or a mapping")
    ] = Field(default=200, description="The default status, or {value, locked}.")
    content: Annotated[
        AText | ANull | Annotated[Content, MAPPING],
        one_of("a Python type as text, a mapping or null"),
    ] = Field(
        default="",
        description="The Python type of the content; null: no such parameter.",
    )
    render: Annotated[
        Annotated[str, AfterValidator(renderer), WithJsonSchema(_RENDER), TEXT]
        | Annotated[Renderers, MAPPING],
        one_of("text or a mapping"),
    ] = Field(
        default="",
        description='json, text, html, bytes, {name: {option: value}}, or "package.module:function".',
    )
    params: dict[
        str, Annotated[AText | Annotated[Param, MAPPING], one_of("text or a mapping")]
    ] = Field(
        default={},
        description="Further keyword-only parameters: their types, or {type, default, required}.",
    )
    headers: ResponseHeaders = Field(
        default_factory=ResponseHeaders.model_construct,
        description="Profiles to use, constant headers and header parameters.",
    )
    cookies: Annotated[
        Annotated[CookieList, LIST] | Annotated[CookieUses, MAPPING],
        one_of("a list or a mapping"),
    ] = Field(default=[], description="Presets that get methods on this class.")


class Module(Keys):
    """A schema file: one Python module of responses."""

    noun: ClassVar[str] = "the file itself"

    planned: ClassVar[frozenset[str]] = frozenset({"problems"})
    respgen: Literal[1] = Field(description="The version of the schema language.")
    description: str = Field(default="", description="The module's docstring.")
    uses: list[str] = Field(
        default=[], description="Other schema modules whose names this one uses."
    )
    target: TargetWord = Field(
        default="fastapi",
        description="What the classes derive from; silent: the project's.",
    )
    headers: dict[str, Headers] = Field(
        default={}, description="Header profiles, by name."
    )
    cookies: dict[str, Preset] = Field(
        default={}, description="Cookie presets, by name."
    )
    responses: dict[str, Response] = Field(
        default={}, description="Response classes, by name."
    )
