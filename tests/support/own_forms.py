"""Constants in the forms that security headers have, right ones and wrong ones, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from respgen.fields.csp.names import KNOWN
from respgen.located import Plain
from tests.support.message_forms import message_forms

_SOURCES = st.sampled_from(
    [
        *("'self'", "'none'", "'Self'", "self", "'unsafe-inline'", "'strict-dynamic'"),
        *("*", "https:", "a.example", "https://a.example/b", "a_b", "'nonce-YWJj'"),
        *("'unsafe-eval'", '"self"', "'sha256-YQ=='", "allow-scripts", "'script'", "x"),
    ]
)
_INLINE = st.sampled_from(["script-src", "style-src", "default-src", "script-src-elem"])
_DIRECTIVES = st.sampled_from([*KNOWN, "image-src"])
_POLICIES = st.fixed_dictionaries(
    {},
    optional={
        "hashes": st.dictionaries(
            _INLINE, st.lists(st.text(max_size=3).filter(str.isascii), min_size=1)
        ),
        "upgrade-insecure-requests": st.booleans(),
    },
).flatmap(
    lambda extra: st.dictionaries(
        _DIRECTIVES, _SOURCES | st.lists(_SOURCES, max_size=4)
    ).map(lambda own: {**own, **extra})
)
_ORIGINS = st.sampled_from(
    [
        "self",
        "*",
        "'self'",
        "https://a.example",
        "https://a.example/",
        "a.example",
        "none",
    ]
)
_FEATURES = st.dictionaries(
    st.sampled_from(["camera", "usb", "geo-location"]), _ORIGINS | st.lists(_ORIGINS)
)
_ADDRESSES = st.dictionaries(
    st.sampled_from(["default", "a", "b-c"]),
    st.sampled_from(["https://a.example/", "/b", "http://a.example", "mailto:a"]),
    min_size=1,
)
_FAILURES = st.dictionaries(
    st.sampled_from(
        ["report_to", "max_age", "success_fraction", "include_subdomains", "max-age"]
    ),
    st.sampled_from([*("a", "ä", "1d"), 0, 5, 0.5, True, -1]),
    min_size=1,
)
_NAMES = st.lists(
    st.sampled_from(
        ["cache", "Cookies", "*", "ETag", "get", "PATCH", "Origin", "unsafe-url"]
    ),
    min_size=1,
)
_LISTS = (
    *("Clear-Site-Data", "Referrer-Policy", "Access-Control-Allow-Methods"),
    *("Access-Control-Allow-Headers", "Access-Control-Expose-Headers"),
)
own_forms: st.SearchStrategy[tuple[str, Plain]] = st.one_of(
    st.tuples(st.just("Content-Security-Policy"), _POLICIES),
    st.tuples(st.just("Permissions-Policy"), _FEATURES),
    st.tuples(st.just("Reporting-Endpoints"), _ADDRESSES),
    st.tuples(st.just("NEL"), _FAILURES),
    st.tuples(st.sampled_from(_LISTS), _NAMES),
    message_forms,
)
