"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    cookie_fields,
    percent_cookie,
    plain_cookie,
    put_cookies,
    read_percent_cookie,
    read_plain_cookie,
    text_body,
    yield_cookies,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Child",
    "Notice",
    "delete_other_cookie",
    "delete_seen_cookie",
    "other_cookie",
    "read_other_cookie",
    "read_seen_cookie",
    "seen_cookie",
    "set_other_cookie",
    "set_seen_cookie",
]


def set_seen_cookie(response: Response, value: str) -> None:
    """Set the cookie seen."""
    cookie = percent_cookie("seen", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=90; Path=/; SameSite=lax; Secure"
    )


def delete_seen_cookie(response: Response) -> None:
    """Delete the cookie seen."""
    put_cookies(
        response,
        b"seen=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_seen_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie seen."""
    return read_percent_cookie(cookies.get("seen"))


async def seen_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="seen")] = None,
) -> str | None:
    """For Depends: reads the cookie seen of a request."""
    if cookie_value is None:
        return None
    return read_seen_cookie({"seen": cookie_value})


def set_other_cookie(response: Response, value: str) -> None:
    """Set the cookie other."""
    cookie = plain_cookie("other", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_other_cookie(response: Response) -> None:
    """Delete the cookie other."""
    put_cookies(
        response,
        b"other=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_other_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie other."""
    return read_plain_cookie(cookies.get("other"))


async def other_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="other")] = None,
) -> str | None:
    """For Depends: reads the cookie other of a request."""
    if cookie_value is None:
        return None
    return read_other_cookie({"other": cookie_value})


class Notice(PlainTextResponse):
    """Notice: text/plain, status 200.

    Cookies: seen (always set), other.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_seen_cookie = set_seen_cookie
    delete_seen_cookie = delete_seen_cookie
    set_other_cookie = set_other_cookie
    delete_other_cookie = delete_other_cookie

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
        self.raw_headers += cookie_fields(
            b"seen=yes%20%26%20no; HttpOnly; Max-Age=90; Path=/; SameSite=lax; Secure"
        )
        if headers is not None:
            yield_cookies(self)


class Child(Notice):
    """Child: text/plain, status 200.

    Cookies: seen (always set), other.
    """

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [(b"x-child", b"1")], headers)
        self.raw_headers += cookie_fields(
            b"seen=yes%20%26%20no; HttpOnly; Max-Age=90; Path=/; SameSite=lax; Secure"
        )
        if headers is not None:
            yield_cookies(self)
