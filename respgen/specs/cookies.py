"""Specs of cookies: presets, where what run time decides comes from, the scopes that are cleared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from respgen.core.cookie_attributes import CookieAttributes
from respgen.diagnostics import Span
from respgen.specs.origins import Argument, Read
from respgen.specs.types import ImportPath

Encoding: TypeAlias = Literal["plain", "percent", "base64url", "json", "quoted"]
SCOPE = frozenset({"path", "domain"})
"""The attributes that say where a cookie lives."""


CookieOrigin: TypeAlias = Argument | Read
"""An argument has the name of its attribute, and what is known of that for its default."""
NAME = "key"
"""What the name is called among the origins of a preset."""


@dataclass(frozen=True, slots=True)
class CookieScope:
    """A further scope, in which an older cookie may live.

    `decided` names what run time decides, since it is the preset's own.
    """

    path: str
    domain: str | None
    decided: frozenset[str] = frozenset()
    span: Span | None = field(default=None, compare=False)
    """Where it was written; None for the cookie's own."""

    @property
    def folded(self) -> CookieScope:
        """As browsers compare it: the domain in lower case, without leading dot."""
        domain = self.domain and self.domain.lower().removeprefix(".")
        return replace(self, domain=domain or None)


@dataclass(frozen=True, slots=True)
class CookieSignature:
    """How a value is signed, and for how many seconds a signature is believed."""

    secret: ImportPath | None
    """Where it is; None where callers give it by keyword."""
    max_age: int | None


@dataclass(frozen=True, slots=True)
class CookieSpec:
    """A preset.

    `key` may have places, `access-{client}`, which callers fill (see `vocabulary.cookie_names`). Where
    the name is read at run time, it is the preset's own.
    """

    name: str
    key: str
    description: str
    known: CookieAttributes = field(hash=False)
    """All attributes but expires. What run time decides is its argument's default, or breaks no rule."""
    encoding: Encoding
    also_delete: tuple[CookieScope, ...]
    span: Span = field(compare=False)
    spans: Mapping[str, Span] = field(compare=False, hash=False)
    """Where each attribute was written, by its key; silent ones are absent."""
    origins: Mapping[str, CookieOrigin] = field(default_factory=dict, hash=False)
    """What run time decides: the name, where it is read, then attributes in the order of core's."""
    chunks: bool = False
    sign: CookieSignature | None = None
    formerly: tuple[CookieScope, ...] = ()
    """Scopes that every set clears, and every deletion."""

    @property
    def reads_name(self) -> bool:
        """Whether nobody knows its name before run time, not even callers."""
        return NAME in self.origins

    @property
    def scope(self) -> CookieScope:
        """Where the cookie itself lives."""
        decided = SCOPE.intersection(self.origins)
        return CookieScope(self.known["path"], self.known["domain"], decided)
