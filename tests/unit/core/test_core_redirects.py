"""Where redirects may lead: our judgement beside that of a browser's URL parser (ada, WHATWG URL)."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from ada_url import URL
from hypothesis import example, given, settings
from hypothesis import strategies as st
from starlette import datastructures
from starlette.requests import Request
from starlette.responses import RedirectResponse as Reference

from respgen.core.redirects import (
    RedirectResponse,
    allowed_url,
    destination,
    url_text,
)
from respgen.core.values import URL_SAFE

CORPUS = yaml.safe_load(
    Path(__file__).with_name("redirect_urls.yaml").read_text(encoding="utf-8")
)
ELSEWHERE = [url for urls in CORPUS["elsewhere"].values() for url in urls]
PAGE = "https://shop.example/account/in?next=x"
HOMES = ("https://shop.example", "https://login.example")
ALLOW = ("same_origin", "https://login.example")
some_urls = pytest.mark.parametrize("url", [*ELSEWHERE, *CORPUS["harmless"]], ids=ascii)


def accepted(url: str) -> bool:
    try:
        return allowed_url(url, ALLOW, origin="https://shop.example") == url
    except ValueError:
        return False


def leads(url: str) -> str | None:
    """The origin that a browser goes to; None where it goes nowhere."""
    try:
        return URL(url, base=PAGE).origin
    except ValueError:
        return None


def sent(url: str) -> str:
    """What the framework makes of it."""
    return quote(url, safe=URL_SAFE)


def test_the_corpus_is_worth_its_name() -> None:
    """There are enough payloads, most of them a danger, no two alike, and enough good URLs."""
    assert len({*ELSEWHERE, *CORPUS["harmless"]}) >= 200
    assert len(ELSEWHERE) == len({*ELSEWHERE})
    assert sum(leads(url) not in HOMES for url in ELSEWHERE) >= 150
    assert len({*CORPUS["good"]}) >= 50


@pytest.mark.parametrize("url", ELSEWHERE, ids=ascii)
def test_payloads_are_refused(url: str) -> None:
    """What leads elsewhere is refused, and what could be read so."""
    with pytest.raises(ValueError, match=r"^url: leads elsewhere"):
        allowed_url(url, ALLOW, origin="https://shop.example")


@some_urls
def test_no_payload_leads_elsewhere(url: str) -> None:
    """What is accepted stays, as it is given and as it is sent."""
    if accepted(url):
        assert leads(url) in HOMES
        assert leads(sent(url)) in HOMES


@pytest.mark.parametrize("url", CORPUS["good"], ids=ascii)
def test_good_urls_are_sent(url: str) -> None:
    """There is no false refusal."""
    assert leads(url) in HOMES
    assert accepted(url)


PIECES = (
    *("/", "\\", "//", ":", "@", "?", "#", ".", "..", "%2e", "%2f", "%00", "%", ";"),
    *("\t", "\n", "\r", "\0", " ", "\x1f", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff"),
    *("http", "https:", "HTTPS", "javascript:", "data:", "file:", "blob:", "ws:"),
    *("evil.example", "shop.example", "login.example", "xn--", "[::1]", "127.0.0.1"),
    *(":443", ":8443", ":0443", "\uff0e", "\u3002", "\uff0f", "\uff20", "\xad", "ß"),
    *("a", "b c", "-", "_", "=", "&", "|", "<", "{", "^", "[", "]", "0x7f", "\u0660"),
)
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.text(max_size=12).map(lambda text: f"https://login.example{text}"),
    st.text(max_size=12).map(lambda text: f"/{text}"),
    st.text(max_size=20),
)


@given(texts)
@example("https://login.example\\")
@settings(max_examples=600, deadline=None)
def test_accepted_urls_lead_home(url: str) -> None:
    """Whatever the text, a browser agrees with what is accepted: as given and as sent."""
    try:
        url.encode()
    except UnicodeEncodeError:
        assert not accepted(url)
        return
    if accepted(url):
        assert leads(url) in HOMES
        assert leads(sent(url)) in HOMES


@given(texts)
@settings(max_examples=200, deadline=None)
def test_only_listed_origins(url: str) -> None:
    """Without same_origin no path is allowed, and no origin but the listed one."""
    try:
        allowed_url(url, ("https://login.example",))
    except ValueError:
        return
    assert leads(url) == "https://login.example"


def test_long_texts_take_linear_time() -> None:
    """A megabyte of any piece is judged at once."""
    for piece in (*PIECES, "./", "/.", "a.", "%2e."):
        destination(piece * (1_000_000 // len(piece)))
        destination("https://" + piece * (1_000_000 // len(piece)))


def request(host: bytes, scheme: str = "https") -> Request:
    return Request(
        {
            "type": "http",
            "scheme": scheme,
            "server": ("10.0.0.1", 443),
            "path": "/in",
            "query_string": b"",
            "headers": [(b"host", host)],
        }
    )


OWN = {
    "text": "https://shop.example",
    "text with a path": "https://shop.example/account",
    "URL": datastructures.URL("https://shop.example:443/account"),
    "request": request(b"shop.example"),
    "request, other letters": request(b"SHOP.example:443"),
}


@pytest.mark.parametrize("origin", OWN.values(), ids=OWN)
def test_own_origin(origin: str | datastructures.URL | Request) -> None:
    """The page's origin is a text, a URL or a request; absolute URLs of it are allowed then."""
    url = "https://shop.example/items"
    assert allowed_url(url, ("same_origin",), origin=origin) == url
    with pytest.raises(ValueError, match=r"^url: "):
        allowed_url("http://shop.example/items", ("same_origin",), origin=origin)
    with pytest.raises(ValueError, match=r"^url: "):
        allowed_url(url, ("same_origin",))


