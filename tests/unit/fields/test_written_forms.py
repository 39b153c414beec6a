"""What the fields' own forms become on the wire, text among them, and which rules judge it."""

from __future__ import annotations

import pytest
from judged import codes, marked, mended, sent

SHA = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="
IMF = "Fri, 30 Jun 2023 23:59:59 GMT"
SENT = {
    "vary": ("Vary", "[Accept, Cookie]", "Accept, Cookie"),
    "vary as text": ("Vary", '"Accept,,Cookie"', "Accept, Cookie"),
    "vary on all": ("Vary", '["*"]', "*"),
    "text in a list": ("Vary", '["Accept,Cookie"]', "Accept, Cookie"),
    "vary in a mapping": ("Vary", "{value: [Accept], policy: append}", "Accept"),
    "allow": ("Allow", "[GET, HEAD]", "GET, HEAD"),
    "allow nothing": ("Allow", "[]", ""),
    "allow nothing, as text": ("Allow", '""', ""),
    "accept ranges": ("Accept-Ranges", "[bytes]", "bytes"),
    "retry after a time": ("Retry-After", "2m", "120"),
    "retry after seconds": ("Retry-After", "90", "90"),
    "retry at a date": ("Retry-After", "2023-06-30T23:59:59Z", IMF),
    "retry at a date of the wire": ("Retry-After", f'"{IMF}"', IMF),
    "deprecated on a day": ("Deprecation", "2023-06-30", "@1688083200"),
    "deprecated elsewhere": ("Deprecation", '"2023-07-01T01:59:59+02:00"', "@1688169599"),
    "deprecated as on the wire": ("Deprecation", '"@1688169599"', "@1688169599"),
    "sunset": ("Sunset", "2023-06-30T23:59:59", IMF),
    "sunset as on the wire": ("Sunset", f'"{IMF}"', IMF),
    "links": (
        "Link",
        '[{href: "/a b", rel: next}, {href: "x,y", rel: "prev up", title: "é\\\\"}]',
        '</a%20b>; rel="next", <x,y>; rel="prev up"; title*=UTF-8\'\'%C3%A9%5C',
    ),
    "links as text": (
        "Link",
        '",</a,b>;REL=next ; type=text/css;crossorigin,<>; rel=\\"a\\""',
        '</a,b>; rel="next"; type="text/css"; crossorigin, <>; rel="a"',
    ),
    "links with another alphabet": (
        "Link",
        "\"</>; rel=up; title*=utf-8'de'%e2%82%ac\"",
        "</>; rel=\"up\"; title*=utf-8'de'%e2%82%ac",
    ),
    "timing": (
        "Server-Timing",
        '{db: {dur: 53.20, desc: "A \\"b\\""}, miss: {}, app: {dur: 5}}',
        'db;dur=53.2;desc="A \\"b\\"", miss, app;dur=5',
    ),
    "timing as text": (
        "Server-Timing",
        '"db;dur=5 ; desc=x,miss, a;desc=\\"q,;\\""',
        'db;dur=5;desc="x", miss, a;desc="q,;"',
    ),
    "policies": (
        "RateLimit-Policy",
        "{burst: {q: 100, w: 1m}, daily: {q: 1000, w: 1d, qu: requests, pk: aGk=, acme-x: {token: y}}}",
        '"burst";q=100;w=60, "daily";q=1000;w=86400;qu="requests";pk=:aGk=:;acme-x=y',
    ),
    "policies as text": ("RateLimit-Policy", "'\"a\"; q=1 ,\"b\";q=2'", '"a";q=1, "b";q=2'),
    "policies as a structured list": (
        "RateLimit-Policy",
        "[{value: a, params: {q: 1}}]",
        '"a";q=1',
    ),
    "what is left": ("RateLimit", "{burst: {r: 50, t: 30s}}", '"burst";r=50;t=30'),
    "content digest": ("Content-Digest", f"{{sha-256: {SHA}}}", f"sha-256=:{SHA}:"),
    "digest as text": ("Repr-Digest", f'"sha-256=:{SHA[:-1]}:"', f"sha-256=:{SHA}:"),
    "challenge": (
        "WWW-Authenticate",
        "{scheme: Bearer, realm: shop, error: invalid_token}",
        'Bearer realm="shop", error="invalid_token"',
    ),
    "challenges": (
        "WWW-Authenticate",
        "[{scheme: Negotiate, token68: YII=}, {scheme: Basic, realm: 'the \"shop\"'}]",
        'Negotiate YII=, Basic realm="the \\"shop\\""',
    ),
    "challenge as text": (
        "Proxy-Authenticate",
        "'Basic  realm = shop ,charset=\"UTF-8\",, Bearer'",
        'Basic realm="shop", charset="UTF-8", Bearer',
    ),
    "digest challenge as text": (
        "WWW-Authenticate",
        "'Digest realm=\"a\", algorithm=\"SHA-256\", nonce=b'",
        'Digest realm="a", algorithm=SHA-256, nonce="b"',
    ),
    "typed challenge": (
        "X-Challenge",
        "{type: challenge, value: {scheme: Bearer, scope: a b}}",
        'Bearer scope="a b"',
    ),
    "range": ("Content-Range", "{first: 0, last: 99, complete: 100}", "bytes 0-99/100"),
    "range of unknown length": ("Content-Range", "{first: 0, last: 99}", "bytes 0-99/*"),
    "no range": ("Content-Range", "{complete: 100}", "bytes */100"),
    "range of items": ("Content-Range", "{complete: 9, unit: items}", "items */9"),
    "range as text": ("Content-Range", "bytes 0-99/*", "bytes 0-99/*"),
    "typed range": (
        "Content-Range",
        "{type: content_range, value: {first: 0, last: 0, complete: 1}}",
        "bytes 0-0/1",
    ),
    "typed digest": (
        "Content-Digest",
        f"{{type: digest, value: {{sha-256: {SHA}}}}}",
        f"sha-256=:{SHA}:",
    ),
    "digests wanted": ("Want-Repr-Digest", "{sha-512: 10, sha-256: 3}", "sha-512=10, sha-256=3"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "written", "wire"), SENT.values(), ids=SENT)
