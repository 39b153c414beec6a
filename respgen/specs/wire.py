"""Specs -> what a class is known to send, before any of its responses is made.

Goes in: headers and cookies. Comes out: of each, whether it is sent, and its text where the schema
says that. Who checks, grades, documents or compares classes asks here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from respgen.specs.headers import HeaderSpec
from respgen.specs.origins import Argument, Constant, Read, Template
from respgen.specs.responses import CookieUse


class Presence(StrEnum):
    """Whether something is sent, unless the caller's own `headers` replace it."""

    ALWAYS = "always"
    """Every response has it. Of an empty list or dictionary nothing is sent."""
    DEFAULT = "default"
    """Where its caller says nothing; it may be left out."""
    PERHAPS = "perhaps"
    """Where its caller gives something."""


@dataclass(frozen=True, slots=True)
class Known:
    """One field.

    `text` is what is sent where the caller says nothing, with `{name}` at the place of a nonce;
    empty: nothing. None: run time alone knows. `choices` are all the texts there can be, where the
    schema lists them.
    """

    header: HeaderSpec
    presence: Presence
    text: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def constant(self) -> str | None:
        """The text that every response has; None where callers or run time have a say."""
        return self.text if isinstance(self.header.origin, Constant) else None


Fields: TypeAlias = Mapping[str, Known]
"""By their names in lower case, in wire order."""


def fields(headers: Iterable[HeaderSpec]) -> Fields:
    """What is known of each field."""
    return {header.name.lower(): known(header) for header in headers}


def known(header: HeaderSpec) -> Known:
    """What is known of one field."""
    match header.origin:
        case Constant(text):
            return Known(header, Presence.ALWAYS, text)
        case Argument() as given:
            return Known(header, _presence(given), given.text, header.type.values)
        case Template(optional=[_, *_]):
            return Known(header, Presence.PERHAPS)
        case Template(pattern, "nonce"):
            return Known(header, Presence.ALWAYS, pattern.shown)
        case Read() if header.type.word == "enum":
            return Known(header, Presence.ALWAYS, choices=header.type.values)
    return Known(header, Presence.ALWAYS)


def _presence(given: Argument) -> Presence:
    if given.required:
        return Presence.ALWAYS
    return Presence.PERHAPS if given.default is None else Presence.DEFAULT


@dataclass(frozen=True, slots=True)
class KnownCookie:
    """One cookie that a class lists.

    `decided` are the attributes that run time decides: the preset has an argument's default there,
    or what breaks no rule.
    """

    use: CookieUse
    presence: Presence
    decided: frozenset[str]


def cookies(uses: Iterable[CookieUse]) -> tuple[KnownCookie, ...]:
    """What is known of each cookie."""
    return tuple(map(_cookie, uses))


def _cookie(use: CookieUse) -> KnownCookie:
    presence = Presence.PERHAPS if use.always is None else Presence.ALWAYS
    return KnownCookie(use, presence, frozenset(use.cookie.origins))
