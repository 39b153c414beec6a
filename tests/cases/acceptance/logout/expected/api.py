"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "LoggedOut",
    "access_cookie",
    "delete_access_cookie",
    "delete_refresh_cookie",
    "read_access_cookie",
    "read_refresh_cookie",
    "refresh_cookie",
    "set_access_cookie",
    "set_refresh_cookie",
]


def set_access_cookie(response: Response, value: str) -> None:
    """Set the cookie access."""
    cookie = plain_cookie("access", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/api; SameSite=lax; Secure")


def delete_access_cookie(response: Response) -> None:
    """Delete the cookie access."""
    put_cookies(
        response,
        b"access=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/api; SameSite=lax; Secure",
        b"access=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_access_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie access."""
    return read_plain_cookie(cookies.get("access"))


async def access_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="access")] = None,
) -> str | None:
    """For Depends: reads the cookie access of a request."""
    if cookie_value is None:
        return None
    return read_access_cookie({"access": cookie_value})


def set_refresh_cookie(response: Response, value: str) -> None:
    """Set the cookie refresh."""
    cookie = plain_cookie("refresh", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/api; SameSite=lax; Secure")


def delete_refresh_cookie(response: Response) -> None:
    """Delete the cookie refresh."""
    put_cookies(
        response,
        b"refresh=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/api; SameSite=lax; Secure",
        b"refresh=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_refresh_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie refresh."""
    return read_plain_cookie(cookies.get("refresh"))


async def refresh_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="refresh")] = None,
) -> str | None:
    """For Depends: reads the cookie refresh of a request."""
    if cookie_value is None:
        return None
    return read_refresh_cookie({"refresh": cookie_value})


class LoggedOut(Response):
    """Both tokens are gone, from the path of today and from that of last year.

    Cookies: access, refresh.
    """

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS
    set_access_cookie = set_access_cookie
    delete_access_cookie = delete_access_cookie
    set_refresh_cookie = set_refresh_cookie
    delete_refresh_cookie = delete_refresh_cookie

    def __init__(
        self,
        content: None = None,
        status_code: int = 204,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
