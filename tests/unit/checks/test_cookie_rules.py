"""R301 to R325: cookies."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specimens import ENTRY, USE, codes, cookie, found, key_span, module, response, use

from respgen.specs import (
    Argument,
    CookieScope,
    CookieSignature,
    ImportPath,
    Read,
)

LONG = "/" + "a" * 1024
SECRET = ImportPath("shop.settings", "secret")
FROM_PATH = {"path": Read(ImportPath("shop.settings", "path"))}
NAMED = {"key": Read(ImportPath("shop.settings", "name"))}
DECIDED = frozenset({"path"})
PRESETS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "silent": ({}, []),
    "empty name": ({"key": ""}, ["R301"]),
    "space": ({"key": "a b"}, ["R301"]),
    "semicolon": ({"key": "a;b"}, ["R301"]),
    "equals": ({"key": "a=b"}, ["R301"]),
    "not ASCII": ({"key": "g\xf6"}, ["R301"]),
    "long name": ({"key": "a" * 4097}, ["R308"]),
    "longest name": ({"key": "a" * 4096}, []),
    "longest name that is spread": ({"key": "a" * 4070, "chunks": True}, []),
    "long name that is spread": ({"key": "a" * 4071, "chunks": True}, ["R308"]),
    "longest name that is signed": (
        {"key": "a" * 4045, "sign": CookieSignature(SECRET, 60)},
        [],
    ),
    "long name that is signed": (
        {"key": "a" * 4046, "sign": CookieSignature(SECRET, 60)},
        ["R308"],
    ),
    "adjacent places": ({"key": "u{a}{b}"}, ["R326"]),
    "one place twice, adjacent": ({"key": "{a}{a}"}, []),
    "spread, a place last": ({"key": "a-{b}", "chunks": True}, ["R326"]),
    "spread, a digit last": ({"key": "a-{b}1", "chunks": True}, ["R326"]),
    "spread, a part last": ({"key": "{b}.a-7", "chunks": True}, ["R326"]),
    "spread, a word last": ({"key": "a-{b}-c", "chunks": True}, []),
    "spread, a word with a digit last": ({"key": "{b}-v1", "chunks": True}, []),
    "spread, no part last": ({"key": "{b}-8", "chunks": True}, []),
    "path": ({"path": "/shop"}, []),
    "no path": ({"path": None}, []),
    "relative path": ({"path": "shop"}, ["R304"]),
    "path with attribute": ({"path": "/;Domain=a.example"}, ["R303"]),
    "path with newline": ({"path": "/\n"}, ["R303"]),
    "path not ASCII": ({"path": "/\xf6"}, ["R303"]),
    "long path": ({"path": LONG}, ["R309"]),
    "domain": ({"domain": "shop.example"}, []),
    "domain of one label": ({"domain": "localhost"}, []),
    "domain with port": ({"domain": "shop.example:443"}, ["R305"]),
    "domain with scheme": ({"domain": "https://shop.example"}, ["R305"]),
    "domain not ASCII": ({"domain": "b\xfccher.example"}, ["R305"]),
    "domain empty": ({"domain": ""}, ["R305"]),
    "domain with attribute": ({"domain": "a.example; Secure"}, ["R303"]),
    "leading dot": ({"domain": ".shop.example"}, ["R306"]),
    "two dots": ({"domain": "..shop.example"}, ["R305"]),
    "public suffix": ({"domain": "co.uk"}, ["R307"]),
    "private suffix": ({"domain": "GitHub.io"}, ["R307"]),
    "below a suffix": ({"domain": "shop.co.uk"}, []),
    "negative": ({"max_age": -1}, ["R310"]),
    "400 days": ({"max_age": 34_560_000}, []),
    "longer": ({"max_age": 34_560_001}, ["R311"]),
    "too long to print": ({"max_age": 16**5000}, ["R311"]),
    "cross-site": ({"samesite": "none", "secure": False}, ["R312"]),
    "secure cross-site": ({"samesite": "none"}, []),
    "partitioned": ({"partitioned": True, "secure": False}, ["R313"]),
    "partitioned, without SameSite": (
        {"partitioned": True, "samesite": None},
        ["R328"],
    ),
    "partitioned, SameSite by default": (
        {"partitioned": True, "origins": {"samesite": Argument("samesite", False)}},
        ["R328"],
    ),
    "partitioned, SameSite of callers": (
        {"partitioned": True, "origins": {"samesite": Argument("samesite", True)}},
        [],
    ),
    "partitioned, SameSite of settings": (
        {"partitioned": True, "origins": {"samesite": Read(SECRET)}},
        [],
    ),
    "a place that is a method": ({"key": "a-{read}"}, ["R103"]),
    "a place that is the secret": (
        {"key": "a-{secret}", "sign": CookieSignature(None, 60)},
        ["R103"],
    ),
    "__Secure-": ({"key": "__Secure-a", "secure": False}, ["R314"]),
    "__Secure- kept": ({"key": "__Secure-a", "domain": "a.example"}, []),
    "__Host- insecure": ({"key": "__Host-a", "secure": False}, ["R315"]),
    "__Host- path": ({"key": "__Host-a", "path": "/a"}, ["R315"]),
    "__Host- no path": ({"key": "__Host-a", "path": None}, ["R315"]),
    "__Host- domain": ({"key": "__Host-a", "domain": "a.example"}, ["R315"]),
    "__Host- kept": ({"key": "__Host-a", "httponly": False}, []),
    "__Http- insecure": ({"key": "__Http-a", "secure": False}, ["R316"]),
    "__Http- readable": ({"key": "__Http-a", "httponly": False}, ["R316"]),
    "__Host-Http-": ({"key": "__Host-Http-a", "httponly": False}, ["R317"]),
    "__Host-Http- path": ({"key": "__Host-Http-a", "path": "/a"}, ["R317"]),
    "case": ({"key": "__host-a"}, ["R318"]),
    "case, broken too": ({"key": "__HOST-a", "path": "/a"}, ["R315", "R318"]),
    "no prefix": ({"key": "__Hosta"}, []),
    "long s is no s": ({"key": "__\u017fecure-a"}, ["R301"]),
    "priority": ({"priority": "High"}, ["R321"]),
    "a word that core refuses": ({"samesite": "laxer"}, ["R303"]),
    "readable session": ({"key": "PHPSESSID", "httponly": False}, ["R322"]),
    "readable token": ({"key": "authToken", "httponly": False}, ["R322"]),
    "readable guard": ({"key": "XSRF-TOKEN", "httponly": False}, []),
    "readable theme": ({"key": "theme", "httponly": False}, []),
    "readable author": ({"key": "author", "httponly": False}, []),
    "place": ({"key": "access-{client}"}, []),
    "place alone": ({"key": "{client}"}, []),
    "two places": ({"key": "{client}.{region}"}, []),
    "one place twice": ({"key": "{client}.{client}"}, []),
    "a name that is read": ({"origins": NAMED}, []),
    "a name that is read, of a host": ({"origins": NAMED, "path": "/a"}, []),
    "a name that is read, of a readable session": (
        {"name": "sid", "key": "sid", "origins": NAMED, "httponly": False},
        ["R322"],
    ),
    "brace": ({"key": "access-{client"}, ["R301"]),
    "brace in a place": ({"key": "{{client}}"}, ["R301"]),
    "place and space": ({"key": "my {client}"}, ["R301"]),
    "empty place": ({"key": "access-{}"}, ["R102"]),
    "place with a format": ({"key": "access-{client!r:>9}"}, ["R102"]),
    "keyword as a place": ({"key": "access-{class}"}, ["R102"]),
    "dunder as a place": ({"key": "access-{__class__}"}, ["R102"]),
    "place of ours": ({"key": "access-{value}"}, ["R103"]),
    "place of a type": ({"key": "u-{str}"}, ["R103"]),
    "place of a type that nothing names": ({"key": "u-{type}"}, []),
    "place of an attribute": (
        {"key": "a-{path}", "origins": {"path": Argument("path", required=True)}},
        ["R103"],
    ),
    "place of an attribute that is fixed": ({"key": "a-{path}"}, []),
    "place of a function": ({"key": "a-{set_basket_cookie}"}, ["R103"]),
    "__Host- with a place": ({"key": "__Host-{a}", "path": "/a"}, ["R315"]),
    "__Host-, another scope deleted": (
        {"key": "__Host-a", "also_delete": (CookieScope("/a", None),)},
        ["R315"],
    ),
    "__Host-, another scope formerly": (
        {"key": "__Host-a", "formerly": (CookieScope("/", "a.example"),)},
        ["R315"],
    ),
    "__Secure-, another scope formerly": (
        {"key": "__Secure-a", "formerly": (CookieScope("/", "a.example"),)},
        [],
    ),
    "older scope": ({"formerly": (CookieScope("/old", None),)}, []),
    "own scope": ({"formerly": (CookieScope("/", None),)}, ["R323"]),
    "own scope, dotted": (
        {"domain": "a.example", "formerly": (CookieScope("/", ".A.example"),)},
        ["R306", "R323"],
    ),
    "own scope, decided at run time": (
        {"origins": FROM_PATH, "formerly": (CookieScope("/", None, DECIDED),)},
        ["R323"],
    ),
    "perhaps its own scope": (
        {"origins": FROM_PATH, "formerly": (CookieScope("/", None),)},
        [],
    ),
    "signed": ({"sign": CookieSignature(SECRET, 60)}, []),
    "signed for ever": ({"sign": CookieSignature(SECRET, None)}, ["R325"]),
    "signed for nobody": ({"sign": CookieSignature(SECRET, 0)}, ["R310"]),
}


@pytest.mark.parametrize(("changes", "expected"), PRESETS.values(), ids=PRESETS)
def test_a_preset_is_a_cookie_that_browsers_keep(
    changes: dict[str, Any], expected: list[str]
) -> None:
    """Name, attributes and prefixes follow RFC 6265bis, whether a response uses the preset or not."""
    assert codes(module(cookies=(cookie(**changes),))) == expected


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (CookieScope("/old", None), []),
        (CookieScope("old", None), ["R304"]),
        (CookieScope("/", "https://a"), ["R305"]),
        (CookieScope("/;", None), ["R303"]),
    ],
    ids=["sound", "path", "domain", "octets"],
)
def test_scopes_that_are_deleted_too_are_scopes(
    scope: CookieScope, expected: list[str]
) -> None:
    """What deletion clears besides is held to the same grammar."""
    assert codes(module(cookies=(cookie(also_delete=(scope,)),))) == expected


def test_the_list_of_suffixes_is_read_for_a_domain_only() -> None:
    """The compiler starts without the list of public suffixes: few projects need it."""
    program = "import respgen.resolve, sys; print('publicsuffixlist' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True
    )
    assert run.stdout == "False\n"


SIGNED = CookieSignature(SECRET, 60)
LARGEST = 8 * 4093 - 25 + len("-1")
VALUES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "plain": ({}, "abc", []),
    "empty": ({}, "", []),
    "space": ({}, "a b", ["R302"]),
    "quote": ({}, '"a"', ["R302"]),
    "semicolon": ({}, "a;b", ["R302"]),
    "not ASCII": ({}, "\xf6", ["R302"]),
    "encoded": ({"encoding": "percent"}, 'ö; "', []),
    "quoted": ({"encoding": "quoted"}, 'ö; "', []),
    "quoted, beyond Latin-1": ({"encoding": "quoted"}, "\u2603", ["R302"]),
    "quoted, surrogate": ({"encoding": "quoted"}, "\ud800", ["R302"]),
    "quoted, newline": ({"encoding": "quoted"}, "a\n", ["R302"]),
    "quoted, delete": ({"encoding": "quoted"}, "\x7f", ["R302"]),
    "quoted, prefix": ({"encoding": "quoted"}, "__host-a", ["R320"]),
    "quoted, prefix in quotes": ({"encoding": "quoted"}, "__Host-a b", []),
    "quoted, largest": ({"encoding": "quoted", "key": "a"}, " " * 4093, []),
    "quoted, too large": ({"encoding": "quoted", "key": "a"}, " " * 4094, ["R308"]),
    "surrogate": ({"encoding": "base64url"}, "\ud800", ["R302"]),
    "surrogate in JSON": ({"encoding": "json"}, "\ud800", ["R302"]),
    "largest": ({"key": "a"}, "b" * 4095, []),
    "too large": ({"key": "a"}, "b" * 4096, ["R308"]),
    "too large once encoded": ({"encoding": "percent"}, "ö" * 700, ["R308"]),
    "prefix": ({}, "__host-a", ["R320"]),
    "prefix, encoded": ({"encoding": "base64url"}, "__Host-a", []),
    "larger, spread": ({"key": "a", "chunks": True}, "b" * 4096, []),
    "largest, spread": ({"key": "a", "chunks": True}, "b" * LARGEST, []),
    "too large to spread": (
        {"key": "a", "chunks": True},
        "b" * (LARGEST + 1),
        ["R308"],
    ),
    "signed": ({"key": "a", "sign": SIGNED}, "b" * 4044, []),
    "too large once signed": ({"key": "a", "sign": SIGNED}, "b" * 4045, ["R308"]),
    "a place": ({"key": "a-{b}"}, "c", ["R324"]),
    "an argument": (
        {"origins": {"secure": Argument("secure", required=True)}},
        "c",
        ["R324"],
    ),
    "an argument with a default": (
        {"origins": {"secure": Argument("secure", required=False)}},
        "c",
        [],
    ),
    "a source": ({"origins": FROM_PATH}, "c", []),
    "a name that is read": ({"origins": NAMED}, "c", []),
    "largest for a name that is read": ({"origins": NAMED}, "b" * 4095, []),
    "too large for a name that is read": ({"origins": NAMED}, "b" * 4096, ["R308"]),
    "a secret that callers give": ({"sign": CookieSignature(None, 60)}, "c", ["R324"]),
}


@pytest.mark.parametrize(("changes", "value", "expected"), VALUES.values(), ids=VALUES)
def test_a_value_that_is_always_set_can_be_set(
    changes: dict[str, Any], value: str, expected: list[str]
) -> None:
    """A constant value is judged as run time would judge it, where the response says it."""
    given = module(response(cookies=(use(cookie(**changes), value),)))
    assert [(p.code, p.span) for p in found(given)] == [
        (code, USE) for code in expected
    ]


TWINS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "same": ({}, ["R319"]),
    "dot": ({"domain": ".A.example"}, ["R319"]),
    "another path": ({"path": "/old"}, []),
    "another domain": ({"domain": "b.example"}, []),
    "no domain": ({"domain": None}, []),
    "another name": ({"key": "Basket"}, []),
    "a part of it": ({"key": "basket-1"}, []),
    "another source": ({"origins": FROM_PATH}, []),
}


@pytest.mark.parametrize(("changes", "expected"), TWINS.values(), ids=TWINS)
def test_two_cookies_of_a_response_are_two(
    changes: dict[str, Any], expected: list[str]
) -> None:
    """Name, domain and path make a cookie: two presets that share them are one (RFC 6265bis 5.7)."""
    first = cookie(domain="a.example")
    second = cookie(**({"name": "second", "domain": "a.example"} | changes))
    given = module(response(cookies=(use(first), use(second))))
    assert [(p.code, p.span) for p in found(given)] == [
        (code, USE) for code in expected
    ]


SPREAD: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "a part": ({"chunks": True}, {"key": "basket-7"}, ["R319"]),
    "no part": ({"chunks": True}, {"key": "basket-8"}, []),
    "a part elsewhere": ({"chunks": True}, {"key": "basket-7", "path": "/a"}, []),
    "a part for some argument": (
        {"key": "tok-{x}-c", "chunks": True},
        {"key": "tok-a-c-1"},
        ["R319"],
    ),
    "a name for some argument": (
        {"key": "tok-{x}-c", "chunks": True},
        {"key": "tok-a-c"},
        ["R319"],
    ),
    "a name for no argument": (
        {"key": "tok-{x}-c", "chunks": True},
        {"key": "tok-a-c-8"},
        [],
    ),
    "a name for some argument, elsewhere": (
        {"key": "tok-{x}-c", "chunks": True},
        {"key": "tok-a-c", "path": "/a"},
        [],
    ),
    "a part of parts for some argument": (
        {"key": "tok-{x}-c", "chunks": True},
        {"key": "tok-a-c", "chunks": True},
        ["R319"],
    ),
    "places of other names": ({"key": "a-{b}"}, {"key": "a-{c}"}, ["R319"]),
    "whole names of one place": ({"key": "{a}"}, {"key": "{a}"}, ["R319"]),
    "whole names of two places": ({"key": "{a}"}, {"key": "{b}"}, []),
    "whole names in parts": ({"key": "{a}", "chunks": True}, {"key": "{b}"}, []),
    "the same source": ({"origins": FROM_PATH}, {"origins": FROM_PATH}, ["R319"]),
    "the same name that is read": ({"origins": NAMED}, {"origins": NAMED}, ["R319"]),
    "a name that is read, elsewhere": (
        {"origins": NAMED},
        {"origins": NAMED, "path": "/a"},
        [],
    ),
    "a name that is read, and the preset's": ({"origins": NAMED}, {}, []),
    "a name that is read is no name for an argument": (
        {"key": "{x}.name", "chunks": True},
        {"origins": NAMED},
        [],
    ),
    "a name that is read, in parts": (
        {"origins": NAMED, "chunks": True},
        {"origins": NAMED, "chunks": True},
        ["R319"],
    ),
    "an older scope": (
        {"path": "/new", "formerly": (CookieScope("/", None),)},
        {},
        ["R319"],
    ),
    "an older scope of another name": (
        {"path": "/new", "formerly": (CookieScope("/", None),)},
        {"key": "other"},
        [],
    ),
}


@pytest.mark.parametrize(("one", "other", "expected"), SPREAD.values(), ids=SPREAD)
def test_parts_and_older_scopes_are_cookies_too(
    one: dict[str, Any], other: dict[str, Any], expected: list[str]
) -> None:
    """What a set writes or clears is nobody else's, in whichever order they are listed."""
    first, second = use(cookie(**one)), use(
        cookie(**({"key": "basket"} | other)), name="b"
    )
    for uses in ((first, second), (second, first)):
        assert codes(module(response(cookies=uses))) == expected


