"""Cookie presets that rule family R3 accepts, and values for each encoding."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respgen.diagnostics import Span
from respgen.resolve.specs import CookieScope, CookieSpec
from tests.behaviour import values

SPAN = Span.start("shop.yaml")
PATHS = ["/", "/", "/account", "/account/", "/a b", "/%41!$&'()*+,=@~", None]
DOMAINS = [None, None, "example.com", "shop.example.com", ".example.com"]

# RFC 6265bis 4.1.3: what each prefix demands
SECURE = {"secure": st.just(True)}
HTTP = {**SECURE, "httponly": st.just(True)}
HOST = {**SECURE, "path": st.just("/"), "domain": st.none(), "also_delete": st.just(())}
PREFIXES: dict[str, dict[str, SearchStrategy[Any]]] = {
    "": {},
    "__Secure-": SECURE,
    "__Host-": HOST,
    "__Http-": HTTP,
    "__Host-Http-": {**HOST, **HTTP},
}

scopes = st.builds(
    CookieScope,
    path=st.sampled_from(["/", "/old", "/account"]),
    domain=st.sampled_from(DOMAINS),
)


@st.composite
def cookie_specs(draw: st.DrawFn, name: str = "session") -> CookieSpec:
    """A preset of that name."""
    prefix = draw(st.sampled_from(["", *PREFIXES]))
    samesite = draw(st.sampled_from(["lax", "strict", "none", None]))
    partitioned = draw(st.booleans())
    attributes: dict[str, SearchStrategy[Any]] = {
        "secure": st.just(True) if partitioned or samesite == "none" else st.booleans(),
        "httponly": st.booleans(),
        "path": st.sampled_from(PATHS),
        "domain": st.sampled_from(DOMAINS),
        "also_delete": st.lists(scopes, max_size=2, unique=True).map(tuple),
    }
    drawn = {
        key: draw(value) for key, value in {**attributes, **PREFIXES[prefix]}.items()
    }
    return CookieSpec(
        name=name,
        key=prefix + draw(values.tokens),
        description=draw(st.sampled_from(["", "Who is signed in."])),
        max_age=draw(st.none() | st.integers(1, 34_560_000)),
        samesite=samesite,
        partitioned=partitioned,
        priority=draw(st.sampled_from([None, None, "Low", "Medium", "High"])),
        encoding=draw(st.sampled_from(["plain", "percent", "base64url", "json"])),
        span=SPAN,
        spans={},
        **drawn,
    )


VALUES: dict[str, SearchStrategy[Any]] = {
    "plain": st.text(values.OCTETS, max_size=12),
    "percent": values.utf_texts,
    "base64url": values.utf_texts,
    "json": values.documents,
}


def always_values(preset: CookieSpec) -> SearchStrategy[str]:
    """What a schema may give for `set: always`: text that the encoding holds."""
    return VALUES["plain"] if preset.encoding == "plain" else values.utf_texts
