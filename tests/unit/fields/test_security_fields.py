"""R618 to R620, R623 to R625, R628: the smaller security headers, CORS and reports."""

from __future__ import annotations

import pytest
from remarked import codes, mended, remarks, wire

from respgen.diagnostics import Malformed
from respgen.located import Plain
from tests.support.corpora import json_corpus

FRAMES, OPENER, EMBEDDER = (
    "X-Frame-Options",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Embedder-Policy",
)
RESOURCE, REFERRER, CLEAR = (
    "Cross-Origin-Resource-Policy",
    "Referrer-Policy",
    "Clear-Site-Data",
)
ALLOW = "Access-Control-Allow"
TIMING = "Timing-Allow-Origin"
AGE, ENDPOINTS = "Access-Control-Max-Age", "Reporting-Endpoints"
OBJECT = '{"report_to":"a","max_age":5}'

TEXTS: dict[str, tuple[str, str, list[str]]] = {
    "frames": (FRAMES, "DENY", []),
    "frames in small letters": (FRAMES, "sameorigin", []),
    "frames of others": (FRAMES, "ALLOW-FROM https://a.example", ["R619"]),
    "frames for all": (FRAMES, "ALLOWALL", ["R618"]),
    "frames twice": (FRAMES, "DENY, SAMEORIGIN", ["R618"]),
    "sniffing": ("X-Content-Type-Options", "nosnif", ["R618"]),
    "resource": (RESOURCE, "same-site", []),
    "resource, case": (RESOURCE, "Same-Site", ["R618"]),
    "cluster": ("Origin-Agent-Cluster", "?1", []),
    "cluster in words": ("Origin-Agent-Cluster", "true", ["R618"]),
    "policy files": ("X-Permitted-Cross-Domain-Policies", "none", []),
    "policy files of some": ("X-Permitted-Cross-Domain-Policies", "some", ["R618"]),
    "look-ups": ("X-DNS-Prefetch-Control", "off", []),
    "look-ups 0": ("X-DNS-Prefetch-Control", "0", ["R618"]),
    "filter off": ("X-XSS-Protection", "0", []),
    "filter on": ("X-XSS-Protection", "1; mode=block", ["R628"]),
    "opener": (OPENER, "noopener-allow-popups", []),
    "opener and reports": (OPENER, 'same-origin; report-to="a"', []),
    "opener and reports to a token": (OPENER, "same-origin; report-to=a", ["R618"]),
    "opener in quotes": (OPENER, '"same-origin"', ["R618"]),
    "opener and reports beyond ASCII": (
        OPENER,
        'same-origin; report-to="\N{SUPERSCRIPT TWO}oop"',
        ["R618"],
    ),
    "embedder that reports beyond ASCII": (
        f"{EMBEDDER}-Report-Only",
        "require-corp; report-to=k\N{LATIN SMALL LETTER O WITH DIAERESIS}ln",
        ["R618"],
    ),
    "opener, case": (OPENER, "Same-Origin", ["R618"]),
    "opener of embedders": (OPENER, "require-corp", ["R618"]),
    "embedder": (EMBEDDER, "credentialless", []),
    "embedder that reports": (
        f"{EMBEDDER}-Report-Only",
        'require-corp;report-to="a"',
        [],
    ),
    "embedder that reports to nobody": (
        f"{EMBEDDER}-Report-Only",
        "require-corp",
        ["R631"],
    ),
    "embedder, two words": (EMBEDDER, "require corp", ["R618"]),
    "all methods": (f"{ALLOW}-Methods", "all", ["R623"]),
    "all headers": (f"{ALLOW}-Headers", "Authorization, ALL", ["R623"]),
    "any header that is read": ("Access-Control-Expose-Headers", "any", ["R623"]),
    "varying in all": ("Vary", "All", ["R413"]),
    "all methods of a resource": ("Allow", "all", ["R228"]),
    "referrer": (REFERRER, "no-referrer", []),
    "referrer with others": (
        REFERRER,
        "no-referrer, strict-origin-when-cross-origin",
        [],
    ),
    "referrer, misspelt": (REFERRER, "no-referer", ["R618"]),
    "referrer of old": (REFERRER, "never", ["R618"]),
    "referrer as a whole": (REFERRER, "same-origin, unsafe-url", ["R620"]),
    "cleared": (CLEAR, '"cache", "executionContexts", "*"', []),
    "cleared without quotes": (CLEAR, 'cache, "cookies"', ["R618"]),
    "cleared in single quotes": (CLEAR, "'cache'", ["R618"]),
    "cleared, unknown": (CLEAR, '"caches"', ["R618"]),
    "cleared, case": (CLEAR, '"executioncontexts"', ["R618"]),
    "any origin": (f"{ALLOW}-Origin", "*", []),
    "an origin": (f"{ALLOW}-Origin", "https://a.example:8443", []),
    "an address": (f"{ALLOW}-Origin", "http://[::1]:3000", []),
    "origin with a path": (f"{ALLOW}-Origin", "https://a.example/", ["R623"]),
    "origin with its port": (f"{ALLOW}-Origin", "https://a.example:443", ["R623"]),
    "origin in capitals": (f"{ALLOW}-Origin", "https://A.example", ["R623"]),
    "origin without a scheme": (f"{ALLOW}-Origin", "a.example", ["R623"]),
    "origins below": (f"{ALLOW}-Origin", "https://*.a.example", ["R623"]),
    "two origins": (
        f"{ALLOW}-Origin",
        "https://a.example, https://b.example",
        ["R623"],
    ),
    "null": (f"{ALLOW}-Origin", "null", ["R624"]),
    "credentials": (f"{ALLOW}-Credentials", "true", []),
    "credentials, case": (f"{ALLOW}-Credentials", "True", ["R623"]),
    "no credentials": (f"{ALLOW}-Credentials", "false", ["R623"]),
    "methods": (f"{ALLOW}-Methods", "GET, PROPFIND", []),
    "methods in small letters": (f"{ALLOW}-Methods", "get, patch", ["R623", "R623"]),
    "methods with blanks": (f"{ALLOW}-Methods", "GET POST", ["R623"]),
    "names": (f"{ALLOW}-Headers", "*, Authorization", []),
    "names with blanks": ("Access-Control-Expose-Headers", "E Tag", ["R623"]),
    "age": (AGE, "600", []),
    "age in hours": (AGE, "1h", ["R623"]),
    "age below none": (AGE, "-1", ["R623"]),
    "endpoints": (ENDPOINTS, 'default="https://a.example/", b="/reports"', []),
    "endpoint over http": (ENDPOINTS, 'a="http://a.example/"', ["R625"]),
    "endpoint at home": (ENDPOINTS, 'a="http://localhost:8080/"', []),
    "endpoint as a token": (ENDPOINTS, "a=b", ["R625"]),
    "endpoint without quotes": (ENDPOINTS, "a=https://a.example/", ["R625"]),
    "endpoint twice": (ENDPOINTS, 'a="/", a="/b"', ["R625"]),
    "endpoint of mail": (ENDPOINTS, 'a="mailto:a@b.example"', ["R625"]),
    "endpoint that is none": (ENDPOINTS, 'a="https://[1"', ["R625"]),
    "endpoint with parameters": (ENDPOINTS, 'a="/";b=1', []),
    "no endpoint": (ENDPOINTS, "a=(1", ["R625"]),
    "failures": ("NEL", OBJECT, []),
    "failures no more": ("NEL", '{"max_age":0}', []),
    "failures, all members": (
        "NEL",
        '{"report_to":"a","max_age":5,"include_subdomains":true,"success_fraction":0,'
        '"failure_fraction":0.5,"request_headers":["A"],"response_headers":[]}',
        [],
    ),
    "failures without an endpoint": ("NEL", '{"max_age":5}', ["R625"]),
    "failures without a time": ("NEL", '{"report_to":"a"}', ["R625"]),
    "failures, types": (
        "NEL",
        '{"report_to":1,"max_age":true,"include_subdomains":"a","success_fraction":2,'
        '"failure_fraction":true,"request_headers":[1],"response_headers":"a"}',
        ["R625"] * 7,
    ),
    "failures, unknown": ("NEL", '{"report_to":"a","max_age":5,"max-age":6}', ["R625"]),
    "failures as a list": ("NEL", f"[{OBJECT}]", ["R625"]),
    "failures, no number": ("NEL", '{"max_age":NaN}', ["R625"]),
    "failures, too deep": ("NEL", "[" * 9999, ["R625"]),
}


