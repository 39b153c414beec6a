"""The keys of a cookie preset, and how a response uses one."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from respgen.rules import r0
from respgen.schema.keys import ANull, AText, AWhole, Keys
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


class Preset(Keys):
    """A cookie with its attributes; silent: Secure, HttpOnly, SameSite=lax, Path=/."""

    noun: ClassVar[str] = "a cookie preset"

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
