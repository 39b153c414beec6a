"""The registered structured fields: what parses, what recipients ignore, what was certainly meant."""

from __future__ import annotations

from time import process_time

import pytest
from remarked import codes, mended, remarks, wire

from respgen.fields.loose import loose_dict, pieces
from respgen.fields.wanted import Wanted

RIGHT = {
    "Accept-CH": ("Sec-CH-UA-Model, DPR", "DPR;q=0.5", ""),
    "Accept-Query": ('"application/jsonpath", application/sql;charset="UTF-8"',),
    "Accept-Signature": ('sig1=("@method" "@target-uri");keyid="k";tag="app"', "s=()"),
    "Activate-Storage-Access": (
        "load",
        'retry; allowed-origin="https://a.example"',
        "retry; allowed-origin=*",
    ),
    "Available-Dictionary": (":pZGm1Av0IEBKARczz7exkNYsZb8LzaMrV7J32a2fFG4=:",),
    "Cache-Group-Invalidation": ('"eurovision-results", "kylie"',),
    "Cache-Groups": ('"ultravox"; unknown',),
    "Cache-Status": (
        "ExampleCache; fwd=uri-miss; stored",
        'OriginCache; hit; ttl=1100, "CDN Company"; fwd=stale; fwd-status=304; collapsed',
        'ExampleCache; hit; ttl=-120; detail=memory; key="a b"',
    ),
    "Capsule-Protocol": ("?1", "?0"),
    "CDN-Cache-Control": (
        "max-age=60",
        'no-cache="set-cookie", private, durable, acme=2.5',
    ),
    "Client-Cert": (":aGVsbG8=:",),
    "Client-Cert-Chain": (":aGVsbG8=:, :d29ybGQ=:",),
    "Dictionary-ID": ('"/foo/bar:1"',),
    "Document-Policy": ("oversized-images=2.0, document-write=?0, *;report-to=a",),
    "Incremental": ("?1",),
    "Integrity-Policy": ("blocked-destinations=(script), endpoints=(a b)",),
    "Link-Template": (
        '"/widgets/{widget_id}"; rel="https://example.org/rel/widget"; var-base="/v/"',
    ),
    "No-Vary-Search": ("key-order", 'params, except=("q")', 'params=("a" "b")', "x"),
    "Priority": ("u=5, i", "i=?0", "u=0, acme=1"),
    "Proxy-Status": (
        'ExampleCDN; error=connection_timeout; details="none"; next-hop="10.0.0.1:80"',
        "a.example; received-status=429, b; next-protocol=h2",
    ),
    "Set-Login": ("logged-out",),
    "Signature": ("sig-b21=:aGVsbG8=:, sig2=:aGVsbG8=:",),
    "Signature-Input": (
        'sig1=("@authority" "date";bs "content-type");created=1618884473;keyid="k"',
    ),
    "Speculation-Rules": ('"/rules.json", "https://a.example/b?c=d,e"',),
    "Supports-Loading-Mode": ("credentialed-prerender, fenced-frame",),
    "Use-As-Dictionary": ('match="/a/*", match-dest=("script"), id="x", type=raw',),
}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in RIGHT.items() for text in texts]
)
def test_nothing_is_found_in_what_is_right(name: str, text: str) -> None:
    """The examples of specifications, and extensions, which any field may have."""
    assert remarks(name, text) == []
    assert wire(name, wire(name, text)) == wire(name, text)


