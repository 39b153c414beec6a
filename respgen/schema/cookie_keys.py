"""The keys of a cookie preset, and how a response uses one."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import Field, field_validator, model_validator

from respgen.rules import r0
from respgen.schema.keys import ANull, AText, AWhole, Keys
from respgen.schema.late_keys import ADomain, AFlag, AnAge, APath, ASameSite
from respgen.schema.mistakes import mistake
from respgen.schema.words import MAPPING, one_of


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
            raise mistake(r0.CONFLICT, message, "path: /old")
        return self


class Secret(Keys):
    """Where a secret is: never in a schema."""

    from_: str = Field(
        alias="from",
        description='"package.module:name": text, bytes, or a list of them, the newest last.',
        examples=['"shop.settings:secret"'],
    )


class Signature(Keys):
    """Values that no client can make or change."""

    secret: Secret = Field(
        description="Read, or called, at each set and each reading.",
        examples=['{from: "shop.settings:secret"}'],
    )
    max_age: Annotated[AText | AWhole, one_of("seconds, or a duration such as 30d")] = (
        Field(
            default=0,
            description="How long a value is believed; silent: the preset's max_age.",
        )
    )

    @field_validator("secret", mode="before")
    @classmethod
    def _is_elsewhere(cls, written: object) -> object:
        if not isinstance(written, dict):
            message = "a secret has no place in a schema"
            advice = 'write {from: "shop.settings:secret"}'
            raise mistake(r0.WRONG_TYPE, message, advice)
        return written


class Preset(Keys):
    """A cookie with its attributes; silent: Secure, HttpOnly, SameSite=lax, Path=/."""

    noun: ClassVar[str] = "a cookie preset"

    key: str = Field(
        default="",
        description="The cookie's name, access-{client} with an argument; silent: the preset's.",
    )
    description: str = Field(default="", description="What the cookie is for.")
    max_age: AnAge = Field(
        default=0,
        description="Seconds, or 90s 15m 12h 14d 2w 1y; silent: until the browser closes.",
    )
    secure: AFlag = Field(default=True, description="Sent over TLS only.")
    httponly: bool = Field(default=True, description="Hidden from scripts.")
    samesite: ASameSite = Field(
        default="lax", description="SameSite; unset: no attribute at all."
    )
    path: APath = Field(default="/", description="The path the cookie is sent to.")
    domain: ADomain = Field(
        default="", description="The domain the cookie is sent to; silent: this host."
    )
    partitioned: AFlag = Field(
        default=False, description="Kept apart for each top-level site (CHIPS)."
    )
    priority: Literal["low", "medium", "high", "Low", "Medium", "High"] = Field(
        default="medium",
        description="Priority, a hint that Chrome alone reads; silent: no attribute.",
        json_schema_extra=lambda schema: schema.update(default=""),
    )
    encoding: Literal["plain", "percent", "base64url", "json"] = Field(
        default="plain", description="How a value becomes cookie octets."
    )
    also_delete: list[DeletedScope] = Field(
        default=[], description="Further scopes that a deletion clears."
    )
    formerly: list[DeletedScope] = Field(
        default=[],
        description="Scopes of earlier versions, which every set and every deletion clears.",
    )
    chunks: bool = Field(
        default=False,
        description="A value larger than 4096 octets is spread over up to 8 cookies.",
    )
    sign: Signature = Field(
        default_factory=Signature.model_construct,
        description="Signed by itsdangerous: a value that was changed reads as None.",
    )


class CookieUse(Keys):
    """How a response uses a preset."""

    set: Literal["always"] = Field(
        default="always",
        description="Every response sets the cookie.",
        json_schema_extra=lambda schema: schema.update(default=""),
    )
    value: str = Field(default="", description="The value that is always set.")

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        for key, other in (("set", "value"), ("value", "set")):
            if self.says(key) and not self.says(other):
                example = "set: always" if other == "set" else "value: text"
                raise mistake(r0.MISSING_KEY, f"missing key {other!r}", example, key)
        return self


CookieUses: TypeAlias = dict[
    str, Annotated[ANull | Annotated[CookieUse, MAPPING], one_of("a mapping or null")]
]
CookieList: TypeAlias = list[
    Annotated[AText | Annotated[CookieUses, MAPPING], one_of("text or a mapping")]
]
