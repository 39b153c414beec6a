"""Constants in the forms that fields of messages and of caching have, right ones and wrong ones."""

from __future__ import annotations

from hypothesis import strategies as st

from respgen.located import Plain

_NAMES = st.lists(
    st.sampled_from(
        [*("*", "Accept", "accept", "Cookie", "a b", "a,b", "get", "GET", "none"),
         *("bytes", "Bytes", "lines", '"q"', "é")]
    ),
    min_size=1,
    max_size=3,
)  # fmt: skip
_TIMES = st.sampled_from(
    [*("2m", "1w", "120", "soon", "-1", "2026-01-31", "2026-01-31T12:00:00+02:00"),
     *("Fri, 30 Jun 2023 23:59:59 GMT", "@1688169599", "true", "20260131")]
)  # fmt: skip
_SECONDS = st.integers(-5, 2_000_000_000)
_FIELDS = st.lists(st.sampled_from(["Age", "Set-Cookie", "a b"]), max_size=2)
_DIRECTIVES = st.dictionaries(
    st.sampled_from(["max_age", "s_maxage", "stale_if_error"]),
    st.sampled_from([0, 60, "1h", "-1", -1]),
).flatmap(
    lambda ages: st.dictionaries(
        st.sampled_from(["no_store", "public", "private", "immutable", "no_cache"]),
        st.booleans() | _FIELDS,
    ).map(lambda flags: {**ages, **flags})
)
_TEXTS = st.sampled_from(["", "a", "a b", 'q"\\', "é", "a,b", "\u0100", "5"])
_LINKS = st.lists(
    st.fixed_dictionaries(
        {"href": st.sampled_from(["", "/a", "/a,b", "a b<>", "//é"])},
        optional={
            "rel": st.sampled_from(["next", "next up", "next  up", ""]),
            "title": _TEXTS,
            "type": st.sampled_from(["text/css", "a b"]),
        },
    ),
    min_size=1,
    max_size=2,
)
_METRICS = st.dictionaries(
    st.sampled_from(["db", "miss", "d b"]),
    st.fixed_dictionaries(
        {},
        optional={
            "dur": st.sampled_from([0, 5, 53.2, -1, 1e-7, 1e20]),
            "desc": _TEXTS,
        },
    ),
    min_size=1,
)
_PARAMS = st.dictionaries(
    st.sampled_from(["q", "w", "qu", "pk", "r", "t", "acme-x", "Q"]),
    st.sampled_from(
        [0, 1, -1, 1.5, True, "a", "1m", "9999999999999999", "aGk=", {"token": "a"}]
    ),
    max_size=3,
)
_POLICIES = st.dictionaries(_TEXTS, _PARAMS, min_size=1, max_size=2)
_DIGESTS = st.dictionaries(
    st.sampled_from(["sha-256", "sha-512", "md5", "SHA"]),
    st.sampled_from(["aGk=", "", "A" * 43 + "=", "x"]),
    min_size=1,
)
_WANTED = st.dictionaries(
    st.sampled_from(["sha-256", "md5"]), st.integers(-1, 11), min_size=1
)
_CHALLENGE = st.fixed_dictionaries(
    {"scheme": st.sampled_from(["Basic", "Bearer", "digest", "a b"])},
    optional={
        "realm": _TEXTS,
        "stale": st.sampled_from(["true", "a b"]),
        "error": _TEXTS,
        "token68": st.sampled_from(["YII=", "a b"]),
    },
)
_RANGES = st.dictionaries(
    st.sampled_from(["first", "last", "complete"]), st.integers(-1, 5)
).flatmap(
    lambda positions: st.sampled_from(
        [positions, {**positions, "unit": "items"}, {**positions, "unit": "a b"}]
    )
)

_POLICY_NAMES = st.sampled_from(["RateLimit-Policy", "RateLimit"])
_LISTS = st.sampled_from(["Vary", "Allow", "Accept-Ranges"])
_DATES = st.sampled_from(["Retry-After", "Deprecation"])
_AUTHENTICATE = st.sampled_from(["WWW-Authenticate", "Proxy-Authenticate"])
message_forms: st.SearchStrategy[tuple[str, Plain]] = st.one_of(
    st.tuples(_LISTS, _NAMES),
    st.tuples(_DATES, _TIMES | _SECONDS),
    st.tuples(st.just("Sunset"), _TIMES),
    st.tuples(st.just("Cache-Control"), _DIRECTIVES),
    st.tuples(st.just("Link"), _LINKS),
    st.tuples(st.just("Server-Timing"), _METRICS),
    st.tuples(_POLICY_NAMES, _POLICIES),
    st.tuples(st.sampled_from(["Content-Digest", "Repr-Digest"]), _DIGESTS),
    st.tuples(st.just("Want-Repr-Digest"), _WANTED),
    st.tuples(_AUTHENTICATE, _CHALLENGE | st.lists(_CHALLENGE, max_size=2)),
    st.tuples(st.just("Content-Range"), _RANGES),
)

message_texts = st.lists(
    st.sampled_from(
        [*("<", ">", "</a>", "; rel=", "; ", ";", ",", ", ", "=", '"', "'", "\\", " "),
         *("next", "title*=", "UTF-8''%C3%A9", "Bearer ", "Basic", "realm=", '"shop"'),
         *("db", "dur=5", "desc=", "q=1", "r", "max-age=", "60", "no_store", "public"),
         *("sha-256=:", "aGk=", ":", "bytes ", "0-1/", "*/", "5", "*", "GET", "é")]
    ),
    max_size=8,
).map("".join)  # fmt: skip
