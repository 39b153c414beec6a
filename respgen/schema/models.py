"""The keys that a schema may have, with their types: what pydantic validates and editors complete.

Field names are the author's words. A default of "" or an empty collection means silent; whether a
key was written is asked of `model_fields_set`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from respgen.diagnostics import Rule
from respgen.rules import r0
from respgen.schema.mistakes import enum_values, header_type, mistake, renderer
from respgen.schema.words import (
    CONSTANT,
    LIST,
    MAPPING,
    NULL,
    NUMBER,
    PARAMETER,
    REMOVAL,
    TEXT,
    TRUTH,
    TYPED,
    WHOLE,
    header_value,
    one_of,
)
from respgen.vocabulary import renderers

AText = Annotated[str, TEXT]
AWhole = Annotated[int, WHOLE]
ANull = Annotated[None, NULL]
ATruth = Annotated[bool, TRUTH]
ANumber = Annotated[float, NUMBER]


class Keys(BaseModel):
    """A mapping whose keys are known. `planned` are keys of the language not built yet."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
    planned: ClassVar[frozenset[str]] = frozenset()
    unknown: ClassVar[Rule] = r0.UNKNOWN_KEY
    elsewhere: ClassVar[frozenset[str]] = frozenset()
    """Keys that other forms of the same mapping have: a conflict here, not unknown."""

    def says(self, key: str) -> bool:
        """Whether the author wrote this key (by the name of its field)."""
        return key in self.model_fields_set


# Headers

Policy: TypeAlias = Annotated[
    Literal["overridable", "locked", "append"],
    Field(
        description="What a caller's header of this name does: it replaces ours, is refused, or joins it."
    ),
]
_HEADER_KEYS = frozenset(
    {
        "type",
        "required",
        "default",
        "as",
        "policy",
        "description",
        "value",
        "values",
        "remove",
    }
)
_PLANNED_HEADER = frozenset({"from", "template"})


class HeaderKeys(Keys):
    planned: ClassVar[frozenset[str]] = _PLANNED_HEADER
    elsewhere: ClassVar[frozenset[str]] = _HEADER_KEYS


class Removal(HeaderKeys):
    """Takes an inherited header away; `null` says the same."""

    # a Literal would take 1 for true
    remove: bool = Field(
        description="Removes the inherited header.", json_schema_extra={"const": True}
    )

    @model_validator(mode="after")
    def _is_true(self) -> Self:
        if not self.remove:
            raise mistake(r0.WRONG_TYPE, "expected true, found false", key="remove")
        return self


class Constant(HeaderKeys):
    """A default header with a policy."""

    value: Annotated[AText | AWhole, one_of("text or a whole number")] = Field(
        description="The field value, as it stands on the wire."
    )
    policy: Policy = "overridable"


TypeWord: TypeAlias = Annotated[
    str,
    AfterValidator(header_type),
    Field(
        description="str int float bool date duration etag weak_etag url token enum, or list[...] of one.",
    ),
]
TypedScalar: TypeAlias = Annotated[
    AText | AWhole | ANumber | ATruth, one_of("text, a number, true or false")
]
TypedValue: TypeAlias = Annotated[
    AText | AWhole | ANumber | ATruth | Annotated[list[TypedScalar], LIST],
    one_of("text, a number, true, false or a list"),
]


class TypedKeys(HeaderKeys):
    """What names a header type."""

    type: TypeWord
    values: list[str] = Field(default=[], description="The values of an enum.")

    @model_validator(mode="after")
    def _enum_has_values(self) -> Self:
        enum_values(self.type, self.values, self.says("values"))
        return self


class TypedConstant(TypedKeys):
    """A default header whose value a header type puts in wire form."""

    value: TypedValue = Field(description="The value, of the header type.")
    policy: Policy = "overridable"


class Parameter(TypedKeys):
    """A header whose value the caller gives: a keyword-only constructor parameter."""

    required: bool = Field(default=False, description="Whether callers must give it.")
    default: TypedValue = Field(
        default="", description="What is sent where the caller gives nothing."
    )
    as_: str = Field(
        default="",
        alias="as",
        description="The parameter's name; silent: the header's, lower-case, - as _.",
    )
    policy: Policy = "overridable"
    description: str = Field(default="", description="What the header says.")

    @model_validator(mode="after")
    def _required_has_no_default(self) -> Self:
        if self.required and self.says("default"):
            message = "a required parameter has no default"
            raise mistake(r0.CONFLICT, message, "leave out one of the two", "default")
        return self


HeaderValue: TypeAlias = Annotated[
    AText
    | AWhole
    | ANull
    | Annotated[Removal, REMOVAL]
    | Annotated[Constant, CONSTANT]
    | Annotated[TypedConstant, TYPED]
    | Annotated[Parameter, PARAMETER],
    header_value(),
]
Headers: TypeAlias = dict[str, HeaderValue]


