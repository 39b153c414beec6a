"""A name with places, which callers fill when they set, delete and read the cookie."""

import pytest
from case_cookie_places import api


def _sent(response: api.Listed) -> list[bytes]:
    return [value for name, value in response.raw_headers if name == b"set-cookie"]


def fills_the_name() -> None:
    response = api.Listed("")
    response.set_access_cookie("1", client="web")
    response.delete_access_cookie(client="app")
    assert _sent(response) == [
        b"__Host-access-web=1; HttpOnly; Max-Age=3600; Path=/; SameSite=lax; Secure",
        b"__Host-access-app=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    ]


def reads_the_cookie_of_that_name() -> None:
    jar = {"__Host-access-web": "1", "home.eu": "%7B%7D"}
    assert api.read_access_cookie(jar, client="web") == "1"
    assert api.read_access_cookie(jar, client="app") is None
    assert api.read_layout_cookie(jar, page="home", region="eu") == {}
    assert api.read_layout_cookie(jar, page="a b", region=";") is None


def refuses_what_is_no_name() -> None:
    response = api.Listed("")
    for client in ("a b", "a=b", "a;b", "\r\nSet-Cookie: x", "é", "{}", "\ud800"):
        with pytest.raises(ValueError, match="cookie name "):
            response.set_access_cookie("1", client=client)
        with pytest.raises(ValueError, match="cookie name "):
            response.delete_access_cookie(client=client)
    assert _sent(response) == []


def keeps_the_promises_of_a_prefix() -> None:
    response = api.Listed("")
    response.set_layout_cookie([], page="__Host-a", region="b")
    with pytest.raises(ValueError, match="cookie Path: "):
        response.set_layout_cookie([], page="__Host-a", region="b", path="/a")
    with pytest.raises(ValueError, match="cookie HttpOnly: "):
        response.set_layout_cookie([], page="__Host-Http-a", region="b")
    assert len(_sent(response)) == 1