def test_wire_form(name: str, written: str, wire: str) -> None:
    """Mappings, lists and text become the canonical value."""
    assert sent(f"{{{name}: {written}}}") == {name: wire}


@pytest.mark.parametrize(
    ("name", "empty"),
    [("Vary", "[]"), ("Link", "[]"), ("Server-Timing", "{}"), ("RateLimit", "{}")],
)
def test_an_empty_form_sends_nothing(name: str, empty: str) -> None:
    """No member, no field; Allow alone says something with an empty value."""
    assert sent(f"{{{name}: {empty}}}") == {}


FOUND = {
    "vary on all and more": ("Vary", '["*", Accept]', "R225", '"*"'),
    "vary on no name": ("Vary", "[Accept, a b]", "R225", "a b"),
    "vary on numbers": ("Vary", "[1]", "R006", "1"),
    "allow no token": ("Allow", "[GET, a/b]", "R228", "a/b"),
    "allow in small letters": ("Allow", "[GET, post]", "R229", "post"),
    "no ranges and some": ("Accept-Ranges", "[none, bytes]", "R230", "[none, bytes]"),
    "no unit": ("Accept-Ranges", "[b s]", "R230", "b s"),
    "another unit": ("Accept-Ranges", "lines", "R231", "lines"),
    "retry soon": ("Retry-After", "soon", "R224", "soon"),
    "retry before": ("Retry-After", "-1", "R224", "-1"),
    "deprecated": ("Deprecation", '"true"', "R507", '"true"'),
    "sunset soon": ("Sunset", "soon", "R222", "soon"),
    "link without relation": ("Link", "[{href: /a}]", "R505", "{href: /a}"),
    "link without target": ("Link", "[{rel: next}]", "R505", "{rel: next}"),
    "second link": ("Link", "[{href: /, rel: up}, {href: /, rel: é}]", "R505", "é"),
    "link as text": ("Link", '"</a>; title=x"', "R505", '"</a>; title=x"'),
    "link with two relations": (
        "Link",
        '"<a>; rel=up; rel=next"',
        "R505",
        '"<a>; rel=up; rel=next"',
    ),
    "no link": ("Link", '"/a; rel=next"', "R505", '"/a; rel=next"'),
    "raw link of a parameter": (
        "Link",
        "{type: str, default: '<a>; rel=up; type=a/b'}",
        "R505",
        "'<a>; rel=up; type=a/b'",
    ),
    "no encoding": (
        "Link",
        '"<a>; rel=up; title*=x"',
        "R505",
        '"<a>; rel=up; title*=x"',
    ),
    "timing of no time": ("Server-Timing", '"db;dur=x"', "R509", '"db;dur=x"'),
    "timing backwards": ("Server-Timing", "{db: {dur: -1}}", "R509", "-1"),
    "timing of no name": ("Server-Timing", "{d b: {}}", "R509", "d b"),
    "timing twice": ("Server-Timing", '"a;dur=1;dur=2"', "R509", '"a;dur=1;dur=2"'),
    "timing with another key": ("Server-Timing", "{db: {time: 1}}", "R003", "time"),
    "timing with a comment": ("Server-Timing", '"db;note=x"', "R510", '"db;note=x"'),
    "policy without quota": ("RateLimit-Policy", "{a: {w: 1m}}", "R511", "{w: 1m}"),
    "empty window": ("RateLimit-Policy", "{a: {q: 1, w: 0}}", "R511", "0"),
    "no window": ("RateLimit-Policy", "{a: {q: 1, w: 1x}}", "R511", "1x"),
    "what is left in words": ("RateLimit", "{a: {r: none}}", "R511", "none"),
    "key in capitals": ("RateLimit", "{a: {r: 1, T: 1}}", "R502", "T"),
    "an older draft": ("RateLimit-Policy", '"100;w=60"', "R511", '"100;w=60"'),
    "limits as words": ("RateLimit", '"limit=5"', "R501", '"limit=5"'),
    "short digest": ("Content-Digest", "{sha-256: aGk=}", "R512", "aGk="),
    "no base64": ("Content-Digest", "{sha-256: é}", "R512", "é"),
    "digest of text": ("Content-Digest", "'sha-256=\"a\"'", "R512", "'sha-256=\"a\"'"),
    "old algorithm": ("Repr-Digest", "{md5: aGk=}", "R513", "md5"),
    "challenge without commas": (
        "WWW-Authenticate",
        "Bearer a=b c=d",
        "R232",
        "Bearer a=b c=d",
    ),
    "challenge without scheme": (
        "WWW-Authenticate",
        "{realm: shop}",
        "R005",
        "{realm: shop}",
    ),
    "no challenge": ("WWW-Authenticate", "[]", "R232", "[]"),
    "two kinds of parameters": (
        "WWW-Authenticate",
        "{scheme: A, token68: b, realm: c}",
        "R012",
        "{scheme: A, token68: b, realm: c}",
    ),
    "scheme of two words": ("WWW-Authenticate", "{scheme: a b}", "R232", "a b"),
    "parameter of two words": (
        "WWW-Authenticate",
        "[{scheme: Bearer}, {scheme: Bearer, a b: c}]",
        "R232",
        "c",
    ),
    "parameter that is no text": (
        "WWW-Authenticate",
        "{type: challenge, default: {scheme: Digest, realm: a, stale: true}}",
        "R006",
        "true",
    ),
    "parameter twice": ("WWW-Authenticate", "'A b=c, B=d'", "R232", "'A b=c, B=d'"),
    "realm without quotes": (
        "WWW-Authenticate",
        "{type: str, default: Basic realm=shop}",
        "R232",
        "Basic realm=shop",
    ),
    "basic without realm": (
        "Proxy-Authenticate",
        "{scheme: basic}",
        "R233",
        "{scheme: basic}",
    ),
    "default without realm": (
        "X-Challenge",
        "{type: challenge, default: [{scheme: A}, {scheme: Basic}]}",
        "R233",
        "{scheme: Basic}",
    ),
    "range backwards": ("Content-Range", "{first: 2, last: 1}", "R234", "1"),
    "range outside": (
        "Content-Range",
        "{type: content_range, default: {first: 2, last: 3, complete: 3}}",
        "R234",
        "3",
    ),
    "range below": ("Content-Range", "{first: -1, last: 1}", "R234", "-1"),
    "range without end": ("Content-Range", "{first: 1}", "R005", "{first: 1}"),
    "range with another key": ("Content-Range", "{first: 1, to: 2}", "R003", "to"),
    "range as words": ("Content-Range", "bytes 1 to 5", "R234", "bytes 1 to 5"),
    "short digest of a default": (
        "Content-Digest",
        "{type: digest, default: {sha-256: aGk=}}",
        "R512",
        "aGk=",
    ),
    "too much wanted": ("Want-Content-Digest", "{sha-256: 11}", "R512", "11"),
}


