"""Cookie presets that rule family R3 accepts, in every form, and values for each encoding.

A preset is drawn as a cookie of which everything is known; then some of it is left to run time,
whose settings and callers make it that cookie again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respgen.specs import (
    NAME,
    SCOPE,
    Argument,
    CookieOrigin,
    CookieScope,
    CookieSignature,
    CookieSpec,
    ImportPath,
    Read,
)
from tests.behaviour import authors, values
from tests.behaviour.cookie_answers import completed
from tests.support.presets import SILENT, changed, preset

AUTHORS = authors.__name__
PATHS = [*authors.ATTRIBUTES["path"], None]
DOMAINS = [None, None, "example.com", "shop.example.com", ".example.com"]
ENCODINGS = ["plain", "percent", "base64url", "json", "quoted"]

# RFC 6265bis 4.1.3: what each prefix demands
SECURE = {"secure": st.just(True)}
HTTP = {**SECURE, "httponly": st.just(True)}
HOST = {
    **SECURE,
    "path": st.just("/"),
    "domain": st.none(),
    "also_delete": st.just(()),
    "formerly": st.just(()),
}
PREFIXES: dict[str, dict[str, SearchStrategy[Any]]] = {
    "": {},
    "__Secure-": SECURE,
    "__Host-": HOST,
    "__Http-": HTTP,
    "__Host-Http-": {**HOST, **HTTP},
}
DECIDABLE = (
    "max_age",
    "path",
    "domain",
    "secure",
    "httponly",
    "samesite",
    "partitioned",
)
"""What run time may decide."""

scopes = st.builds(
    CookieScope,
    path=st.sampled_from(["/", "/old", "/account"]),
    domain=st.sampled_from(DOMAINS),
)


@st.composite
def fixed_cookies(draw: st.DrawFn, name: str = "session") -> CookieSpec:
    """A preset of that name, of which everything is known."""
    prefix = draw(st.sampled_from(["", *PREFIXES]))
    samesite = draw(st.sampled_from(["lax", "strict", "none", None]))
    partitioned = draw(st.booleans())
    attributes: dict[str, SearchStrategy[Any]] = {
        "secure": st.just(True) if partitioned or samesite == "none" else st.booleans(),
        "httponly": st.booleans(),
        "path": st.sampled_from(PATHS),
        "domain": st.sampled_from(DOMAINS),
        "also_delete": st.lists(scopes, max_size=2, unique=True).map(tuple),
        "formerly": st.lists(scopes, max_size=2, unique=True).map(tuple),
    }
    drawn = {
        key: draw(value) for key, value in {**attributes, **PREFIXES[prefix]}.items()
    }
    encoding = draw(st.sampled_from(ENCODINGS))
    # what the reference quotes is neither spread nor signed
    whole = encoding == "quoted"
    chunks = not whole and draw(st.sampled_from([False, False, True]))
    if chunks:
        drawn["path"] = drawn["path"] or "/"
    own = CookieScope(drawn["path"], drawn["domain"])
    drawn["formerly"] = tuple(old for old in drawn["formerly"] if old != own)
    return preset(
        name,
        key=prefix + draw(values.tokens),
        description=draw(st.sampled_from(["", "Who is signed in."])),
        max_age=draw(st.none() | st.integers(1, 34_560_000)),
        samesite=samesite,
        partitioned=partitioned,
        priority=draw(st.sampled_from([None, None, "Low", "Medium", "High"])),
        encoding=encoding,
        chunks=chunks,
        sign=None if whole else draw(st.none() | signatures),
        **drawn,
    )


signatures = st.builds(
    CookieSignature,
    secret=st.sampled_from(sorted(vars(authors.SETTINGS)))
    .filter(lambda name: name.startswith("secret"))
    .map(lambda name: ImportPath(AUTHORS, f"SETTINGS.{name}")),
    max_age=st.sampled_from([None, 60, 2_592_000]),
)


@dataclass(frozen=True)
class Cookie:
    """A preset as drawn, and what callers give."""

    spec: CookieSpec
    arguments: dict[str, Any] = field(default_factory=dict)

    @property
    def known(self) -> CookieSpec:
        """The cookie that it then is."""
        return completed(self.spec, self.arguments)

    @property
    def identity(self) -> dict[str, Any]:
        """What the deletion wants to be given: all of the scope that callers may decide."""
        origins, known = self.spec.origins, dict[str, Any](self.spec.known)
        scope = {n: known[n] for n in SCOPE if isinstance(origins.get(n), Argument)}
        given = {**scope, **self.arguments}
        return {name: value for name, value in given.items() if name != "max_age"}

    @property
    def name(self) -> dict[str, Any]:
        """What the reading wants to be given."""
        kept = self.arguments.items()
        return {name: value for name, value in kept if f"{{{name}}}" in self.spec.key}


@st.composite
def cookies(draw: st.DrawFn, name: str = "session") -> Cookie:
    """A preset of which any part may be left to run time."""
    known = draw(fixed_cookies(name))
    read = draw(st.sampled_from([None, None, "", "_made"]))
    if read is not None:
        known = changed(known, key=_prefix(known) + "sid")
    names = draw(st.lists(st.sampled_from(DECIDABLE), unique=True))
    if draw(st.booleans()):
        names = []
    known = changed(known, **{name: draw(_settable(known, name)) for name in names})
    found = {n: draw(_origin(known, n)) for n in DECIDABLE if n in names}
    key, filled = draw(_template(known.key, [*found]))
    name_origins: dict[str, CookieOrigin] = {}
    if read is not None:
        number = authors.ATTRIBUTES[NAME].index(known.key)
        path = ImportPath(AUTHORS, f"SETTINGS.{NAME}_{number}{read}")
        key, filled, name_origins = name, {}, {NAME: Read(path)}
    if filled or found or name_origins:
        known = changed(known, path=known.scope.path or "/")
    origins = {name: origin for name, (origin, _, _) in found.items()}
    standing = _standing(origins)
    spec = changed(known, key=key, origins=name_origins | origins, **standing)
    spec = replace(
        spec, **{each: draw(_decided_scopes(spec, known, each)) for each in SCOPES}
    )
    arguments = {name: value for name, (_, given, value) in found.items() if given}
    return Cookie(spec, arguments | filled)


def _prefix(known: CookieSpec) -> str:
    """The longest that the name has, and keeps the promise of."""
    kept = [prefix for prefix in PREFIXES if known.key.startswith(prefix)]
    return max(kept, key=len)


SCOPES = ("also_delete", "formerly")


def _settable(known: CookieSpec, name: str) -> SearchStrategy[Any]:
    """A value that settings hold: the cookie's own where they do."""
    value, row = dict[str, Any](known.known)[name], authors.ATTRIBUTES[name]
    return st.just(value) if value in row else st.sampled_from(row[:1])


