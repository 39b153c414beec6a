"""R604 to R615: Content-Security-Policy, as text and as a mapping."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256, sha512

import pytest
from remarked import codes, mend, mended, remarks, wire

from respgen.diagnostics import Malformed
from respgen.fields import FIELDS
from respgen.fields.csp.names import FALLBACKS, KEYWORDS, KNOWN
from respgen.located import Plain
from respgen.specs import Pattern
from tests.support.corpora import json_corpus

CSP = "Content-Security-Policy"
DIGEST = f"'sha256-{b64encode(sha256(b'x').digest()).decode()}'"
LONG_DIGEST = f"'sha512-{b64encode(sha512(b'x').digest()).decode()}'"

TEXTS: dict[str, tuple[str, list[str]]] = {
    "nothing": ("", []),
    "usual": ("default-src 'self'; img-src https: data:", []),
    "none": ("default-src 'none'; frame-ancestors 'none'", []),
    "two policies": ("default-src 'self', script-src 'self'", []),
    "unknown directive": ("image-src 'self'", ["R604"]),
    "a source for a directive": ("https://a.example", ["R604"]),
    "unknown, and known ones": ("image-src *; img-src self", ["R604", "R606"]),
    "twice": ("img-src 'self'; img-src *", ["R605"]),
    "in two policies": ("img-src 'self', img-src *", []),
    "three times": ("img-src a; img-src b; img-src c", ["R605"]),
    "unquoted": ("default-src self", ["R606"]),
    "unquoted none": ("object-src none", ["R606"]),
    "in double quotes": ('default-src "self"', ["R606"]),
    "unquoted digest": (f"script-src {DIGEST[1:-1]}", ["R606"]),
    "unquoted sink": ("require-trusted-types-for script", ["R606"]),
    "a host called so": ("default-src self.example", []),
    "query": ("img-src https://a.example/b?c", ["R607"]),
    "no scheme": ("img-src //a.example", ["R607"]),
    "scheme without a host": ("img-src https://", ["R607"]),
    "star in a host": ("img-src a.*.example", ["R607"]),
    "star for a scheme": ("img-src *://a.example", ["R607"]),
    "underscore": ("img-src a_b.example", ["R607"]),
    "IPv6": ("connect-src https://[::1]:80", ["R607"]),
    "nearly a keyword": ("script-src 'unsafe-inlin'", ["R606"]),
    "unknown keyword": ("script-src 'unsafe-all'", ["R607"]),
    "underscore in a keyword": ("script-src 'self' unsafe_hashes", ["R606"]),
    "scheme without its colon": ("img-src data", ["R607"]),
    "host in quotes": ("img-src 'https://a.example'", ["R607"]),
    "nonce without a value": ("script-src 'nonce'", ["R609"]),
    "words of X-Frame-Options": ("frame-ancestors SAMEORIGIN", ["R607"]),
    "a directive among sources": ("img-src a frame-ancestors b", ["R607"]),
    "a directive among flags": ("sandbox allow-forms img-src b", ["R607"]),
    "a host that is nearly a directive": ("img-src script-src.example", []),
    "a host of one word": ("connect-src sandbox", ["R607"]),
    "colon behind a name": ("default-src: 'self'", ["R604"]),
    "source behind a semicolon": ("img-src 'self'; https://a.example", ["R610"]),
    "name of the header": (f"{CSP}: img-src 'self'", ["R610"]),
    "quotes around the whole": ("\"img-src 'self'\"", ["R610"]),
    "futile comma": ("default-src 'self', img-src *", ["R632"]),
    "comma before the fallback": (
        "script-src 'self' https://a.example; img-src *, default-src 'none'",
        ["R632"],
    ),
    "comma before a fallback that allows it": (
        "img-src 'self'; frame-ancestors *, default-src 'self'",
        [],
    ),
    "a nonce from the site alone": (
        "script-src 'strict-dynamic' " + DIGEST + ", default-src 'self'",
        [],
    ),
    "none beside, unquoted": ("script-src none a", ["R608"]),
    "a word for all": ("default-src All", ["R607"]),
    "futile comma behind another": (
        "default-src 'none', img-src 'self', font-src a",
        ["R632"],
    ),
    "comma that narrows": ("default-src https:, img-src a", ["R613"]),
    "comma between policies of their own": (
        "default-src 'self'; img-src 'none', img-src a; font-src b",
        [],
    ),
    "short digest": ("script-src 'sha256-YQ=='", ["R607"]),
    "host, port and path": ("img-src *.a.example:* https://a.example:8443/b/c.png", []),
    "scheme of its own": ("connect-src ws: com.example.app:", []),
    "long digest": (f"style-src {LONG_DIGEST}", []),
    "keyword of scripts for frames": ("frame-ancestors 'unsafe-inline'", ["R607"]),
    "frames": ("frame-ancestors 'self' https://*.partner.example http:", []),
    "none and samples": ("script-src 'none' 'report-sample'", []),
    "none beside": ("img-src 'none' https:", ["R608"]),
    "fixed nonce": ("script-src 'nonce-YWJj'", ["R609"]),
    "unquoted nonce": ("script-src nonce-YWJj", ["R609"]),
    "each response its own": ("script-src 'nonce-{nonce}'", []),
    "commas between sources": ("img-src 'self', https://a.example", ["R610"]),
    "commas between directives": ("img-src 'self', imgsrc b; font-src x", ["R604"]),
    "inline scripts": ("script-src 'self' 'unsafe-inline'", ["R611"]),
    "inline, both by default": ("default-src 'unsafe-inline'", ["R611"]),
    "inline, overridden": (
        "default-src 'unsafe-inline'; script-src 'self'; style-src 'self'",
        [],
    ),
    "inline styles": ("style-src 'unsafe-inline'; script-src 'self'", ["R611"]),
    "inline handlers": ("script-src 'self'; script-src-attr 'unsafe-inline'", ["R611"]),
    "inline beside a nonce": ("script-src 'unsafe-inline' 'nonce-{nonce}'", []),
    "inline beside a digest": (f"style-src 'unsafe-inline' {DIGEST}", []),
    "inline, dynamic": (
        f"script-src 'unsafe-inline' 'strict-dynamic' {DIGEST}",
        [],
    ),
    "dynamic is for scripts": ("style-src 'unsafe-inline' 'strict-dynamic'", ["R611"]),
    "inline where nothing is inline": ("img-src 'unsafe-inline'", []),
    "eval": ("script-src 'unsafe-eval'", ["R612"]),
    "eval by default": ("default-src 'unsafe-eval'", ["R612"]),
    "eval, overridden": ("default-src 'unsafe-eval'; script-src 'self'", []),
    "eval for WebAssembly": ("script-src 'wasm-unsafe-eval'", []),
    "any host": ("script-src *", ["R613"]),
    "any host, any port": ("script-src https://*:*", ["R613"]),
    "any address": ("script-src data: blob:", ["R613", "R613"]),
    "any host by default": ("default-src https:", ["R613"]),
    "any host, but not for scripts": ("default-src *; script-src 'self'", []),
    "sub-domains": ("script-src https://*.a.example", []),
    "any host, taken back": (f"script-src https: 'strict-dynamic' {DIGEST}", []),
    "dynamic alone": ("script-src 'strict-dynamic'", ["R614"]),
    "reports, out of date": ("default-src 'self'; report-uri /csp", ["R615"]),
    "reports, both ways": ("report-uri /csp; report-to csp", []),
    "mixed content": ("block-all-mixed-content", ["R615"]),
    "no value": ("upgrade-insecure-requests", []),
    "a value too much": ("upgrade-insecure-requests 1", ["R607"]),
    "sandbox": ("sandbox; report-to csp", []),
    "sandbox with flags": ("sandbox allow-scripts allow-forms", []),
    "sandbox with another": ("sandbox allow-script", ["R607"]),
    "two endpoints": ("report-to a b", ["R607"]),
    "no endpoint": ("report-to", ["R607"]),
    "trusted types": ("trusted-types a b#c 'allow-duplicates'", []),
    "no trusted types": ("trusted-types 'none' a", ["R608"]),
    "trusted type in quotes": ("trusted-types 'a'", ["R607"]),
    "no sink": ("require-trusted-types-for", ["R607"]),
    "rtc": ("webrtc 'block'", []),
    "rtc self": ("webrtc 'self'", ["R607"]),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_policy_is_read_as_browsers_read_it(text: str, expected: list[str]) -> None:
    """Each mistake has its rule, and what has no effect has no finding."""
    assert codes(CSP, text) == expected
    reported = codes(f"{CSP}-Report-Only", text)
    assert [code for code in reported if code not in ("R630", "R631")] == expected


CANONICAL: dict[str, tuple[Plain, str]] = {
    "white space": (
        "  default-src\t'self'  ;;img-src  * ; ",
        "default-src 'self'; img-src *",
    ),
    "case": (
        "Default-SRC 'SELF' HTTPS://A.example/B",
        "default-src 'self' HTTPS://A.example/B",
    ),
    "policies": ("img-src a,,font-src b", "img-src a, font-src b"),
    "list": ({"img-src": ["'self'", "data:"]}, "img-src 'self' data:"),
    "text": ({"img-src": "'self'  data:"}, "img-src 'self' data:"),
    "no source": ({"img-src": []}, "img-src"),
    "true": (
        {"upgrade-insecure-requests": True, "sandbox": True},
        "upgrade-insecure-requests; sandbox",
    ),
    "false": ({"upgrade-insecure-requests": False, "img-src": "a"}, "img-src a"),
    "case of a key": ({"IMG-src": ["'Self'"]}, "img-src 'self'"),
    "hash": (
        {"script-src": ["'self'"], "hashes": {"script-src": ["x"]}},
        f"script-src 'self' {DIGEST}",
    ),
    "hash of one": ({"hashes": {"style-src": "x"}}, f"style-src {DIGEST}"),
    "hash beside silence": (
        {"default-src": ["'self'"], "hashes": {"script-src": ["x"]}},
        f"default-src 'self'; script-src 'self' {DIGEST}",
    ),
    "hash beside none": (
        {"default-src": ["'none'"], "hashes": {"script-src": ["x"]}},
        f"default-src 'none'; script-src {DIGEST}",
    ),
    "hash that falls back twice": (
        {"script-src": ["a.example"], "hashes": {"script-src-elem": ["x"]}},
        f"script-src a.example; script-src-elem a.example {DIGEST}",
    ),
    "hash twice": ({"hashes": {"script-src": ["x", "x"]}}, f"script-src {DIGEST}"),
    "nonce": ({"nonce": ["script-src"]}, "script-src 'nonce-{nonce}'"),
    "nonce, in short": ({"nonce": True}, "script-src 'nonce-{nonce}'"),
    "no nonce": ({"nonce": False, "img-src": "a"}, "img-src a"),
    "nonces": (
        {
            "default-src": ["'none'"],
            "style-src": ["a"],
            "nonce": ["style-src", "script-src"],
        },
        "default-src 'none'; style-src a 'nonce-{nonce}'; script-src 'nonce-{nonce}'",
    ),
}


@pytest.mark.parametrize(("value", "expected"), CANONICAL.values(), ids=CANONICAL)
def test_a_policy_is_written_in_one_way(value: Plain, expected: str) -> None:
    """Text and mapping become the same canonical text; hashes and nonces join what is allowed."""
    assert wire(CSP, value) == expected


def test_a_nonce_has_places() -> None:
    """The texts stand around the places, of which there may be several."""
    made = FIELDS[CSP.lower()].constant(
        {"nonce": ["script-src", "style-src"], "report-uri": "/{nonce}"}
    )
    assert made == Pattern(
        (
            "report-uri /{nonce}; script-src 'nonce-",
            "'; style-src 'nonce-",
            "'",
        ),
        ("nonce", "nonce"),
    )


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\nb"], ids=["CRLF", "CR", "LF"])
def test_a_snippet_is_hashed_as_browsers_have_it(text: str) -> None:
    """Parsers of HTML make every end of a line one character, before anything is hashed."""
    digest = b64encode(sha256(b"a\nb").digest()).decode()
    assert (
        wire(CSP, {"hashes": {"script-src": [text]}}) == f"script-src 'sha256-{digest}'"
    )


REFUSED: dict[str, tuple[Plain, str, tuple[str | int, ...]]] = {
    "semicolon": ({"img-src": ["a; script-src *"]}, "R610", ("img-src", 0)),
    "semicolon in a path": ({"img-src": ["a/b;c"]}, "R610", ("img-src", 0)),
    "comma": ({"img-src": ["a", "b,c"]}, "R610", ("img-src", 1)),
    "comma in a text": ({"img-src": "a, b"}, "R610", ("img-src",)),
    "blank": ({"img-src": ["a b"]}, "R610", ("img-src", 0)),
    "newline": ({"img-src": ["a\nb"]}, "R610", ("img-src", 0)),
    "empty": ({"img-src": [""]}, "R610", ("img-src", 0)),
    "no text": ({"img-src": [5]}, "R006", ("img-src", 0)),
    "no list": ({"img-src": True}, "R006", ("img-src",)),
    "no flag": (
        {"upgrade-insecure-requests": 1},
        "R006",
        ("upgrade-insecure-requests",),
    ),
    "no name": ({"img src": ["a"]}, "R010", ("img src",)),
    "separator in a name": ({"a; b": ["a"]}, "R010", ("a; b",)),
    "twice": ({"img-src": ["a"], "Img-Src": ["b"]}, "R012", ("Img-Src",)),
    "a place of its own": (
        {"script-src": ["'nonce-{nonce}'"]},
        "R609",
        ("script-src", 0),
    ),
    "a place in a text": ("script-src 'nonce-{nonce}'", "R609", ()),
    "nonce of attributes": ({"nonce": ["script-src-attr"]}, "R010", ("nonce", 0)),
    "nonce of images": ({"nonce": ["img-src"]}, "R010", ("nonce", 0)),
    "nonce as text": ({"nonce": "script-src"}, "R006", ("nonce",)),
    "nonce of a number": ({"nonce": [5]}, "R006", ("nonce", 0)),
    "hash of images": ({"hashes": {"img-src": ["a"]}}, "R010", ("hashes", "img-src")),
    "hashes as a list": ({"hashes": ["a"]}, "R006", ("hashes",)),
    "hash of a number": (
        {"hashes": {"script-src": [5]}},
        "R006",
        ("hashes", "script-src", 0),
    ),
    "hash of no text": (
        {"hashes": {"script-src": ["\ud800"]}},
        "R203",
        ("hashes", "script-src", 0),
    ),
}


@pytest.mark.parametrize(("value", "code", "path"), REFUSED.values(), ids=REFUSED)
def test_a_mapping_says_one_thing(
    value: Plain, code: str, path: tuple[str | int, ...]
) -> None:
    """What would be read as something else is refused at its place, whatever is ignored."""
    with pytest.raises(Malformed) as refused:
        wire(CSP, value)
    assert (refused.value.found.rule.code, refused.value.found.at) == (code, path)
    assert not refused.value.found.rule.ignorable


_FONTS = "img-src none a; font-src 'self'"
MENDED: dict[str, tuple[str, list[str | None]]] = {
    "keyword": (
        "img-src self; font-src a self",
        ["img-src 'self'; font-src a 'self'"] * 2,
    ),
    "twice, the second one in the first": (
        "img-src a b; font-src b; img-src b",
        ["img-src a b; font-src b"],
    ),
    "twice, with other sources": ("img-src a; font-src b; img-src a c", [None]),
    "none beside another": ("img-src none a; font-src self", [None, _FONTS]),
    "a frame option beside another": ("frame-ancestors 'self' DENY", [None]),
    "a frame option of two words": (
        "frame-ancestors ALLOW-FROM https://a.example",
        ["frame-ancestors https://a.example"],
    ),
    "half of that": ("frame-ancestors ALLOW-FROM", [None]),
    "a keyword twice": ("img-src self 'self'", ["img-src 'self'"]),
    "all": ("img-src all", [None]),
    "a fallback behind the comma": (
        "img-src *, default-src 'none'",
        ["img-src *; default-src 'none'"],
    ),
    "comma": (
        "img-src 'self', https://a.example; font-src b, font-src c",
        ["img-src 'self' https://a.example; font-src b, font-src c"],
    ),
    "commas": (
        "img-src,'self',a; font-src b, c",
        ["img-src 'self' a; font-src b c"] * 3,
    ),
    "none is certain": ("img-src 'none' a", [None]),
    "semicolon missing": (
        "img-src 'self' script-src 'self' frame-ancestors 'none'; font-src b",
        ["img-src 'self'; script-src 'self'; frame-ancestors 'none'; font-src b"],
    ),
    "semicolon missing before a word": ("connect-src a sandbox", [None]),
    "semicolon and colon": (
        "img-src 'self' script-src: 'self'",
        ["img-src 'self'; script-src 'self'"] * 2,
    ),
    "semicolon too many": (
        "img-src 'self'; https://A.example/B; sandbox allow-forms; allow-modals",
        ["img-src 'self' https://A.example/B; sandbox allow-forms allow-modals"] * 2,
    ),
    "comma before an address": (
        "img-src a, https://A.example/B",
        ["img-src a https://A.example/B"],
    ),
    "comma for a semicolon": (
        "default-src 'self', img-src data:",
        ["default-src 'self'; img-src data:"],
    ),
    "colons": (
        "default-src: 'self'; img-src=data:",
        ["default-src 'self'; img-src data:"] * 2,
    ),
    "names": (
        "default_src a; scriptsrc b; stlye-src c",
        ["default-src a; script-src b; style-src c"] * 3,
    ),
    "names that stick to values": (
        "default-src'self'; img-src*; connect-srchttps://a.example",
        ["default-src 'self'; img-src *; connect-src https://a.example"] * 3,
    ),
    "quotes apart": ("img-src ' self '", ["img-src 'self'"] * 2),
    "quotes around all": (
        "'img-src 'self'; font-src 'none''",
        ["img-src 'self'; font-src 'none'"] * 2,
    ),
    "endpoint behind a semicolon": (
        "img-src a; report-to; csp",
        ["img-src a; report-to csp"],
    ),
    "commas for semicolons": (
        "default-src 'none', img-src 'self'; font-src a, connect-src b",
        ["default-src 'none'; img-src 'self'; font-src a; connect-src b"],
    ),
    "keywords of types": (
        "trusted-types 'a' 'allow_duplicate'",
        ["trusted-types a 'allow-duplicates'"] * 2,
    ),
    "former name": ("allow 'self'", [None]),
    "keywords": (
        "script-src Unsafe_Eval 'strict_dynamic' \"self\" 'report-sampel'",
        ["script-src 'unsafe-eval' 'strict-dynamic' 'self' 'report-sample'"] * 4,
    ),
    "schemes": ("img-src data 'https:' blob", ["img-src data: https: blob:"] * 3),
    "marks of an address": (
        "img-src https//a.example https:b.example //c.example http:///d.example",
        ["img-src https://a.example https://b.example c.example http://d.example"] * 4,
    ),
    "scheme apart from its host": ("img-src https:// a.example", [None]),
    "query": ("img-src a.example/b?c#d", ["img-src a.example/b"]),
    "name that is not ASCII": (
        "img-src k\xf6ln.example",
        ["img-src xn--kln-sna.example"],
    ),
    "blank missing": ("script-src 'self''none'a.b", ["script-src 'self' 'none' a.b"]),
    "digest with a hyphen": (
        f"script-src 'sha-{DIGEST[4:]}",
        [f"script-src {DIGEST}"],
    ),
    "flags": (
        "sandbox 'allow-forms' allow_modals",
        ["sandbox allow-forms allow-modals"] * 2,
    ),
    "frames": ("frame-ancestors DENY", ["frame-ancestors 'none'"]),
    "endpoint": ("report-to 'csp'", ["report-to csp"]),
    "trusted types": (
        "trusted-types 'a' none",
        ["trusted-types a none", None],
    ),
    "sink": (
        "require-trusted-types-for 'scripts'",
        ["require-trusted-types-for 'script'"],
    ),
    "value too many": ("upgrade-insecure-requests 1", ["upgrade-insecure-requests"]),
    "of nginx": (
        f"add_header {CSP} \"img-src 'self'\" always;",
        ["img-src 'self'"],
    ),
    "of nginx, without its name": ("img-src 'self' always", ["img-src 'self'"]),
    "a quote at the end": ("img-src 'self';\"", ["img-src 'self'"]),
}


@pytest.mark.parametrize(("text", "expected"), MENDED.values(), ids=MENDED)
def test_a_certain_mending_is_known(text: str, expected: list[str | None]) -> None:
    """The whole policy after it, of which only that changes, wherever it is written."""
    assert mended(CSP, text) == expected


def test_a_keyword_in_yaml_is_mended_where_it_stands() -> None:
    """In a mapping the source alone changes."""
    (remark,) = remarks(CSP, "default-src self")
    assert (remark.at, mend(remark).part) == (("default-src", "self"), "'self'")


REPORTED: dict[str, tuple[str, list[str]]] = {
    "to an endpoint": ("default-src 'self'; report-to csp", []),
    "in the old way": ("default-src 'self'; report-uri /csp", ["R615"]),
    "to nobody": ("default-src 'self'", ["R631"]),
    "to nobody, twice": ("img-src a, img-src b; report-to csp", ["R631"]),
    "in a sandbox": ("sandbox; report-to csp", ["R630"]),
    "upgraded": ("upgrade-insecure-requests; report-to csp", ["R630"]),
    "frames": ("frame-ancestors 'none'; report-to csp", []),
}


@pytest.mark.parametrize(("text", "expected"), REPORTED.values(), ids=REPORTED)
def test_a_policy_that_only_reports(text: str, expected: list[str]) -> None:
    """Somebody hears of it, and it has nothing that only works where it is enforced."""
    assert codes(f"{CSP}-Report-Only", text) == expected


def test_a_fixed_nonce_is_declared_for_its_directive() -> None:
    """The help line names the directive that the nonce stands in."""
    (remark,) = remarks(CSP, "style-src 'nonce-YWJj'")
    assert remark.help == "write nonce: [style-src]"


NO_DIRECTIVES = {
    # what MDN lists below the field and is no directive
    "meta-element-support",
    "report-sample",
    "strict-dynamic",
    "unsafe-hashes",
    "worker_support",
}


def test_the_directives_are_those_that_browsers_know() -> None:
    """Every directive of MDN's table is known, out of date where MDN says so."""
    table = json_corpus(f"mdn-bcd-http/http/headers/{CSP}.json")["http"]["headers"][CSP]
    names = {*table} - {"__compat"} - NO_DIRECTIVES
    assert names <= {*KNOWN}
    old = {name for name in names if table[name]["__compat"]["status"]["deprecated"]}
    assert old == {name for name in names if KNOWN[name].instead}


def test_keywords_are_in_lower_case_and_quotes() -> None:
    """What is compared is written so; directives that fall back are known ones."""
    assert all(key == f"'{key[1:-1].lower()}'" for key in KEYWORDS)
    assert {*FALLBACKS} <= {*KNOWN}