@pytest.mark.parametrize(("name", "written", "code", "part"), FOUND.values(), ids=FOUND)
def test_a_mistake_stands_at_its_part(
    name: str, written: str, code: str, part: str
) -> None:
    """One finding, with its rule, at the smallest part that has a place."""
    headers = f"{{{name}: {written}}}"
    assert codes(headers) == [code]
    assert marked(headers) == part


FIXES = {
    "method as text": ("Allow", '"get, HEAD"', '"GET, HEAD"'),
    "method in a list": ("Allow", "[get, HEAD]", "[GET, HEAD]"),
    "duration with a blank": ("Retry-After", '"2 m"', '"2m"'),
    "date of a default": (
        "Sunset",
        '{type: str, default: "2023-06-30T23:59:59"}',
        f'{{type: str, default: "{IMF}"}}',
    ),
    "deprecation as other dates": ("Deprecation", f'"{IMF}"', '"@1688169599"'),
    "deprecation without @": ("Deprecation", "1688169599", "@1688169599"),
    "deprecation as a day": ("Deprecation", "20230630", None),
    "realm without quotes": (
        "WWW-Authenticate",
        '{type: str, default: "Basic realm=shop"}',
        '{type: str, default: "Basic realm="shop""}',
    ),
    "policies without quotes": (
        "RateLimit",
        "'a;r=1'",
        '"a";r=1',
    ),
}


