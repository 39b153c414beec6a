"""Responses of api."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    cookie_attributes,
    cookie_fields,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
    text_body,
    yield_cookies,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Listed",
    "MovedCookie",
    "delete_moved_cookie",
    "delete_session_cookie",
    "moved_cookie",
    "read_moved_cookie",
    "read_session_cookie",
    "session_cookie",
    "set_moved_cookie",
    "set_session_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie session."""
    cookie = plain_cookie("session", value)
    put_cookies(
        response,
        b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        b"session=; Domain=shop.example; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
        cookie + b"; HttpOnly; Path=/shop; SameSite=lax; Secure",
    )


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session."""
    put_cookies(
        response,
        b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
        b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        b"session=; Domain=shop.example; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie session."""
    return read_plain_cookie(cookies.get("session"))


async def session_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="session")] = None,
) -> str | None:
    """For Depends: reads the cookie session of a request."""
    if cookie_value is None:
        return None
    return read_session_cookie({"session": cookie_value})


def set_moved_cookie(response: Response, value: str, *, path: str) -> None:
    """Set the cookie moved."""
    cookie = plain_cookie("moved", value)
    attributes = cookie_attributes(
        "moved", path=path, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(
        response,
        *[
            b"moved=" + deletion
            for deletion in [
                cookie_attributes(
                    "moved",
                    max_age=0,
                    expires="Thu, 01 Jan 1970 00:00:00 GMT",
                    path=path,
                    domain=domain,
                    secure=True,
                    httponly=True,
                    samesite="lax",
                )
                for path, domain in [("/old", None), (path, "shop.example")]
            ]
        ],
        cookie + attributes,
    )


def delete_moved_cookie(response: Response, *, path: str) -> None:
    """Delete the cookie moved."""
    put_cookies(
        response,
        *[
            b"moved=" + deletion
            for deletion in [
                cookie_attributes(
                    "moved",
                    max_age=0,
                    expires="Thu, 01 Jan 1970 00:00:00 GMT",
                    path=path,
                    domain=domain,
                    secure=True,
                    httponly=True,
                    samesite="lax",
                )
                for path, domain in [
                    (path, None),
                    ("/old", None),
                    (path, "shop.example"),
                ]
            ]
        ],
    )


def read_moved_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie moved."""
    return read_plain_cookie(cookies.get("moved"))


async def moved_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="moved")] = None,
) -> str | None:
    """For Depends: reads the cookie moved of a request."""
    if cookie_value is None:
        return None
    return read_moved_cookie({"moved": cookie_value})


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedCookie:
    """The cookie moved, with settings that are checked here."""

    path: str

    def __post_init__(self) -> None:
        cookie_attributes(
            "moved", path=self.path, secure=True, httponly=True, samesite="lax"
        )

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_moved_cookie(response, value, path=self.path)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_moved_cookie(response, path=self.path)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_moved_cookie(cookies)


class Listed(PlainTextResponse):
    """Listed: text/plain, status 200.

    Cookies: session (always set), moved.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie
    set_moved_cookie = set_moved_cookie
    delete_moved_cookie = delete_moved_cookie

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
            b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
            b"session=; Domain=shop.example; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
            b"session=1; HttpOnly; Path=/shop; SameSite=lax; Secure",
        )
        if headers is not None:
            yield_cookies(self)
