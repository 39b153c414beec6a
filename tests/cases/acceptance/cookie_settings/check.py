"""Libraries keep what their cookies are called, and the secret, in an instance, not in a module."""

from dataclasses import FrozenInstanceError
from inspect import signature
from typing import Any

import pytest
from case_cookie_settings import api
from starlette.responses import Response

SECRET = "k" * 32
GONE = "expires=Thu, 01 Jan 1970 00:00:00 GMT"


def _sent(response: Response) -> list[str]:
    return [v.decode() for n, v in response.raw_headers if n == b"set-cookie"]


def sets_deletes_and_reads_one_cookie() -> None:
    login = api.LoginCookie(cookie_name="who", path="/app", httponly=False, max_age=60)
    response = Response()
    login.set(response, "anna")
    assert _sent(response) == [
        "who=anna; Max-Age=60; Path=/app; SameSite=lax; Secure",
    ]
    assert login.read({"who": "anna"}) == "anna"
    assert login.read({"login": "anna"}) is None
    login.delete(response)
    assert _sent(response) == [
        f"who=; {GONE}; Max-Age=0; Path=/app; SameSite=lax; Secure"
    ]


def signs_with_its_own_secret() -> None:
    ours, theirs = api.TicketCookie(secret=SECRET), api.TicketCookie(secret=b"x" * 32)
    response = Response()
    ours.set(response, {"id": 1})
    sent = {"ticket": _sent(response)[0].partition("=")[2].partition(";")[0]}
    assert ours.read(sent) == {"id": 1}
    assert theirs.read(sent) is None
    later = api.TicketCookie(secret=[SECRET, "y" * 32])
    assert later.read(sent) == {"id": 1}
    assert api.read_ticket_cookie(sent, secret=SECRET) == {"id": 1}


def spreads_and_clears_every_part() -> None:
    cart, response = api.CartCookie(shop="eu", path="/shop"), Response()
    cart.set(response, "a" * 5000)
    kept = [line.partition(";")[0] for line in _sent(response) if GONE not in line]
    jar = dict(line.split("=", 1) for line in kept)
    assert [*jar] == ["cart-eu-parts", "cart-eu-parts-1"]
    assert cart.read(jar) == "a" * 5000
    cart.delete(response)
    assert len(_sent(response)) == 16
    assert all(GONE in line for line in _sent(response))


REFUSED: list[tuple[Any, dict[str, object], str]] = [
    (api.LoginCookie, {"cookie_name": "a b"}, "cookie name"),
    (api.LoginCookie, {"cookie_name": ""}, "place is empty"),
    (api.LoginCookie, {"cookie_name": "a", "path": "app"}, "cookie Path"),
    (api.LoginCookie, {"cookie_name": "a", "domain": "a:80"}, "cookie Domain"),
    (api.LoginCookie, {"cookie_name": "a", "max_age": -1}, "cookie Max-Age"),
    (api.LoginCookie, {"cookie_name": "a", "samesite": "laxer"}, "cookie SameSite"),
    (api.LoginCookie, {"cookie_name": "a", "httponly": "no"}, "cookie HttpOnly"),
    (api.LoginCookie, {"cookie_name": "__Host-a", "path": "/b"}, "cookie Path"),
    (
        api.LoginCookie,
        {"cookie_name": "__Http-a", "httponly": False},
        "cookie HttpOnly",
    ),
    (
        api.LoginCookie,
        {"cookie_name": "a", "samesite": "none", "secure": False},
        "cookie SameSite=None",
    ),
    (api.TicketCookie, {"secret": "short"}, "cookie secret"),
    (api.TicketCookie, {"secret": []}, "cookie secret"),
    (api.TicketCookie, {"secret": 5}, "cookie secret"),
    (api.CartCookie, {"shop": "eu", "path": "shop"}, "cookie Path"),
]


def is_checked_when_it_is_made() -> None:
    for make, given, message in REFUSED:
        with pytest.raises((ValueError, TypeError), match=message):
            make(**given)


def is_frozen_and_keeps_its_secret() -> None:
    ticket = api.TicketCookie(secret=SECRET)
    with pytest.raises(FrozenInstanceError):
        ticket.secret = "z" * 32  # type: ignore[misc]  # the mistake in question
    assert SECRET not in repr(ticket)
    login = api.LoginCookie(cookie_name="who")
    assert login == api.LoginCookie(cookie_name="who", path="/")
    assert {login: 1}[api.LoginCookie(cookie_name="who")] == 1


def deletion_wants_the_scope() -> None:
    """A cookie that is set with one path survives the deletion with another."""
    found = {
        name: parameter.default is parameter.empty
        for name, parameter in signature(api.delete_login_cookie).parameters.items()
    }
    assert found == {
        "response": True,
        "cookie_name": True,
        "path": True,
        "domain": True,
        "secure": False,
        "httponly": False,
        "samesite": False,
    }
    with pytest.raises(TypeError, match="path"):
        api.delete_login_cookie(Response(), cookie_name="a")  # type: ignore[call-arg]  # the mistake
    signed = api.Signed({})
    signed.set_login_cookie("v", cookie_name="who", path="/app")
    signed.delete_login_cookie(cookie_name="who", path="/app", domain=None)
    assert len(_sent(signed)) == 1


def says_how_it_is_called() -> None:
    assert "login (callers give its name, cookie_name)" in str(api.Signed.__doc__)
    for each in (api.LoginCookie, api.set_login_cookie, api.login_cookie):
        assert "{" not in str(each.__doc__)
