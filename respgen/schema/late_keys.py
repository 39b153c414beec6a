"""Attributes of a cookie that run time decides: `{from: ...}`, or `{argument: true}`."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from respgen.rules import r0
from respgen.schema.keys import ANull, AText, ATruth, AWhole, Keys
from respgen.schema.mistakes import mistake
from respgen.schema.words import MAPPING, TEXT, one_of

SameSite: TypeAlias = Literal["lax", "strict", "none", "unset"]


class Late(Keys):
    """An attribute that is read at each set and deletion, or that callers give."""

    noun: ClassVar[str] = "a cookie's attribute of run time"

    from_: str = Field(
        default="",
        alias="from",
        description='"package.module:name", read, or called, at each set and deletion.',
    )
    argument: bool = Field(
        default=False,
        description="Callers give it, by keyword.",
        json_schema_extra=lambda schema: schema.update(const=True, default=""),
    )
    default: object = None

    @model_validator(mode="after")
    def _has_one_origin(self) -> Self:
        if self.says("argument") and not self.argument:
            message = "expected true, found false"
            raise mistake(r0.WRONG_TYPE, message, "write the value itself", "argument")
        if self.says("from_") and self.argument:
            message = "read at run time, or given by callers: not both"
            raise mistake(r0.CONFLICT, message, "leave out one of the two", "argument")
        if not self.says("from_") and not self.argument:
            advice = "from: package.module:name, or argument: true"
            raise mistake(r0.MISSING_KEY, "missing key 'from'", advice)
        if self.says("default") and not self.argument:
            message = "what is read at run time has no default"
            raise mistake(r0.CONFLICT, message, "leave it out", "default")
        return self


_DEFAULT = "What is sent where callers give nothing; silent: they have to."


class LateAge(Late):
    """Max-Age; `default: null` keeps the cookie until the browser closes."""

    default: Annotated[
        AText | AWhole | ANull, one_of("seconds, a duration such as 14d, or null")
    ] = Field(default=None, description=_DEFAULT)


class LatePath(Late):
    """Path."""

    default: str = Field(default="", description=_DEFAULT)


class LateDomain(Late):
    """Domain; `default: null` is this host alone."""

    default: Annotated[AText | ANull, one_of("text or null")] = Field(
        default=None, description=_DEFAULT
    )


class LateSameSite(Late):
    """SameSite; `default: unset` sends no such attribute."""

    default: SameSite = Field(
        default="unset",
        description=_DEFAULT,
        json_schema_extra=lambda schema: schema.update(default=""),
    )


class LateTruth(Late):
    """Secure or Partitioned."""

    default: bool = Field(
        default=False,
        description=_DEFAULT,
        json_schema_extra=lambda schema: schema.update(default=""),
    )


AnAge: TypeAlias = Annotated[
    AText | AWhole | Annotated[LateAge, MAPPING],
    one_of("seconds, a duration such as 14d, or a mapping"),
]
APath: TypeAlias = Annotated[
    AText | Annotated[LatePath, MAPPING], one_of("text or a mapping")
]
ADomain: TypeAlias = Annotated[
    AText | Annotated[LateDomain, MAPPING], one_of("text or a mapping")
]
ASameSite: TypeAlias = Annotated[
    Annotated[SameSite, TEXT] | Annotated[LateSameSite, MAPPING],
    one_of("text or a mapping"),
]
AFlag: TypeAlias = Annotated[
    ATruth | Annotated[LateTruth, MAPPING], one_of("true, false or a mapping")
]
