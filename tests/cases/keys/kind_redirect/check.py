"""Redirects: what is sent is what was judged, and Location stands where the framework has it."""

from case_kind_redirect.api import (
    Back,
    Framework,
    Given,
    Home,
    Moved,
    Onward,
    Shown,
    Tenant,
)
from case_kind_redirect import bare
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import RedirectResponse

NO_STORE = (b"cache-control", b"no-store")
EMPTY = (b"content-length", b"0")
REQUEST = Request(
    {
        "type": "http",
        "scheme": "https",
        "server": ("10.0.0.1", 80),
        "path": "/login",
        "query_string": b"",
        "headers": [(b"host", b"shop.example")],
    }
)


def _location(response: RedirectResponse) -> str:
    return response.headers["location"]


def location_follows_all_fields() -> None:
    response = Onward("/a b?q=\u00e9", headers={"X-A": "1"})
    assert response.status_code == 307
    assert response.raw_headers == [
        NO_STORE,
        (b"x-a", b"1"),
        EMPTY,
        (b"location", b"/a%20b?q=%C3%A9"),
    ]
    assert _location(Onward(URL("https://shop.example/a"))) == "https://shop.example/a"


def a_template_takes_the_place_of_the_url() -> None:
    shown = Shown(item_id=7, tab="a/b?")
    assert (shown.status_code, _location(shown)) == (303, "/items/7?tab=a%2Fb%3F")
    assert _location(Shown(301, item_id=7)) == "/items/7?tab=all"


def allowed_urls_are_sent() -> None:
    assert _location(Back("/items?next=//x#@")) == "/items?next=//x#@"
    assert _location(Back("https://login.example/in")) == "https://login.example/in"
    assert _location(Back("https://shop.example/a", origin=REQUEST)).endswith("/a")
    assert _location(Tenant(tenant="acme")) == "https://acme.example/"


def others_are_refused() -> None:
    for url in (
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "/\t/evil.example",
        "https://login.example@evil.example",
        "https://login.example:8443/",
        "http://login.example/",
        "https://shop.example/a",
        "javascript:alert(1)",
    ):
        _refused(url)


def _refused(url: str) -> None:
    try:
        Back(url)
    except ValueError as error:
        assert str(error).startswith("url: ")
    else:
        raise AssertionError(url)


def a_fallback_is_sent_instead() -> None:
    assert _location(Home("//evil.example")) == "/"
    assert _location(Given("//evil.example", fallback="/start")) == "/start"
    assert _location(Given("/items", fallback="/start")) == "/items"
    try:
        Given("/items", fallback="//evil.example")
    except ValueError as error:
        assert str(error).startswith("fallback: ")
    else:
        raise AssertionError


def other_kinds_leave_headers_and_params() -> None:
    moved = Moved("/next")
    assert moved.status_code == 307
    assert moved.raw_headers == [NO_STORE, EMPTY, (b"location", b"/next")]


def the_frameworks_class_may_be_named() -> None:
    assert (Framework("/next").status_code, _location(Framework("/next"))) == (
        303,
        "/next",
    )


def other_statuses_are_refused() -> None:
    for status in (200, 300, 304):
        try:
            Onward("/next", status)  # type: ignore[arg-type]  # as callers may
        except ValueError as error:
            assert str(error).startswith("status_code: ")
        else:
            raise AssertionError(status)


def without_a_framework_the_bytes_are_the_same() -> None:
    for url in ("/a b?c=\u00e9#d", "https://a.example/%20", ""):
        ours = bare.Onward(url, headers={"X-B": "2"})
        theirs = RedirectResponse(url, 303, {"x-a": "1", "X-B": "2"})
        assert (ours.status_code, ours.raw_headers) == (303, theirs.raw_headers)
        assert ours.body == theirs.body == b""
    assert bare.Back("//evil.example").headers["location"] == "/"
    own = bare.Back("https://shop.example/a", origin="https://shop.example")
    assert own.headers["location"] == "https://shop.example/a"
    assert bare.Shown(name="a/b").headers["location"] == "/items/a%2Fb#top"