@pytest.mark.parametrize(("name", "written", "after"), FIXES.values(), ids=FIXES)
def test_a_certain_mending_is_a_fix(name: str, written: str, after: str | None) -> None:
    """What means one thing only is mended."""
    was = mended(f"{{{name}: {written}}}")
    assert was == (None if after is None else f"{{{name}: {after}}}")


@pytest.mark.parametrize(
    ("sunset", "expected"),
    [("2024-01-01", ["R508"]), ("2024-01-02", []), ("2025-01-01", [])],
)
def test_nothing_is_gone_before_it_is_deprecated(
    sunset: str, expected: list[str]
) -> None:
    """Sunset is not before Deprecation, as constants or defaults."""
    for date in (sunset, f"{{type: date, default: {sunset}}}"):
        assert codes(f"{{Deprecation: 2024-01-02, Sunset: {date}}}") == expected


@pytest.mark.parametrize(
    ("status", "value", "expected"),
    [
        (206, "{first: 0, last: 1}", []),
        (206, "{complete: 5}", ["R235"]),
        (416, "{complete: 5}", []),
        (416, "bytes 0-1/2", ["R235"]),
        (416, "{type: content_range, default: {first: 0, last: 1}}", ["R235"]),
        (200, "{complete: 5}", []),
    ],
)
def test_a_range_goes_with_its_status(
    status: int, value: str, expected: list[str]
) -> None:
    """206 comes with a part and 416 with none."""
    keys = f"media_type: a/b\n    status_code: {status}"
    assert codes(f"{{Content-Range: {value}}}", keys) == expected