@pytest.mark.parametrize(("name", "text", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_field_has_its_words(name: str, text: str, expected: list[str]) -> None:
    """What browsers ignore is found; what they read in any case is right in any."""
    assert codes(name, text) == expected


CANONICAL: dict[str, tuple[str, Plain, str]] = {
    "folded": (FRAMES, "deny", "DENY"),
    "compared": (RESOURCE, "Same-Origin", "same-origin"),
    "number": ("X-XSS-Protection", 0, "0"),
    "true": (f"{ALLOW}-Credentials", "True", "true"),
    "item": (OPENER, 'Same-Origin ; report-to="a"', 'Same-Origin ; report-to="a"'),
    "item with parameters": (
        OPENER,
        'same-origin;  report-to="a"',
        'same-origin;report-to="a"',
    ),
    "item, case": (OPENER, 'SAME-ORIGIN; report-to="a"', 'same-origin;report-to="a"'),
    "policies": (REFERRER, "No-Referrer,same-origin", "no-referrer, same-origin"),
    "list of policies": (REFERRER, ["no-referrer", "Origin"], "no-referrer, origin"),
    "names": (CLEAR, ["cache", "executioncontexts"], '"cache", "executionContexts"'),
    "names in quotes": (CLEAR, '"Cache","cookies"', '"cache", "cookies"'),
    "any name": (CLEAR, ["*"], '"*"'),
    "origin": (f"{ALLOW}-Origin", "HTTPS://A.example:443", "https://a.example"),
    "methods": (f"{ALLOW}-Methods", ["get", "Purge"], "GET, Purge"),
    "method names": (f"{ALLOW}-Methods", "put,,post", "PUT, POST"),
    "headers": (f"{ALLOW}-Headers", ["ETag", "X-A"], "ETag, X-A"),
    "times": (TIMING, ["https://A.example", "*"], "https://a.example, *"),
    "times as text": (TIMING, "https://a.example:443,null", "https://a.example, null"),
    "age": (AGE, "1h", "3600"),
    "age in seconds": (AGE, 600, "600"),
    "endpoints": (
        ENDPOINTS,
        {"default": "https://a.example/", "b": "/c"},
        'default="https://a.example/", b="/c"',
    ),
    "endpoints as text": (ENDPOINTS, 'a="/b",c="/d"', 'a="/b", c="/d"'),
    "failures": (
        "NEL",
        {"report_to": "a", "max_age": "30d", "success_fraction": 0.05},
        '{"report_to":"a","max_age":2592000,"success_fraction":0.05}',
    ),
    "failures as text": (
        "NEL",
        '{ "report_to": "ä", "max_age": 5 }',
        '{"report_to":"\\u00e4","max_age":5}',
    ),
    "no failures": ("NEL", "none", "none"),
}


@pytest.mark.parametrize(
    ("name", "value", "expected"), CANONICAL.values(), ids=CANONICAL
)
def test_a_field_is_written_in_one_way(name: str, value: Plain, expected: str) -> None:
    """Text and the field's own form become the same; what cannot be read stays as it is."""
    assert wire(name, value) == expected


REFUSED: dict[str, tuple[str, Plain, str, tuple[str | int, ...]]] = {
    "comma in a policy": (REFERRER, ["a, b"], "R203", (0,)),
    "number for a policy": (REFERRER, ["origin", 5], "R006", (1,)),
    "quotes in a name": (CLEAR, ['"cache"'], "R203", (0,)),
    "two origins in one": (TIMING, ["https://a.example, *"], "R203", (0,)),
    "blank in a method": (f"{ALLOW}-Methods", ["GET", "P T"], "R203", (1,)),
    "address that is no text": (ENDPOINTS, {"a": 5}, "R006", ("a",)),
    "name in capitals": (ENDPOINTS, {"A": "/"}, "R502", ("A",)),
    "address that is not ASCII": (ENDPOINTS, {"a": "/ä"}, "R504", ("a",)),
    "time": ("NEL", {"max_age": "soon"}, "R203", ("max_age",)),
    "infinity": ("NEL", {"max_age": float("inf")}, "R203", ()),
}


@pytest.mark.parametrize(
    ("name", "value", "code", "path"), REFUSED.values(), ids=REFUSED
)
def test_what_cannot_be_sent_is_refused(
    name: str, value: Plain, code: str, path: tuple[str | int, ...]
) -> None:
    """A list or mapping with what its field cannot hold, at its place."""
    with pytest.raises(Malformed) as refused:
        wire(name, value)
    assert (refused.value.found.rule.code, refused.value.found.at) == (code, path)


@pytest.mark.parametrize("name", [FRAMES, OPENER, f"{ALLOW}-Origin", AGE, REFERRER])
def test_one_text_is_no_mapping(name: str) -> None:
    """A field that has no mapping says what it takes."""
    with pytest.raises(Malformed, match="expected"):
        wire(name, {"a": "b"})


MENDED: dict[str, tuple[str, str, list[str | None]]] = {
    "nearest": (FRAMES, "DENIED", [None]),
    "from others": (FRAMES, "ALLOW-FROM a", [None]),
    "case": (RESOURCE, "Cross-Origin", ["cross-origin"]),
    "truth": ("Origin-Agent-Cluster", "true", ["?1"]),
    "filter": ("X-XSS-Protection", "1", ["0"]),
    "quotes too many": (OPENER, '"same-origin"', ["same-origin"]),
    "quotes too few": (
        EMBEDDER,
        "require-corp;report-to=a",
        ['require-corp;report-to="a"'],
    ),
    "quotes of all": (CLEAR, "cache, Storage", ['"cache", "storage"'] * 2),
    "quotes of strangers": (CLEAR, "cache, all of it", [None, None]),
    "separators": (
        CLEAR,
        '"cache" "cookies"; storage',
        ['"cache", "cookies", "storage"'],
    ),
    "all": (CLEAR, '"all"', ['"*"']),
    "one of two": (CLEAR, '"cookie"', ['"cookies"']),
    "semicolon": (FRAMES, "DENY;", ["DENY"]),
    "quotes": (FRAMES, "'sameorigin'", ["SAMEORIGIN"]),
    "hyphen": (FRAMES, "SAME-ORIGIN", ["SAMEORIGIN"]),
    "twice": (FRAMES, "DENY, DENY", ["DENY"]),
    "both": (FRAMES, "DENY, SAMEORIGIN", [None]),
    "of the other header": (FRAMES, "'none'", ["DENY"]),
    "for all": (FRAMES, "ALLOWALL", [None]),
    "with its name": (FRAMES, "X-Frame-Options: DENY", ["DENY"]),
    "hyphen too many": ("X-Content-Type-Options", "no-sniff", ["nosniff"]),
    "star": (RESOURCE, "*", ["cross-origin"]),
    "another site": (RESOURCE, "cross-site", [None]),
    "truth of look-ups": ("X-DNS-Prefetch-Control", "false", ["off"]),
    "comma and endpoint": (
        OPENER,
        "same_origin, report_to 'a'",
        ['same-origin;report-to="a"'],
    ),
    "parameter": (OPENER, 'same-origin; report_to="a"', ['same-origin;report-to="a"']),
    "parameter in capitals": (
        OPENER,
        'same-origin; Report-To="a"',
        ['same-origin;report-to="a"'],
    ),
    "of other pages": (OPENER, "same-site", [None]),
    "referrer, one r": (REFERRER, "no-referer", ["no-referrer"]),
    "referrer, marks": (REFERRER, "'no_referrer';", ["no-referrer"]),
    "referrer, no comma": (
        REFERRER,
        "no-referrer same-origin",
        ["no-referrer, same-origin"],
    ),
    "referrer of old": (REFERRER, "never", ["no-referrer"]),
    "referrer of nobody": (REFERRER, "no-referrer, mine", [None]),
    "origin in quotes": (
        f"{ALLOW}-Origin",
        "'https://a.example';",
        ["https://a.example"],
    ),
    "marks of an address": (
        f"{ALLOW}-Origin",
        "https:/a.example",
        ["https://a.example"],
    ),
    "no scheme": (f"{ALLOW}-Origin", "a.example:3000", [None]),
    "star in quotes": (f"{ALLOW}-Origin", '"*"', ["*"]),
    "methods, no commas": (f"{ALLOW}-Methods", "GET POST; PUT", ["GET, POST, PUT"]),
    "methods, bars": (f"{ALLOW}-Methods", "GET|POST", ["GET, POST"]),
    "names, marks": (f"{ALLOW}-Headers", "'ETag'; Link:", ["ETag, Link"]),
    "age in quotes": (AGE, '"600";', ["600"]),
    "age, thousands": (AGE, "86,400", ["86400"]),
    "age, fraction": (AGE, "600.5", [None]),
    "times": (TIMING, "https://A.example/, *", ["https://a.example, *"]),
    "times, no commas": (
        TIMING,
        "https://a.example 'https://b.example'",
        ["https://a.example, https://b.example"],
    ),
    "times of a host": (TIMING, "a.example", [None]),
    "yes": (f"{ALLOW}-Credentials", "yes", ["true"]),
    "slash": (f"{ALLOW}-Origin", "https://a.example:443/", ["https://a.example"]),
    "path": (f"{ALLOW}-Origin", "https://a.example/b", [None]),
    "origins": (f"{ALLOW}-Origin", "https://a.example https://b.example", [None]),
    "methods": (f"{ALLOW}-Methods", "get, PUT", ["GET, PUT"]),
    "no credentials": (f"{ALLOW}-Credentials", "false", [None]),
}


@pytest.mark.parametrize(("name", "text", "expected"), MENDED.values(), ids=MENDED)
def test_a_certain_mending_is_known(
    name: str, text: str, expected: list[str | None]
) -> None:
    """Case, quotes and a slash; not what somebody meant by another word."""
    assert mended(name, text) == expected


def test_what_browsers_clear_is_known() -> None:
    """Every type of MDN's table is right as it stands there."""
    table = json_corpus(f"mdn-bcd-http/http/headers/{CLEAR}.json")
    known = {*table["http"]["headers"][CLEAR]} - {"__compat", "secure_context_required"}
    for name in known:
        assert codes(CLEAR, '"*"' if name == "wildcard" else f'"{name}"') == []


def test_referrer_policies_are_known() -> None:
    """Every policy of MDN's table is one, and only one of them tells all."""
    table = json_corpus(f"mdn-bcd-http/http/headers/{REFERRER}.json")
    known = {
        name.removeprefix("default_") for name in table["http"]["headers"][REFERRER]
    }
    found = {name: codes(REFERRER, name) for name in known - {"__compat"}}
    assert {name for name in found if found[name]} == {"unsafe-url"}


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        (EMBEDDER, "require-corp, credentialless", "require-corp or credentialless"),
        (EMBEDDER, "credentialless require-corp", "credentialless or require-corp"),
        (EMBEDDER, "unsafe-none; require-corp", "unsafe-none or require-corp"),
        (
            OPENER,
            "same-origin, same-origin-allow-popups",
            "same-origin or same-origin-allow-popups",
        ),
    ],
)
def test_of_two_values_the_author_chooses(name: str, text: str, values: str) -> None:
    """A second one is no parameter of the first."""
    (found,) = remarks(name, text)
    assert found.help == f"write one of them: {values}"
    assert mended(name, text) == [None]