def _origin(
    known: CookieSpec, name: str
) -> SearchStrategy[tuple[CookieOrigin, bool, Any]]:
    """Where an attribute comes from, whether callers give it, and what it then is."""
    value = dict[str, Any](known.known)[name]
    number = [*map(repr, authors.ATTRIBUTES[name])].index(repr(value))
    given: list[tuple[CookieOrigin, bool, Any]] = [
        *(
            (Read(ImportPath(AUTHORS, path)), False, value)
            for path in (f"SETTINGS.{name}_{number}", f"SETTINGS.{name}_{number}_made")
        ),
        (Argument(name, required=True), True, value),
        (Argument(name, required=False), False, value),
        (Argument(name, required=False), True, value),
    ]
    return st.sampled_from(given)


def _standing(origins: Mapping[str, CookieOrigin]) -> dict[str, Any]:
    """What stands in the spec for what run time decides: what breaks no rule."""
    return {
        name: dict[str, Any](SILENT)[name]
        for name, origin in origins.items()
        if isinstance(origin, Read) or origin.required
    }


PLACES = [
    "client",
    "region",
    "settings",
    "SETTINGS",
    "current",
    "cookie_attributes",
    "part",
    "str",
]
"""Names that generated code imports stand among them."""


@st.composite
def _template(
    draw: st.DrawFn, key: str, taken: list[str]
) -> tuple[str, dict[str, str]]:
    """The key with places for parts of it, and what fills them."""
    if draw(st.booleans()):
        return key, {}
    place = draw(st.sampled_from(PLACES))
    start = draw(st.integers(0, len(key) - 1))
    end = draw(st.integers(start + 1, len(key)))
    return f"{key[:start]}{{{place}}}{key[end:]}", {place: key[start:end]}


def _decided_scopes(
    spec: CookieSpec, known: CookieSpec, key: str
) -> SearchStrategy[tuple[CookieScope, ...]]:
    """Further scopes; what one leaves out is the preset's, and decided as that is."""
    decided = spec.scope.decided

    def leaving(scope: CookieScope, out: frozenset[Any]) -> CookieScope:
        own = {name: dict[str, Any](spec.known)[name] for name in out}
        return replace(scope, decided=out, **own)

    ways = (
        st.frozensets(st.sampled_from(sorted(decided)))
        if decided
        else st.just(frozenset())
    )
    found = getattr(known, key)
    return st.tuples(
        *(ways.map(lambda out, old=old: leaving(old, out)) for old in found)
    ).map(lambda made: tuple(each for each in made if each != spec.scope))


def callable_alone(cookie: CookieSpec) -> bool:
    """Whether the class can set it without a caller."""
    required = (
        origin.required
        for origin in cookie.origins.values()
        if isinstance(origin, Argument)
    )
    return "{" not in cookie.key and not any(required)


QUOTABLE = st.characters(max_codepoint=0xFF).filter(lambda c: c >= " " and c != "\x7f")
"""What every Python's http.cookies can put in quotes."""
large_texts = st.integers(4000, 9000).map(lambda length: "a-._~" * (length // 5))
VALUES: dict[str, SearchStrategy[Any]] = {
    "plain": st.text(values.OCTETS, max_size=12),
    "percent": values.utf_texts,
    "base64url": values.utf_texts,
    "json": values.documents,
    "quoted": st.text(QUOTABLE, max_size=12),
}


def cookie_values(cookie: CookieSpec) -> SearchStrategy[Any]:
    """What callers may set."""
    small = VALUES[cookie.encoding]
    return st.one_of(small, small, large_texts) if cookie.chunks else small


def always_values(cookie: CookieSpec) -> SearchStrategy[str]:
    """What a schema may give for `set: always`: text that the encoding holds."""
    narrow = cookie.encoding in ("plain", "quoted")
    return VALUES[cookie.encoding] if narrow else values.utf_texts
