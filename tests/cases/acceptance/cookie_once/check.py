"""One Set-Cookie for each scope of a response, whoever sets, sets again or deletes."""

from collections.abc import Callable

import pytest
from case_cookie_once import api
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

DEFAULTS = ["theme=light", "visitor=guest"]
GONE = "expires=Thu, 01 Jan 1970"


def _sent(response: Response) -> list[str]:
    """Each cookie's name, its value in short, and `gone` for a deletion."""
    lines = [v.decode() for n, v in response.raw_headers if n == b"set-cookie"]
    return [
        line.partition("=")[0] + (" gone" if GONE in line else f"={_value(line)}")
        for line in lines
    ]


def _value(line: str) -> str:
    return line.partition("=")[2].partition(";")[0].partition(".")[0]


def a_call_replaces_the_default() -> None:
    page = api.Account(1)
    page.set_theme_cookie("dark")
    assert _sent(page) == ["visitor=guest", "theme=dark"]
    page.delete_theme_cookie()
    assert _sent(page) == ["visitor=guest", "theme gone"]
    page.set_visitor_cookie("anna")
    assert _sent(page) == ["theme gone", "visitor=anna"]


def the_last_call_counts() -> None:
    page = api.Account(1)
    calls: list[tuple[Callable[[], None], str]] = [
        (lambda: page.set_session_cookie("a"), "__Host-session=a"),
        (lambda: page.set_session_cookie("b"), "__Host-session=b"),
        (page.delete_session_cookie, "__Host-session gone"),
        (page.delete_session_cookie, "__Host-session gone"),
        (lambda: api.set_session_cookie(page, "c"), "__Host-session=c"),
        (lambda: api.delete_session_cookie(page), "__Host-session gone"),
    ]
    for call, expected in calls:
        call()
        assert _sent(page) == [*DEFAULTS, expected]


def functions_do_so_on_any_response() -> None:
    response = Response()
    api.set_session_cookie(response, "a")
    api.set_session_cookie(response, "b")
    assert _sent(response) == ["__Host-session=b"]


def what_the_base_wrote_stays() -> None:
    response = Response()
    response.set_cookie("theme", "theirs")
    api.set_theme_cookie(response, "dark")
    api.set_theme_cookie(response, "light")
    response.set_cookie("theme", "again")
    assert _sent(response) == ["theme=theirs", "theme=light", "theme=again"]


def a_refused_value_changes_nothing() -> None:
    page = api.Account(1)
    page.set_theme_cookie("dark")
    before = page.raw_headers.copy()
    with pytest.raises(ValueError, match="cookie 'theme'"):
        page.set_theme_cookie("a b")
    assert page.raw_headers == before


def a_smaller_value_needs_fewer_parts() -> None:
    response = Response()
    names = ["basket", *(f"basket-{number}" for number in range(1, 8))]
    for size, parts in ((12_000, 3), (5_000, 2), (20_000, 5), (1, 1)):
        api.set_basket_cookie(response, "a" * size)
        sent = _sent(response)
        assert [each for each in sent if "gone" in each] == [
            f"{name} gone" for name in names[parts:]
        ]
        assert [each.partition("=")[0] for each in sent[-parts:]] == names[:parts]
    api.delete_basket_cookie(response)
    assert _sent(response) == [f"{name} gone" for _ in range(2) for name in names]
    api.set_basket_cookie(response, "a")
    lines = [value for name, value in response.raw_headers if name == b"set-cookie"]
    assert len(lines) == 16
    assert sum(b"Path=/;" in line for line in lines) == 8


def names_with_places_are_cookies_of_their_own() -> None:
    response = Response()
    for row, value in (("a", "1"), ("b", "2"), ("a", "3")):
        api.set_seat_cookie(response, value, row=row)
    assert sorted(_sent(response)) == [
        "seat-a gone",
        "seat-a gone",
        "seat-a=3",
        "seat-b gone",
        "seat-b gone",
        "seat-b=2",
    ]


def former_scopes_are_cleared_once() -> None:
    response = Response()
    api.delete_seat_cookie(response, row="a")
    api.set_seat_cookie(response, "1", row="a")
    assert _sent(response) == ["seat-a gone", "seat-a gone", "seat-a=1"]


def headers_of_the_caller_replace_the_default() -> None:
    """Those of another path are another cookie."""
    given = Headers(raw=[(b"set-cookie", b"theme=mine; path=/"), (b"x-a", b"1")])
    assert _sent(api.Account(1, headers=given)) == ["theme=mine", "visitor=guest"]
    other = {"set-cookie": "theme=mine; Path=/shop"}
    assert _sent(api.Account(1, headers=other)) == ["theme=mine", *DEFAULTS]


def what_a_class_applies_gives_way() -> None:
    response = Response()
    api.set_theme_cookie(response, "dark")
    api.Account.apply(response)
    assert _sent(response) == ["theme=dark", "visitor=guest"]
    api.Account.apply(response)
    assert len(_sent(response)) == 2
    api.set_theme_cookie(response, "mine")
    api.delete_visitor_cookie(response)
    assert _sent(response) == ["theme=mine", "visitor gone"]


def _client(raised: Callable[[], Exception]) -> TestClient:
    def fail(request: Request) -> Response:
        raise raised()

    app = Starlette(routes=[Route("/", fail)])
    api.install_error_handlers(app)
    return TestClient(app)


def errors_are_answered_with_one() -> None:
    """What the exception was given counts, not what the class sets by itself."""
    given = {"set-cookie": "theme=mine; Path=/"}

    def other() -> Exception:
        return HTTPException(403, headers=given)

    def twin() -> Exception:
        return api.Denied.Error(detail="no", headers=given)

    for raised in (other, twin):
        lines = _client(raised).get("/").headers.get_list("set-cookie")
        assert [line.partition(";")[0].partition(".")[0] for line in lines] == [
            "theme=mine",
            "visitor=guest",
        ]
