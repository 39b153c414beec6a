"""The keys of a header: a constant, a typed constant, a parameter, or its removal."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    JsonValue,
    WithJsonSchema,
    model_validator,
)

from respgen.rules import r0
from respgen.schema.keys import ANull, ANumber, AText, ATruth, AWhole, Keys
from respgen.schema.mistakes import (
    enum_values,
    header_type,
    mistake,
    template_type,
    text_types,
    type_words,
)
from respgen.schema.words import (
    COMPUTED,
    CONSTANT,
    HEADER_KEYS,
    LIST,
    MAPPING,
    OF_PARAMETERS,
    PARAMETER,
    REMOVAL,
    SOURCE,
    TEMPLATE,
    TYPED,
    header_value,
    one_of,
)

Policy: TypeAlias = Annotated[
    Literal["overridable", "locked", "append"],
    Field(
        description="What a caller's header of this name does: it replaces ours, is refused, or joins it."
    ),
]
AList = Annotated[list[JsonValue], LIST]
AMapping = Annotated[dict[str, JsonValue], MAPPING]
_OWN_FORM = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"not": {"enum": sorted(HEADER_KEYS - OF_PARAMETERS)}},
}
FieldMapping = Annotated[dict[str, JsonValue], WithJsonSchema(_OWN_FORM), MAPPING]
"""The field's own form; which fields have one, and what it is, their grammars say."""


class HeaderKeys(Keys):
    """What the mappings that a header can be have in common."""

    elsewhere: ClassVar[frozenset[str]] = HEADER_KEYS
    advice: ClassVar[str] = (
        "a header's mapping has type or value; other constants are text"
    )


class Removal(HeaderKeys):
    """Takes an inherited header away; `null` says the same."""

    # a Literal would take 1 for true
    remove: bool = Field(
        description="Removes the inherited header.", json_schema_extra={"const": True}
    )

    @model_validator(mode="after")
    def _is_true(self) -> Self:
        if not self.remove:
            message = "expected true, found false"
            raise mistake(r0.WRONG_TYPE, message, "leave the header out", "remove")
        return self


class Constant(HeaderKeys):
    """A default header with a policy."""

    value: Annotated[
        AText | AWhole | AList | AMapping,
        one_of("text, a whole number, a list or a mapping"),
    ] = Field(
        description="The field value, as it stands on the wire or in the field's own form."
    )
    policy: Policy = "overridable"


TypeWord: TypeAlias = Annotated[
    str,
    AfterValidator(header_type),
    Field(
        description="What the header holds: a type, or list[...] of one.",
        examples=["str"],
        json_schema_extra={"enum": [*type_words()]},
    ),
]
TypedValue: TypeAlias = Annotated[
    AText | AWhole | ANumber | ATruth | AList | AMapping,
    one_of("text, a number, true, false, a list or a mapping"),
]
"""Which of them it has to be, the header type says."""


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

    noun: ClassVar[str] = "a header parameter"

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


_TEXT_TYPES = {"enum": [*text_types(), "json"]}


class Source(TypedKeys):
    """A header whose value is read, or called, for each response."""

    type: TypeWord = "str"
    from_: str = Field(
        alias="from",
        description='Import path, "package.module:name", of the value or of a function without'
        " parameters that returns it.",
        examples=["shop.settings:settings.region"],
    )
    policy: Policy = "overridable"
    description: str = Field(default="", description="What the header says.")


class Template(HeaderKeys):
    """A header whose value is a text or a JSON document with places for params."""

    template: Annotated[AText | AMapping, one_of("text or a mapping")] = Field(
        description="The value, with {name} where a param stands; {{ and }} are braces. A mapping"
        " is a JSON object: a key whose param is None is left out.",
        examples=["/items/{item_id}"],
    )
    type: Annotated[
        str, AfterValidator(template_type), Field(json_schema_extra=_TEXT_TYPES)
    ] = Field(
        default="",
        description="What judges the whole; silent: json of a mapping, url where the field holds"
        " one, else str.",
    )
    policy: Policy = "overridable"
    description: str = Field(default="", description="What the header says.")

    @model_validator(mode="after")
    def _json_is_a_mapping(self) -> Self:
        is_mapping = not isinstance(self.template, str)
        if self.says("type") and is_mapping != (self.type == "json"):
            message = "a template of json is a mapping, any other is text"
            raise mistake(r0.CONFLICT, message, "leave out type", "type")
        return self


class Computed(HeaderKeys):
    """A header that is computed of the body."""

    of: Literal["body"] = Field(description="What it is computed of.")
    type: Literal["etag", "weak_etag", "digest"] = Field(
        description="An entity tag, or a digest as a structured dictionary.",
        examples=["etag"],
    )
    algorithm: Literal["sha-256", "sha-512"] = Field(
        default="sha-256", description="That of a digest."
    )
    policy: Policy = "overridable"
    description: str = Field(default="", description="What the header says.")

    @model_validator(mode="after")
    def _algorithm_of_a_digest(self) -> Self:
        if self.says("algorithm") and self.type != "digest":
            message = "an algorithm belongs to a digest"
            raise mistake(r0.CONFLICT, message, "type: digest", "algorithm")
        return self


HeaderValue: TypeAlias = Annotated[
    AText
    | AWhole
    | ANull
    | AList
    | FieldMapping
    | Annotated[Removal, REMOVAL]
    | Annotated[Constant, CONSTANT]
    | Annotated[TypedConstant, TYPED]
    | Annotated[Parameter, PARAMETER]
    | Annotated[Source, SOURCE]
    | Annotated[Template, TEMPLATE]
    | Annotated[Computed, COMPUTED],
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
