"""Attributes of a cookie that run time decides: `{from: ...}`, or `{argument: true}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from respgen.core.cookie_attributes import SAMESITE_VALUES, SameSite
from respgen.core.durations import parse_duration
from respgen.decoder.keys import Keys, KeysOf, required, row
from respgen.decoder.numerals import NUMERAL
from respgen.decoder.plain import NULL, TEXT, TRUE, TRUTH, Shape
from respgen.decoder.shapes import OneOf, Parsed, either
from respgen.diagnostics import Finding
from respgen.fields.durations import meant_duration
from respgen.fields.reading import reason
from respgen.located import Located, Written
from respgen.rules import r0, r3
from respgen.specs import ImportPath
from respgen.vocabulary.import_paths import IMPORT_PATH


def _seconds(written: str | int) -> int | Finding:
    try:
        return parse_duration(written)
    except ValueError as error:
        message = f"max_age: {reason(error)}"
        meant = meant_duration(written) if isinstance(written, str) else ""
        advice = meant or "seconds, or a duration such as 14d"
        return Finding(r3.MAX_AGE, message, f"write {advice}")


def _samesite(word: SameSite | Literal["unset"]) -> SameSite | None:
    return None if word == "unset" else word


SECONDS: tuple[Shape[int], ...] = (
    Parsed(TEXT, _seconds, {}),
    Parsed(NUMERAL, _seconds, {}),
)
_WORDS: Shape[SameSite | Literal["unset"]] = OneOf((*SAMESITE_VALUES, "unset"))
_SAMESITE: Shape[SameSite | None] = Parsed(_WORDS, _samesite, {})


class AttributeOrigin(Keys):
    """An attribute that is read at each set and deletion, or that callers give."""

    noun: ClassVar[str] = "a cookie attribute set at run time"
    example: ClassVar[str] = "{argument: true}"

    from_: Written[ImportPath] = row(
        IMPORT_PATH,
        '"package.module:name", read, or called, each time the cookie is set or deleted.',
    )
    argument: Written[bool] = row(TRUE, "Callers pass it by keyword.")
    default: Written[object] = None

    def mistake(self) -> Finding | None:
        """It has one origin."""
        if self.argument and not self.argument.value:
            message = "expected true, found false"
            return Finding(
                r0.WRONG_TYPE, message, "write the value itself", ("argument",)
            )
        if self.from_ and self.argument:
            message = (
                "the value is either read at run time or passed by callers, not both"
            )
            return Finding(
                r0.CONFLICT, message, "leave out one of the two", ("argument",)
            )
        if not self.from_ and not self.argument:
            advice = "from: package.module:name, or argument: true"
            return Finding(r0.MISSING_KEY, "missing key 'from'", advice)
        if self.default and not self.argument:
            message = "a value that is read at run time cannot have a default"
            return Finding(r0.CONFLICT, message, "leave it out", ("default",))
        return None


_DEFAULT = (
    "What is sent if callers pass nothing; without a default they must pass a value."
)


class KeyOrigin(Keys):
    """A name that is read each time the cookie is set, deleted or read."""

    noun: ClassVar[str] = "a cookie's name that is read at run time"
    example: ClassVar[str] = '{from: "shop.settings:settings.cookie_name"}'
    meant: ClassVar[Mapping[str, str]] = {
        "argument": 'write key: "{cookie_name}": callers pass it as cookie_name',
        "default": "leave it out: a name that is read cannot have a default",
        "prefix": "let the name that is read begin with it",
    }

    from_: Located[ImportPath] = required(
        IMPORT_PATH,
        '"package.module:name", read, or called; type checkers hold it to str.',
        "package.module:name",
    )


class MaxAgeOrigin(AttributeOrigin):
    """Max-Age; `default: null` keeps the cookie until the browser closes."""

    default: Written[int | None] = row(
        either(
            "seconds, a duration such as 14d, or null",
            *SECONDS,
            NULL,
            advice="write whole seconds, or a duration such as 14d",
        ),
        _DEFAULT,
    )


class PathOrigin(AttributeOrigin):
    """Path."""

    default: Written[str] = row(TEXT, _DEFAULT)


class DomainOrigin(AttributeOrigin):
    """Domain; `default: null` is this host alone."""

    default: Written[str | None] = row(
        either(
            "text or null", TEXT, NULL, advice="write a domain such as shop.example"
        ),
        _DEFAULT,
    )


class SameSiteOrigin(AttributeOrigin):
    """SameSite; `default: unset` sends no such attribute."""

    default: Written[SameSite | None] = row(_SAMESITE, _DEFAULT)


class FlagOrigin(AttributeOrigin):
    """Secure, HttpOnly or Partitioned."""

    default: Written[bool] = row(TRUTH, _DEFAULT)


AGE: Shape[int | MaxAgeOrigin] = either(
    "seconds, a duration such as 14d, or a mapping",
    *SECONDS,
    KeysOf(MaxAgeOrigin),
    advice="write whole seconds, or a duration such as 14d",
)
PATH: Shape[str | PathOrigin] = either(
    "text or a mapping", TEXT, KeysOf(PathOrigin), advice="write a path such as /"
)
DOMAIN: Shape[str | DomainOrigin] = either(
    "a domain as text or a mapping",
    TEXT,
    KeysOf(DomainOrigin),
    advice="leave domain out if the cookie is for this host alone",
)
SAMESITE: Shape[SameSite | SameSiteOrigin | None] = either(
    "lax, strict, none, unset or a mapping",
    _SAMESITE,
    KeysOf(SameSiteOrigin),
    advice="write one of the words; unset sends no SameSite",
)
KEY: Shape[str | KeyOrigin] = either(
    "text or a mapping", TEXT, KeysOf(KeyOrigin), advice="write a name such as session"
)
FLAG: Shape[bool | FlagOrigin] = either(
    "true, false or a mapping",
    TRUTH,
    KeysOf(FlagOrigin),
    advice="write true or false, without quotes",
)
