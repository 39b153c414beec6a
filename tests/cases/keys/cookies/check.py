"""Attributes of cookies: the secure ones where the schema is silent."""

from case_cookies import api
from fastapi import Response


def _sent(response: Response) -> list[bytes]:
    return [value for name, value in response.raw_headers if name == b"set-cookie"]


def is_secure_by_default() -> None:
    response = api.Listed("")
    response.set_session_cookie("1")
    assert _sent(response) == [b"session=1; HttpOnly; Path=/; SameSite=lax; Secure"]


def has_the_attributes_of_the_schema() -> None:
    response = Response()
    api.set_named_cookie(response, "1")
    api.set_open_cookie(response, "1")
    api.set_strict_cookie(response, "1")
    api.set_framed_cookie(response, "1")
    api.set_important_cookie(response, "1")
    assert _sent(response) == [
        b"__Host-id=1; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure",
        b"open=1; Domain=shop.example; Max-Age=31536000; Path=/shop",
        b"strict=1; HttpOnly; Path=/; SameSite=strict; Secure",
        b"framed=1; HttpOnly; Partitioned; Path=/; SameSite=none; Secure",
        b"important=1; HttpOnly; Path=/; SameSite=lax; Secure; Priority=High",
    ]


def deletes_what_it_set() -> None:
    response = Response()
    api.delete_open_cookie(response)
    assert _sent(response) == [
        b"open=; Domain=shop.example; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/shop"
    ]


def reads_it_back() -> None:
    assert api.read_named_cookie({"__Host-id": "1"}) == "1"
    assert api.read_named_cookie({"named": "1"}) is None
