"""Attributes of a cookie that run time decides: `{from: ...}`, or `{argument: true}`."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from respgen.core import cookie_attributes
from respgen.decoder.keys import Keys, KeysOf, row
from respgen.decoder.plain import NULL, TEXT, TRUE, TRUTH, WHOLE, Shape
from respgen.decoder.reading import Mistake
from respgen.decoder.shapes import Words, either
from respgen.located import Written
from respgen.rules import r0

SameSite: TypeAlias = cookie_attributes.SameSite | Literal["unset"]
_SAMESITE: Shape[SameSite] = Words((*cookie_attributes.SAMESITE_VALUES, "unset"))


class AttributeOrigin(Keys):
    """An attribute that is read at each set and deletion, or that callers give."""

    noun: ClassVar[str] = "a cookie's attribute of run time"

    from_: Written[str] = row(
        TEXT, '"package.module:name", read, or called, at each set and deletion.'
    )
    argument: Written[bool] = row(TRUE, "Callers give it, by keyword.")
    default: Written[object] = None

    def mistake(self) -> Mistake | None:
        """It has one origin."""
        if self.argument and not self.argument.value:
            message = "expected true, found false"
            return Mistake(r0.WRONG_TYPE, message, "write the value itself", "argument")
        if self.from_ and self.argument:
            message = "read at run time, or given by callers: not both"
            return Mistake(r0.CONFLICT, message, "leave out one of the two", "argument")
        if not self.from_ and not self.argument:
            advice = "from: package.module:name, or argument: true"
            return Mistake(r0.MISSING_KEY, "missing key 'from'", advice)
        if self.default and not self.argument:
            message = "what is read at run time has no default"
            return Mistake(r0.CONFLICT, message, "leave it out", "default")
        return None


_DEFAULT = "What is sent where callers give nothing; silent: they have to."


class MaxAgeOrigin(AttributeOrigin):
    """Max-Age; `default: null` keeps the cookie until the browser closes."""

    default: Written[str | int | None] = row(
        either("seconds, a duration such as 14d, or null", TEXT, WHOLE, NULL), _DEFAULT
    )


class PathOrigin(AttributeOrigin):
    """Path."""

    default: Written[str] = row(TEXT, _DEFAULT)


class DomainOrigin(AttributeOrigin):
    """Domain; `default: null` is this host alone."""

    default: Written[str | None] = row(either("text or null", TEXT, NULL), _DEFAULT)


class SameSiteOrigin(AttributeOrigin):
    """SameSite; `default: unset` sends no such attribute."""

    default: Written[SameSite] = row(_SAMESITE, _DEFAULT)


class FlagOrigin(AttributeOrigin):
    """Secure or Partitioned."""

    default: Written[bool] = row(TRUTH, _DEFAULT)


AGE: Shape[str | int | MaxAgeOrigin] = either(
    "seconds, a duration such as 14d, or a mapping", TEXT, WHOLE, KeysOf(MaxAgeOrigin)
)
PATH: Shape[str | PathOrigin] = either("text or a mapping", TEXT, KeysOf(PathOrigin))
DOMAIN: Shape[str | DomainOrigin] = either(
    "text or a mapping", TEXT, KeysOf(DomainOrigin)
)
SAMESITE: Shape[SameSite | SameSiteOrigin] = either(
    "text or a mapping", _SAMESITE, KeysOf(SameSiteOrigin)
)
FLAG: Shape[bool | FlagOrigin] = either(
    "true, false or a mapping", TRUTH, KeysOf(FlagOrigin)
)
