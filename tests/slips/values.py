"""Right values of the fields that have a grammar, as text and as mappings, to make slips in.

`words` are those that the field itself defines: a letter that is wrong in one of them is a slip,
where a letter of a name, an address or a text that is the author's own makes another right value.
"""

from __future__ import annotations

from dataclasses import dataclass

from respgen.located import Plain


@dataclass(frozen=True, slots=True)
class Right:
    """A field, right values of it, and the words that are its own."""

    name: str
    values: tuple[Plain, ...]
    words: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Words of the field that none of these values has."""
    only: tuple[str, ...] = ()
    """The slips to try, where not all."""
    without: tuple[str, ...] = ()
    """Slips after which a part is one of another kind, which a fix cannot tell."""
    named: bool = False
    """Whether the keys of a mapping are names that its author makes up."""
    ever: tuple[str, ...] = ()
    """Rules that say something of right values, too."""
    fair: tuple[str, ...] = ()
    """Slips after which a value may be right, with another meaning."""

    @property
    def vocabulary(self) -> tuple[str, ...]:
        return (*self.words, *self.others)

    def has(self, slip: str) -> bool:
        """Whether a slip of that name is one here."""
        return slip not in self.without and (not self.only or slip in self.only)


_CACHING = Right(
    "Cache-Control",
    (
        "no-store",
        "public, max-age=31622400, immutable",
        "private, no-cache",
        "max-age=600, stale-while-revalidate=30, stale-if-error=86400",
        's-maxage=120, max-age=60, no-cache="Set-Cookie, X-Trace"',
        "no-store, must-understand",
        "max-age=0, must-revalidate, proxy-revalidate, no-transform",
        {"public": True, "max_age": "30d", "stale_while_revalidate": 60},
        {"private": ["Set-Cookie"], "max_age": 600, "must_revalidate": True},
        {"no_store": True},
    ),
    (
        *("no-store", "public", "max-age", "immutable", "private", "no-cache"),
        *("stale-while-revalidate", "stale-if-error", "s-maxage", "must-understand"),
        *("must-revalidate", "proxy-revalidate", "no-transform"),
    ),
    fair=("no = and no value", "capitals", "small letters", "an item twice"),
)
_TRANSPORT = Right(
    "Strict-Transport-Security",
    (
        "max-age=63072000; includeSubDomains; preload",
        "max-age=31536000; includeSubDomains",
        "max-age=31536000",
        "max-age=0",
        {"max_age": "2y", "include_subdomains": True, "preload": True},
        {"max_age": 63072000},
    ),
    ("max-age", "includeSubDomains", "preload"),
)
_DATES = (
    Right("Retry-After", ("120", "Fri, 31 Dec 2027 23:59:59 GMT", 3600)),
    Right("Age", ("120", 30)),
    Right("Expires", ("0", "Fri, 31 Dec 2027 23:59:59 GMT")),
    Right("Last-Modified", ("Fri, 31 Dec 2027 23:59:59 GMT",)),
    Right("Sunset", ("Fri, 31 Dec 2027 23:59:59 GMT", "2027-12-31")),
    Right(
        "Deprecation", ("@1688169599", "2027-12-31T10:00:00Z"), fair=("a minus sign",)
    ),
)
_TAGS = Right(
    "ETag", ('"v1"', 'W/"67ab43"', '"686897696a7c876b7e"'), fair=("capitals",)
)
_LISTS = (
    Right(
        "Vary",
        ("Accept-Encoding", "Accept, Origin", ["Accept-Language", "Cookie"]),
        ("Accept-Encoding", "Accept-Language", "Cookie", "Origin"),
        fair=(
            *(
                "capitals",
                "small letters",
                "a word in capitals",
                "a word with a capital",
            ),
        ),
    ),
    Right(
        "Allow",
        ("GET, HEAD, OPTIONS", ["GET", "DELETE"]),
        ("OPTIONS", "DELETE"),
    ),
    Right(
        "Accept-Ranges",
        ("bytes", "none"),
        ("bytes",),
        fair=("capitals", "a word with a capital", "a word in capitals"),
    ),
    Right(
        "Content-Range",
        ("bytes 0-99/1234", "bytes */1234", {"first": 0, "last": 9, "complete": 10}),
        fair=("capitals",),
    ),
)
_CHALLENGES = Right(
    "WWW-Authenticate",
    (
        'Bearer realm="shop", scope="read write"',
        'Basic realm="shop", charset="UTF-8"',
        'Digest realm="a", nonce="b", Basic realm="c"',
        "Negotiate",
        {"scheme": "Bearer", "realm": "shop", "error": "invalid_token"},
    ),
    fair=(
        *("capitals", "small letters", "a key in capitals", "a key with a capital"),
        *("a space before", "a space after"),
    ),
)
_TIMING = Right(
    "Server-Timing",
    (
        'db;dur=53.2;desc="Database"',
        "cache;desc=hit, app;dur=120",
        {"db": {"dur": 53.2, "desc": "Database"}},
    ),
    named=True,
    fair=(
        *("capitals", "a fraction", "a fraction of nothing", "a piece twice"),
        *("a space before", "a space after"),
    ),
)
_LIMITS = (
    Right(
        "RateLimit-Policy",
        ('"burst";q=100;w=60', '"hour";q=1000;w=3600, "day";q=5000;w=86400',
         {"burst": {"q": 100, "w": "1m"}}),
        named=True,
    ),
    Right("RateLimit", ('"burst";r=50;t=30', {"burst": {"r": 50, "t": 30}}), named=True),
)  # fmt: skip
_SHA = "X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="
_DIGESTS = (
    Right(
        "Repr-Digest",
        (f"sha-256=:{_SHA}:", {"sha-256": _SHA}),
        ("sha-256",),
        fair=("small letters",),
    ),
    Right("Want-Content-Digest", ("sha-256=1, sha-512=10", {"sha-256": 5})),
)
_SHARING = (
    Right("Access-Control-Allow-Origin", ("https://app.example", "*")),
    Right("Access-Control-Allow-Credentials", ("true",)),
    Right(
        "Access-Control-Allow-Methods",
        ("GET, POST, DELETE", ["GET", "PUT"]),
        ("DELETE",),
    ),
    Right(
        "Access-Control-Expose-Headers",
        ("ETag, X-Total-Count", ["ETag", "Link"]),
        fair=("capitals", "small letters"),
    ),
    Right("Access-Control-Max-Age", ("600", 3600)),
    Right("Timing-Allow-Origin", ("https://app.example", "*")),
)
_WORDS = (
    Right("X-Frame-Options", ("DENY", "SAMEORIGIN"), ("DENY", "SAMEORIGIN")),
    Right("X-Content-Type-Options", ("nosniff",), ("nosniff",)),
    Right(
        "Referrer-Policy",
        ("no-referrer", "strict-origin-when-cross-origin", "no-referrer, same-origin"),
        ("no-referrer", "strict-origin-when-cross-origin", "same-origin"),
    ),
    Right(
        "Cross-Origin-Resource-Policy",
        ("same-origin", "same-site", "cross-origin"),
        ("same-origin", "same-site", "cross-origin"),
    ),
    Right(
        "Cross-Origin-Opener-Policy",
        ("same-origin", 'same-origin-allow-popups; report-to="coop"'),
        ("same-origin", "same-origin-allow-popups"),
        fair=("a piece twice",),
    ),
    Right(
        "Cross-Origin-Embedder-Policy",
        ("require-corp", "credentialless"),
        ("require-corp", "credentialless"),
    ),
    Right("Origin-Agent-Cluster", ("?1", "?0"), others=("?1", "?0")),
    Right("X-DNS-Prefetch-Control", ("off", "on")),
    Right(
        "X-Permitted-Cross-Domain-Policies",
        ("none", "master-only"),
        ("master-only",),
        others=("none", "all"),
    ),
    Right(
        "Clear-Site-Data",
        ('"cache", "cookies"', '"*"', ["cache", "storage"]),
        ("cache", "cookies", "storage"),
        fair=("single quotes in quotes",),
    ),
)
_AROUND = (
    *("the whole in quotes", "a space before", "a space after", "a tab after"),
    *("always", "always;"),
)
_ADDRESSES = (
    Right("Location", ("/items/1", "https://shop.example/items?page=2"), only=_AROUND),
    Right("Content-Location", ("/items/1",), only=_AROUND),
)

_POLICIES = (
    Right(
        "Content-Security-Policy",
        (
            "default-src 'self'; img-src 'self' https://images.example data:; frame-ancestors 'none'",
            "default-src 'none'; upgrade-insecure-requests",
            {"default-src": ["'self'"], "frame-ancestors": ["'none'"]},
        ),
        ("default-src", "img-src", "frame-ancestors", "upgrade-insecure-requests"),
        without=("a full stop", "capitals"),
        fair=(
            "a piece twice",
            "an item twice",
            "another separator",
        ),  # a comma makes two policies
    ),
    Right(
        "Permissions-Policy",
        (
            "camera=(), geolocation=(self)",
            'microphone=(self "https://meet.example"), fullscreen=*',
            {"camera": [], "geolocation": ["self"]},
        ),
        ("camera", "geolocation", "microphone", "fullscreen"),
        without=("nothing for =",),
        fair=("an item twice",),
    ),
)

_DISPOSITION = Right(
    "Content-Disposition",
    (
        'attachment; filename="report.csv"',
        "inline",
        "attachment; filename*=UTF-8''na%C3%AFve.csv",
    ),
    ("attachment", "inline"),
    fair=("no quotes", "capitals", "small letters"),
)
_REPORTS = (
    Right(
        "Report-To",
        (
            '{"group":"main","max_age":86400,"endpoints":[{"url":"https://shop.example/r"}]}',
            {
                "group": "main",
                "max_age": "1d",
                "endpoints": [{"url": "https://shop.example/r"}],
            },
        ),
        ever=("R628",),
        fair=(
            *("a space before", "a space after", "an item twice"),
            *("quotes in quotes", "single quotes in quotes"),
        ),
    ),
    Right("Reporting-Endpoints", ('main="https://shop.example/r"',), named=True),
)
_STRUCTURED = (
    Right("Priority", ("u=3", "u=1, i", {"u": 5}), fair=("nothing for =",)),
    Right(
        "No-Vary-Search",
        ("key-order", 'params=("utm_source")'),
        fair=("no = and no value",),
    ),
    Right(
        "Accept-CH",
        ("Sec-CH-UA-Model", ["Downlink"]),
        without=("always", "always;"),
        fair=("capitals", "small letters", "an item twice"),
    ),
)

VALUES: tuple[Right, ...] = (
    _DISPOSITION,
    *_REPORTS,
    *_STRUCTURED,
    *_POLICIES,
    _CACHING,
    _TRANSPORT,
    *_DATES,
    _TAGS,
    *_LISTS,
    _CHALLENGES,
    _TIMING,
    *_LIMITS,
    *_DIGESTS,
    *_SHARING,
    *_WORDS,
    *_ADDRESSES,
)