@pytest.mark.parametrize("host", [b"", b"evil.example@shop.example", b"a b", b"\xe9"])
def test_a_client_that_sends_no_host_fails_nothing(host: bytes) -> None:
    """A request whose Host is none has no origin: paths are still allowed."""
    asked = request(host)
    assert allowed_url("/items", ("same_origin",), origin=asked) == "/items"
    with pytest.raises(ValueError, match=r"^url: "):
        allowed_url("https://shop.example/", ("same_origin",), origin=asked)


@pytest.mark.parametrize("origin", ["shop.example", "", "//shop.example", "ftp://a"])
def test_a_text_that_is_no_origin(origin: str) -> None:
    """What code of the project gives as its origin has to be one."""
    with pytest.raises(ValueError, match=r"^origin: "):
        allowed_url("/items", ("same_origin",), origin=origin)


class Liar(str):
    """A text that says something else of itself."""

    def __str__(self) -> str:
        return "/items"

    def encode(self, *_: object) -> bytes:  # type: ignore[override]  # it lies
        return b"/items"

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__


class LyingAddress(datastructures.URL):
    def __str__(self) -> str:
        return Liar("//evil.example")


@pytest.mark.parametrize("url", [Liar("//evil.example"), LyingAddress("/items")])
def test_what_it_holds_is_judged_and_sent(url: str | datastructures.URL) -> None:
    """Neither a subclass of str nor one of URL gets by with what it says of itself."""
    with pytest.raises(ValueError, match=r"^url: "):
        allowed_url(url, ("same_origin",))
    assert allowed_url(url, ("same_origin",), fallback="/") == "/"
    assert type(url_text("url", url)) is str


@pytest.mark.parametrize("url", [None, 7, b"/items", ["/items"], object()])
def test_other_types(url: object) -> None:
    """What is no URL raises TypeError naming the parameter."""
    with pytest.raises(TypeError, match=r"^url: str expected"):
        url_text("url", url)  # type: ignore[arg-type]  # as callers may
    if url is not None:
        with pytest.raises(TypeError, match=r"^origin: str, URL or Request expected"):
            allowed_url("/", ("same_origin",), origin=url)  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize("url", [*CORPUS["good"], *CORPUS["harmless"], *ELSEWHERE[:60]])
def test_core_sends_what_the_reference_sends(url: str) -> None:
    """Core's redirect has the reference's header list, Location included."""
    ours, theirs = RedirectResponse(url, 303), Reference(url, 303)
    assert ours.raw_headers == theirs.raw_headers
    given = {"X-A": "1", "location": "/other"}
    assert (
        RedirectResponse(url, headers=given).raw_headers
        == Reference(url, headers=given).raw_headers
    )


def test_a_fallback_may_be_a_path() -> None:
    """Home is never elsewhere; another origin is, and so is what is not clear."""
    allow = ("https://login.example",)
    for fallback in ("/", "?a", "https://login.example/in"):
        assert allowed_url("//evil.example", allow, fallback=fallback) == fallback
    for fallback in ("//evil.example", "https://shop.example/", ""):
        with pytest.raises(ValueError, match=r"^fallback: "):
            allowed_url("https://login.example/in", allow, fallback=fallback)
