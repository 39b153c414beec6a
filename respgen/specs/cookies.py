"""Specs of cookies: presets, where what run time decides comes from, the scopes that are cleared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from respgen.diagnostics import Span
from respgen.specs.types import ImportPath

Encoding: TypeAlias = Literal["plain", "percent", "base64url", "json"]
SameSite: TypeAlias = Literal["lax", "strict", "none"]
LateName: TypeAlias = Literal[
    "max_age", "path", "domain", "secure", "samesite", "partitioned"
]
ScopeName: TypeAlias = Literal["path", "domain"]


@dataclass(frozen=True, slots=True)
class CookieSource:
    """An attribute that every set and every deletion reads, or calls, where `path` leads."""

    name: LateName
    path: ImportPath


@dataclass(frozen=True, slots=True)
class CookieArgument:
    """An attribute that callers give by keyword; where not `required`, the preset's is the default."""

    name: LateName
    required: bool


LateAttribute: TypeAlias = CookieSource | CookieArgument


@dataclass(frozen=True, slots=True)
class CookieScope:
    """A further scope, in which an older cookie may live.

    `late` names what run time alone knows, since it is the preset's own.
    """

    path: str | None
    domain: str | None
    late: frozenset[ScopeName] = frozenset()
    span: Span | None = field(default=None, compare=False)
    """Where it was written; None for the cookie's own."""


@dataclass(frozen=True, slots=True)
class CookieSignature:
    """How a value is signed: where the secret is, and for how many seconds a value is believed."""

    secret: ImportPath
    max_age: int | None


@dataclass(frozen=True, slots=True)
class CookieSpec:
    """A preset. `max_age` in seconds; None: the attribute is not sent.

    `key` may have places, `access-{client}`, which callers fill (see `vocabulary.cookie_names`). An
    attribute that is `late` has its argument's default here, or what breaks no rule.
    """

    name: str
    key: str
    description: str
    max_age: int | None
    secure: bool
    httponly: bool
    samesite: SameSite | None
    path: str | None
    domain: str | None
    partitioned: bool
    priority: Literal["Low", "Medium", "High"] | None
    encoding: Encoding
    also_delete: tuple[CookieScope, ...]
    span: Span = field(compare=False)
    spans: Mapping[str, Span] = field(compare=False, hash=False)
    """Where each attribute was written, by its key; silent ones are absent."""
    late: tuple[LateAttribute, ...] = ()
    chunks: bool = False
    sign: CookieSignature | None = None
    formerly: tuple[CookieScope, ...] = ()
    """Scopes that every set clears, and every deletion."""

    @property
    def scope(self) -> CookieScope:
        """Where the cookie itself lives."""
        late = {attribute.name for attribute in self.late}
        names = frozenset(name for name in get_args(ScopeName) if name in late)
        return CookieScope(self.path, self.domain, names)
