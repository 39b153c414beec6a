"""Percent-encoded as the reference's RedirectResponse does, and judged as browsers read it."""

from collections.abc import Callable
from typing import Any

import pytest
from case_header_url import plain
from case_header_url.api import (
    Back,
    Elsewhere,
    Filled,
    Onward,
    Redirected,
    Typed,
    apply_onward,
    headers_middleware,
)
from starlette.applications import Starlette
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import Response

WRONG: list[tuple[Any, type[Exception]]] = [
    (b"/", TypeError),
    (URL, TypeError),
    ("/\ud800", ValueError),
]
EVIL = ("//evil.example", "/\\evil.example", "https:evil.example", "javascript:a", "")
HOME = "https://shop.example"


class Kit:
    """Has components, and is no URL."""

    components = ("a", "b")


def stands_on_the_wire() -> None:
    response = Typed("", location="/caf\u00e9 %41?q=a b#c")
    assert response.raw_headers[:-2] == [
        (b"location", b"/caf%C3%A9%20%41?q=a%20b#c"),
    ]
    response = Typed("", location="/a\r\nX-B: c")
    assert response.raw_headers[:-2] == [
        (b"location", b"/a%0D%0AX-B:%20c"),
    ]


def takes_the_frameworks_own() -> None:
    page = URL("https://shop.example/a,b c")
    response = Typed("", location=page, x_mirrors=["/c"])
    assert response.headers["location"] == "https://shop.example/a,b%20c"
    assert plain.Typed("", location=URL("/a")).raw_headers[0] == (b"location", b"/a")
    assert plain.Redirected(page).headers["location"] == response.headers["location"]


def fills_places_with_them() -> None:
    response = Filled("", back=URL("https://shop.example/?a=b"))
    sent = "/login?next=https%3A%2F%2Fshop.example%2F%3Fa%3Db"
    assert response.headers["location"] == sent


def refuses_what_is_none() -> None:
    wrong: list[tuple[Any, type[Exception]]] = [*WRONG, (Kit(), TypeError)]
    for value, error in wrong:
        with pytest.raises(error, match="location"):
            Typed("", location=value)


def leads_where_it_is_allowed() -> None:
    request = Request({"type": "http", "scheme": "https", "server": ("shop.example", 443), "path": "/", "headers": []})
    for origin in (HOME, URL(HOME), request):
        response = Back("", location=f"{HOME}/a,b", origin=origin)
        assert response.headers["location"] == f"{HOME}/a,b"
    assert Back("", location="/a").headers["x-tenant"] == "/of/acme"
    cdn = "https://cdn.example/a"
    response = Back("", location="/a", content_location=cdn, x_mirrors=[cdn])
    assert response.headers["content-location"] == cdn
    assert response.headers["x-mirrors"] == cdn


def refuses_what_leads_elsewhere() -> None:
    make: list[Callable[[str], object]] = [
        lambda url: Back("", location=url),
        lambda url: Back("", location=url, origin=HOME),
        lambda url: plain.Typed("", location=url),
        lambda url: Elsewhere(location=url),
        lambda url: Elsewhere.Error(location=url),
        lambda url: Back.apply(Response(), location=url),
    ]
    for url in (*EVIL, "https://evil.example/"):
        for made in make:
            with pytest.raises(ValueError, match="location: leads elsewhere"):
                made(url)
    with pytest.raises(ValueError, match="x-mirrors"):
        Back("", location="/", x_mirrors=["https://evil.example/"])


def judges_what_is_assigned() -> None:
    response = Back("", location="/a", origin=HOME)
    with pytest.raises(ValueError, match="location"):
        response.location = "//evil.example"
    assert response.headers["location"] == "/a"
    response.location = f"{HOME}/b"
    assert response.headers["location"] == f"{HOME}/b"


def leads_home_instead() -> None:
    for url in EVIL:
        response = Back("", location="/", content_location=url)
        assert response.headers["content-location"] == "/"
        other = Onward("", x_next=url, otherwise="/home")
        assert other.headers["x-next"] == "/home"
        onward = Redirected(url, x_next=url, otherwise=URL("/b"))
        assert (onward.headers["location"], onward.headers["x-next"]) == ("/", "/b")
    with pytest.raises(ValueError, match="fallback"):
        Onward("", x_next="/", otherwise="//evil.example")


def judges_what_a_profile_sets() -> None:
    response = Response()
    apply_onward(response, x_next="//evil.example", otherwise="/a", origin=HOME)
    assert response.headers["x-next"] == "/a"
    made = headers_middleware("onward", x_next="/b", otherwise="/a")
    assert made(Starlette()) is not None
