"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Listed",
    "delete_framed_cookie",
    "delete_important_cookie",
    "delete_named_cookie",
    "delete_open_cookie",
    "delete_session_cookie",
    "delete_strict_cookie",
    "framed_cookie",
    "important_cookie",
    "named_cookie",
    "open_cookie",
    "read_framed_cookie",
    "read_important_cookie",
    "read_named_cookie",
    "read_open_cookie",
    "read_session_cookie",
    "read_strict_cookie",
    "session_cookie",
    "set_framed_cookie",
    "set_important_cookie",
    "set_named_cookie",
    "set_open_cookie",
    "set_session_cookie",
    "set_strict_cookie",
    "strict_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie session.

    Who is signed in.
    """
    cookie = plain_cookie("session", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session.

    Who is signed in.
    """
    put_cookies(
        response,
        b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie session.

    Who is signed in.
    """
    return read_plain_cookie(cookies.get("session"))


async def session_cookie(
    cookie_value: Annotated[
        str | None, Cookie(alias="session", description="Who is signed in.")
    ] = None,
) -> str | None:
    """For Depends: reads the cookie session of a request.

    Who is signed in.
    """
    if cookie_value is None:
        return None
    return read_session_cookie({"session": cookie_value})


def set_named_cookie(response: Response, value: str) -> None:
    """Set the cookie __Host-id."""
    cookie = plain_cookie("__Host-id", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure"
    )


def delete_named_cookie(response: Response) -> None:
    """Delete the cookie __Host-id."""
    put_cookies(
        response,
        b"__Host-id=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_named_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie __Host-id."""
    return read_plain_cookie(cookies.get("__Host-id"))


async def named_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="__Host-id")] = None,
) -> str | None:
    """For Depends: reads the cookie __Host-id of a request."""
    if cookie_value is None:
        return None
    return read_named_cookie({"__Host-id": cookie_value})


def set_open_cookie(response: Response, value: str) -> None:
    """Set the cookie open."""
    cookie = plain_cookie("open", value)
    put_cookies(
        response, cookie + b"; Domain=shop.example; Max-Age=31536000; Path=/shop"
    )


def delete_open_cookie(response: Response) -> None:
    """Delete the cookie open."""
    put_cookies(
        response,
        b"open=; Domain=shop.example; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/shop",
    )


def read_open_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie open."""
    return read_plain_cookie(cookies.get("open"))


async def open_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="open")] = None,
) -> str | None:
    """For Depends: reads the cookie open of a request."""
    if cookie_value is None:
        return None
    return read_open_cookie({"open": cookie_value})


def set_strict_cookie(response: Response, value: str) -> None:
    """Set the cookie strict."""
    cookie = plain_cookie("strict", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=strict; Secure")


def delete_strict_cookie(response: Response) -> None:
    """Delete the cookie strict."""
    put_cookies(
        response,
        b"strict=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=strict; Secure",
    )


def read_strict_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie strict."""
    return read_plain_cookie(cookies.get("strict"))


async def strict_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="strict")] = None,
) -> str | None:
    """For Depends: reads the cookie strict of a request."""
    if cookie_value is None:
        return None
    return read_strict_cookie({"strict": cookie_value})


def set_framed_cookie(response: Response, value: str) -> None:
    """Set the cookie framed."""
    cookie = plain_cookie("framed", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Partitioned; Path=/; SameSite=none; Secure"
    )


def delete_framed_cookie(response: Response) -> None:
    """Delete the cookie framed."""
    put_cookies(
        response,
        b"framed=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Partitioned; Path=/; SameSite=none; Secure",
    )


def read_framed_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie framed."""
    return read_plain_cookie(cookies.get("framed"))


async def framed_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="framed")] = None,
) -> str | None:
    """For Depends: reads the cookie framed of a request."""
    if cookie_value is None:
        return None
    return read_framed_cookie({"framed": cookie_value})


def set_important_cookie(response: Response, value: str) -> None:
    """Set the cookie important."""
    cookie = plain_cookie("important", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure; Priority=High"
    )


def delete_important_cookie(response: Response) -> None:
    """Delete the cookie important."""
    put_cookies(
        response,
        b"important=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_important_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie important."""
    return read_plain_cookie(cookies.get("important"))


async def important_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="important")] = None,
) -> str | None:
    """For Depends: reads the cookie important of a request."""
    if cookie_value is None:
        return None
    return read_important_cookie({"important": cookie_value})


class Listed(PlainTextResponse):
    """Listed: text/plain, status 200.

    Cookies: session, __Host-id.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie
    set_named_cookie = set_named_cookie
    delete_named_cookie = delete_named_cookie

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