MEANT = [
    ("Speculation-Rules", "'/rules.json'", '"/rules.json"'),
    ("Speculation-Rules", '"/a.json"; "/b.json"', '"/a.json", "/b.json"'),
    ("Speculation-Rules", '"/a.json', '"/a.json"'),
    ("Activate-Storage-Access", "retry", None),
    (
        "Activate-Storage-Access",
        "retry; allowed-origin=https://a.example",
        'retry;allowed-origin="https://a.example"',
    ),
    ("Speculation-Rules", "https://a.example/a;b.json", None),
    ("Speculation-Rules", "https://a.example/a,b", None),
    ("Speculation-Rules", "</rules.json>", None),
    ("Speculation-Rules", "/a.json, /b.json", '"/a.json", "/b.json"'),
    ("Link-Template", "/{a}; rel=x", '"/{a}";rel="x"'),
    ("Link-Template", '"/{a}", rel="x"', '"/{a}";rel="x"'),
    ("Cache-Status", "a; hit, ttl=3", "a;hit;ttl=3"),
    ("Cache-Status", "a; hit=yes, ttl=10, b; hit", "a;hit;ttl=10, b;hit"),
    ("Cache-Status", "a; ttl=3, ttl=4", None),
    ("Cache-Status", "a; hit=yes, stored", None),
    ("Cache-Status", "a; hit, acme=3", None),
    ("Cache-Status", "ttl=3; hit", None),
    (
        "Signature-Input",
        'sig=("@method" "a"); created=1, keyid="x"',
        'sig=("@method" "a");created=1;keyid="x"',
    ),
    ("Signature-Input", 'sig=("a"); created=1, acme="x"', None),
    ("Use-As-Dictionary", "match=/a,b, id=x", None),
    ("Accept-CH", '"DPR", "Width"', "DPR, Width"),
    ("Accept-CH", "DPR Width", "DPR, Width"),
    ("Accept-CH", "DPR; viewport-width", "DPR, viewport-width"),
    ("Accept-CH", "DPR,,Width,", "DPR, Width"),
    ("Cache-Status", 'edge; hit=true; ttl="60"', "edge;hit;ttl=60"),
    ("Cache-Status", "edge; fwd=uri_miss", "edge;fwd=uri-miss"),
    ("Cache-Status", "edge: hit", None),
    ("Cache-Status", "hit by the edge", None),
    ("CDN-Cache-Control", "max-age: 600", "max-age=600"),
    ("CDN-Cache-Control", "max_age=10m, Public", "max-age=600, public"),
    ("CDN-Cache-Control", "max-age=600; public", "max-age=600, public"),
    ("CDN-Cache-Control", "public max-age=600", "public, max-age=600"),
    ("CDN-Cache-Control", "max-age=soon", None),
    ("CDN-Cache-Control", "max-age", None),
    ("No-Vary-Search", 'params=("a", "b")', 'params=("a" "b")'),
    ("No-Vary-Search", 'params=["a", "b"]', 'params=("a" "b")'),
    ("No-Vary-Search", "params=(a, b", None),
    ("No-Vary-Search", 'except=("a")', None),
    ("No-Vary-Search", "params=(a", 'params=("a")'),
    ("No-Vary-Search", "parmas", "params"),
    ("Priority", "u=1;i", "u=1, i"),
    ("Priority", "u:1 i", "u=1, i"),
    ("Priority", "U=1, i=1", "u=1, i"),
    ("Priority", "u=8", None),
    ("Priority", "u=-1", None),
    ("Priority", "u=high", None),
    ("Priority", "u=1, u=2", None),
    ("Capsule-Protocol", "true", "?1"),
    ("Capsule-Protocol", "0", "?0"),
    ("Capsule-Protocol", "sometimes", None),
    ("Set-Login", '"logged-in"', "logged-in"),
    ("Set-Login", "Logged_In", "logged-in"),
    ("Set-Login", "in", None),
    ("Signature", "sig1=aGVsbG8=", "sig1=:aGVsbG8=:"),
    ("Signature-Input", "sig1=(date);keyid=k", 'sig1=("date");keyid="k"'),
    ("Use-As-Dictionary", "match=/a/*", 'match="/a/*"'),
    ("Use-As-Dictionary", 'id="a"', None),
    (
        "Integrity-Policy",
        "blocked-destinations=script",
        "blocked-destinations=(script)",
    ),
]


@pytest.mark.parametrize(("name", "text", "meant"), MEANT)
def test_a_slip_is_found_and_mended_where_that_is_certain(
    name: str, text: str, meant: str | None
) -> None:
    """Every finding proposes the same text, which has no finding; or none proposes any."""
    assert codes(name, text)
    assert {*mended(name, text)} == {meant}
    assert meant is None or remarks(name, meant) == []


def test_a_word_close_to_a_registered_one_is_a_warning() -> None:
    """Any other is an extension, where the specification has room for some."""
    assert codes("Proxy-Status", "edge; error=dns_timout") == ["R518"]
    assert mended("Proxy-Status", "edge; error=dns_timout") == [
        "edge;error=dns_timeout"
    ]
    assert codes("Proxy-Status", "edge; error=too_slow") == []
    assert codes("Cache-Status", "edge; fwd=never") == ["R517"]


def test_lists_and_mappings_take_plain_words_for_tokens() -> None:
    """Where nothing but a Token may stand; elsewhere a text is a String."""
    assert wire("Accept-CH", ["DPR", {"token": "Width"}]) == "DPR, Width"
    assert wire("Speculation-Rules", ["/a"]) == '"/a"'
    assert wire("Priority", {"u": 1, "i": True}) == "u=1, i"
    assert wire("Integrity-Policy", {"blocked-destinations": ["script"]}) == (
        "blocked-destinations=(script)"
    )
    status = [{"value": {"token": "edge"}, "params": {"fwd": "miss"}}]
    assert wire("Cache-Status", status) == "edge;fwd=miss"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Priority", "u=1" + 20_000 * " " + "x"),
        ("CDN-Cache-Control", "x" + 20_000 * "\t" + "x"),
        ("Cache-Status", 10_000 * '"\\'),
        ("Content-Encoding", 10_000 * "a,"),
    ],
)
def test_a_long_text_is_judged_soon_and_proposes_nothing(name: str, text: str) -> None:
    begun = process_time()
    assert {*mended(name, text)} == {None}
    assert process_time() - begun < 1


def test_a_text_of_blanks_proposes_no_empty_one() -> None:
    assert mended("Priority", "\t\t") == [None]


def test_runs_of_blanks_are_read_in_linear_time() -> None:
    """The pieces of a text alone, without the limit to its length."""
    begun = process_time()
    names = {"u": Wanted(), "i": Wanted()}
    with pytest.raises(ValueError, match="unclear"):
        loose_dict(names, Wanted(), "u=1" + 20_000 * " \t" + "\x7f")
    assert len(pieces(10_000 * '"\\', ",")) == 1
    assert process_time() - begun < 1