class ResponseHeaders(Keys):
    """Profiles to use, then headers by their names."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, HeaderValue]
    use: list[str] = Field(
        default=[],
        description="Header profiles, in order; later wins, own headers win over all.",
    )


# Cookies


class DeletedScope(Keys):
    """Where an older cookie of the same name may still live; silent keys are the preset's."""

    path: str = Field(default="", description="The older path.")
    domain: Annotated[AText | ANull, one_of("text or null")] = Field(
        default=None, description="The older domain; null: the host alone."
    )

    @model_validator(mode="after")
    def _differs(self) -> Self:
        if not self.model_fields_set:
            message = "a scope without path and domain is the preset's own"
            raise mistake(r0.CONFLICT, message)
        return self


class Preset(Keys):
    """A cookie with its attributes; silent: Secure, HttpOnly, SameSite=lax, Path=/."""

    key: str = Field(default="", description="The cookie's name; silent: the preset's.")
    description: str = Field(default="", description="What the cookie is for.")
    max_age: Annotated[AText | AWhole, one_of("seconds, or a duration such as 14d")] = (
        Field(
            default=0,
            description="Seconds, or 90s 15m 12h 14d 2w 1y; silent: until the browser closes.",
        )
    )
    secure: bool = Field(default=True, description="Sent over TLS only.")
    httponly: bool = Field(default=True, description="Hidden from scripts.")
    samesite: Literal["lax", "strict", "none", "unset"] = Field(
        default="lax", description="SameSite; unset: no attribute at all."
    )
    path: str = Field(default="/", description="The path the cookie is sent to.")
    domain: str = Field(
        default="", description="The domain the cookie is sent to; silent: this host."
    )
    partitioned: bool = Field(
        default=False, description="Kept apart for each top-level site (CHIPS)."
    )
    priority: Literal["low", "medium", "high", "Low", "Medium", "High"] = Field(
        default="medium", description="Priority, a hint that Chrome alone reads."
    )
    encoding: Literal["plain", "percent", "base64url", "json"] = Field(
        default="plain", description="How a value becomes cookie octets."
    )
    also_delete: list[DeletedScope] = Field(
        default=[], description="Further scopes that a deletion clears."
    )


class CookieUse(Keys):
    """How a response uses a preset."""

    set: Literal["always"] = Field(
        default="always", description="Every response sets the cookie."
    )
    value: str = Field(default="", description="The value that is always set.")

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        for key, other in (("set", "value"), ("value", "set")):
            if self.says(key) and not self.says(other):
                raise mistake(r0.MISSING_KEY, f"missing key {other!r}", key=key)
        return self


CookieUses: TypeAlias = dict[
    str, Annotated[ANull | Annotated[CookieUse, MAPPING], one_of("a mapping or null")]
]
CookieList: TypeAlias = list[
    Annotated[AText | Annotated[CookieUses, MAPPING], one_of("text or a mapping")]
]


# Responses


class Status(Keys):
    value: int = Field(description="The status code.")
    locked: bool = Field(
        default=False, description="Callers cannot choose another status."
    )


class Content(Keys):
    type: str = Field(description="The Python type of the content.")
    as_: str = Field(default="content", alias="as", description="The parameter's name.")


class JsonKeys(Keys):
    """Options of the json renderer; silent: the reference's bytes."""

    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    indent: Annotated[AWhole | ANull, one_of("a whole number or null")] = Field(
        default=None, description="Spaces of each level."
    )
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


class Renderers(Keys):
    """One renderer with its options."""

    planned: ClassVar[frozenset[str]] = renderers.PLANNED
    unknown: ClassVar[Rule] = r0.UNKNOWN_WORD
    json_: JsonKeys = Field(
        default=JsonKeys(), alias="json", description="Starlette's JSON bytes."
    )
    text: NoOptions = Field(default=NoOptions(), description="Text as it is.")
    html: NoOptions = Field(default=NoOptions(), description="Text as it is.")
    bytes: NoOptions = Field(default=NoOptions(), description="Bytes as they are.")

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise mistake(r0.CONFLICT, "expected one renderer with its options")
        return self


class Response(Keys):
    """One response class."""

    planned: ClassVar[frozenset[str]] = frozenset(
        {"mixins", "body", "params", "validate", "keep_content", "deprecated"}
    )
    description: str = Field(default="", description="The class's docstring.")
    extends: str = Field(
        default="",
        description='The parent: an entry, module.entry of a used module, or "package.module:Class".',
    )
    kind: Literal["body", "empty"] = Field(
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
        Annotated[str, AfterValidator(renderer), TEXT] | Annotated[Renderers, MAPPING],
        one_of("text or a mapping"),
    ] = Field(
        default="",
        description='json, text, html, bytes, {name: {option: value}}, or "package.module:function".',
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

    planned: ClassVar[frozenset[str]] = frozenset({"problems"})
    respgen: Literal[1] = Field(description="The version of the schema language.")
    description: str = Field(default="", description="The module's docstring.")
    uses: list[str] = Field(
        default=[], description="Other schema modules whose names this one uses."
    )
    target: Literal["fastapi", "starlette", "core"] = Field(
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
