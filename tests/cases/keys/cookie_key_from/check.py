"""Names of cookies that each set, deletion and reading reads from settings, or calls for."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from case_cookie_key_from import api
from fastapi import Depends, FastAPI, Response
from starlette.requests import HTTPConnection

from tests.support.acme import Settings, settings

ATTRIBUTES = b"; HttpOnly; Max-Age=3600; Path=/; SameSite=lax; Secure"
PAST = b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path="
SECRET = "of a caller, and 32 bytes or more"


async def _awaited(value: Awaitable[str | None]) -> str | None:
    return await value


def _sent(response: Response) -> list[bytes]:
    return [value for name, value in response.raw_headers if name == b"set-cookie"]


def _set() -> list[bytes]:
    response = Response()
    api.set_session_cookie(response, "1")
    return _sent(response)


def reads_the_name_of_the_moment() -> None:
    assert _set() == [b"sid=1" + ATTRIBUTES]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_name", "__Host-sid")
        assert _set() == [b"__Host-sid=1" + ATTRIBUTES]
        assert api.read_session_cookie({"sid": "1", "__Host-sid": "2"}) == "2"
        assert api.read_session_cookie({"sid": "1"}) is None
    assert api.read_session_cookie({"sid": "1", "__Host-sid": "2"}) == "1"


def deletes_it_in_every_scope() -> None:
    response = Response()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_name", "shop")
        api.delete_session_cookie(response)
    assert _sent(response) == [
        b"shop=" + PAST + path + b"; SameSite=lax; Secure" for path in (b"/", b"/old")
    ]


def sends_what_the_framework_sends() -> None:
    ours, theirs = Response(), Response()
    api.set_ticket_cookie(ours, 'a "b"; c', domain="shop.example")
    theirs.set_cookie(
        settings.cookie_name,
        'a "b"; c',
        path=settings.cookie_path,
        domain="shop.example",
        secure=True,
        httponly=True,
    )
    assert ours.raw_headers == theirs.raw_headers


def refuses_what_is_no_name() -> None:
    wrong: dict[str | None, tuple[type[Exception], str]] = {
        "a b": (ValueError, "cookie name 'a b': ' ' at 2 is not allowed in a token"),
        "": (ValueError, "cookie name '': a token"),
        "a:b": (ValueError, "cookie name 'a:b': ':' at 2"),
        None: (TypeError, "cookie name: str expected, got NoneType"),
    }
    for name, (error, message) in wrong.items():
        response = Response()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(settings, "cookie_name", name)
            with pytest.raises(error, match=message):
                api.set_session_cookie(response, "1")
            with pytest.raises(error, match=message):
                api.delete_session_cookie(response)
            with pytest.raises(error, match=message):
                api.read_session_cookie({})
        assert _sent(response) == []


def holds_a_prefix_to_its_promise() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_name", "__Host-sid")
        patch.setattr(settings, "cookie_path", "/shop")
        refusals: list[Callable[[], None]] = [
            lambda: api.set_ticket_cookie(Response(), "1", domain=None),
            lambda: api.delete_ticket_cookie(Response(), domain=None),
            # its older scope has a path
            lambda: api.delete_session_cookie(Response()),
            lambda: api.set_tokens_cookie(Response(), {}),
        ]
        for refused in refusals:
            with pytest.raises(ValueError, match="cookie Path: breaks the rule"):
                refused()
        with pytest.raises(ValueError, match="cookie Domain: breaks the rule"):
            api.TicketCookie(domain="shop.example")


def spreads_and_signs_under_the_name() -> None:
    value, response = {"groups": ["customers"] * 900}, Response()
    api.set_tokens_cookie(response, value)
    pairs = [line.split(b";")[0] for line in _sent(response)]
    jar = dict(pair.decode().split("=", 1) for pair in pairs if pair[-1:] != b"=")
    assert [*jar] == ["sid-tokens", "sid-tokens-1", "sid-tokens-2", "sid-tokens-3"]
    assert api.read_tokens_cookie(jar) == value
    with pytest.MonkeyPatch.context() as patch:
        # a value that was signed for one name is none for another
        patch.setattr(settings, "cookie_name", "other")
        moved = {name.replace("sid", "other"): part for name, part in jar.items()}
        assert api.read_tokens_cookie(moved) is None


def is_set_on_every_response() -> None:
    assert _sent(api.Listed("")) == [b"sid=1" + ATTRIBUTES]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_name", "other")
        assert _sent(api.Listed("")) == [b"other=1" + ATTRIBUTES]
        patch.setattr(settings, "cookie_name", "a;b")
        with pytest.raises(ValueError, match="cookie name"):
            api.Listed("")


def gives_routes_the_cookie_of_the_request() -> None:
    scope = {"type": "http", "headers": [(b"cookie", b"sid=1; other=2")]}
    connection = HTTPConnection(scope)
    assert asyncio.run(api.session_cookie(connection)) == "1"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_name", "other")
        assert asyncio.run(api.session_cookie(connection)) == "2"
    private = api.private_cookie(secret=SECRET)
    assert asyncio.run(_awaited(private(HTTPConnection(scope)))) is None


def says_in_documents_that_the_name_is_not_known() -> None:
    app = FastAPI()

    @app.get("/", response_class=api.Listed, responses=api.Listed.openapi)
    def read(found: str | None = Depends(api.session_cookie)) -> str:
        return found or ""

    (operation,) = app.openapi()["paths"]["/"].values()
    assert "parameters" not in operation
    described = operation["responses"]["200"]["headers"]["Set-Cookie"]["description"]
    assert described.splitlines()[2] == (
        "Sets session: HttpOnly; Max-Age=3600; Path=/; SameSite=lax; Secure; "
        "its name as the application decides."
    )


def leaves_the_settings_alone() -> None:
    assert settings == Settings()
