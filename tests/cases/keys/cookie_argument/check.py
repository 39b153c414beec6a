"""Attributes that callers give by keyword, to the deletion as well where a browser asks for them."""

from inspect import signature

import pytest
from case_cookie_argument import api


def _sent(response: api.Listed) -> list[bytes]:
    fields = [value for name, value in response.raw_headers if name == b"set-cookie"]
    return fields[1:]


def has_defaults() -> None:
    response = api.Listed("")
    response.set_session_cookie("1")
    assert _sent(response) == [
        b"session=1; HttpOnly; Max-Age=1209600; Path=/; SameSite=strict; Secure"
    ]
    response.set_session_cookie("1", max_age=60, samesite=None)
    assert _sent(response) == [b"session=1; HttpOnly; Max-Age=60; Path=/; Secure"]
    response.set_session_cookie("1", max_age=None)
    assert _sent(response) == [b"session=1; HttpOnly; Path=/; SameSite=strict; Secure"]


def deletes_with_the_same_arguments() -> None:
    response = api.Listed("")
    response.set_tenant_cookie("1", max_age=60, path="/a", domain="a.example")
    assert _sent(response) == [
        b"tenant=1; Domain=a.example; HttpOnly; Max-Age=60; Path=/a; SameSite=lax"
    ]
    response.delete_tenant_cookie(path="/a", domain="a.example")
    assert _sent(response) == [
        b"tenant=; Domain=a.example; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/a; SameSite=lax"
    ]


def takes_no_more_than_it_needs() -> None:
    keywords = {
        name: [*signature(getattr(api, name)).parameters][1:]
        for name in ("set_tenant_cookie", "delete_tenant_cookie", "read_tenant_cookie")
    }
    assert keywords == {
        "set_tenant_cookie": [
            "value",
            "max_age",
            "path",
            "domain",
            "secure",
            "partitioned",
        ],
        "delete_tenant_cookie": ["path", "domain", "secure", "partitioned"],
        "read_tenant_cookie": [],
    }


def refuses_what_browsers_would_drop() -> None:
    response = api.Listed("")
    with pytest.raises(ValueError, match="Partitioned"):
        response.set_tenant_cookie("1", max_age=None, path="/", partitioned=True)
    with pytest.raises(ValueError, match="cookie Path"):
        api.set_tenant_cookie(response, "1", max_age=60, path="a")
    with pytest.raises(ValueError, match="cookie Max-Age"):
        api.set_tenant_cookie(response, "1", max_age=-1, path="/")
    assert _sent(response) == []


def is_set_with_defaults_on_every_response() -> None:
    assert api.Listed("").raw_headers[-1] == (
        b"set-cookie",
        b"shown=1; HttpOnly; Path=/; SameSite=lax; Secure",
    )