def test_a_mistake_stands_at_its_attribute() -> None:
    """The place is the attribute's own, the preset's where the attribute is silent."""
    spans = {"path": key_span(24), "key": key_span(25)}
    given = cookie(key="__Host-a", path="/a", secure=False, spans=spans)
    places = [problem.span for problem in found(module(cookies=(given,)))]
    assert places == [ENTRY, key_span(24)]


HELP = {
    "name": ({"key": "my basket"}, "write 'my_basket'"),
    "path": ({"path": "shop"}, "write '/shop'"),
    "url": ({"domain": "https://shop.example:443/a"}, "write 'shop.example'"),
    "not ASCII": ({"domain": "b\xfccher.example"}, "write 'xn--bcher-kva.example'"),
    "dot": ({"domain": ".shop.example"}, "write 'shop.example'"),
    "case": ({"key": "__host-http-a"}, "write '__Host-Http-a'"),
    "brace": ({"key": "a-{client"}, "write a placeholder as {client}"),
    "place": ({"key": "a-{the client}"}, "write {the_client}"),
    "place of ours": ({"key": "a-{value}"}, "write {value_name}"),
}


@pytest.mark.parametrize(("changes", "expected"), HELP.values(), ids=HELP)
def test_help_says_what_to_write(changes: dict[str, Any], expected: str) -> None:
    """The help line holds the mended text wherever there is one."""
    (problem,) = found(module(cookies=(cookie(**changes),)))
    assert problem.help == expected


@given(st.text(max_size=9), st.text(max_size=9), st.text(max_size=9), st.booleans())
def test_no_text_is_too_strange(key: str, path: str, domain: str, json: bool) -> None:
    """Whatever the author wrote becomes diagnostics without controls in them, never a traceback."""
    given = cookie(
        key=key, path=path, domain=domain, encoding="json" if json else "plain"
    )
    for problem in found(
        module(response(cookies=(use(given, key),)), cookies=(given,))
    ):
        assert (problem.message + problem.help).isprintable()
