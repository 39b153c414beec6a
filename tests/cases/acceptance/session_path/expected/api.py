"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
    cookie_attributes,
    current,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "LoggedOut",
    "access_cookie",
    "delete_access_cookie",
    "delete_refresh_cookie",
    "delete_session_cookie",
    "read_access_cookie",
    "read_refresh_cookie",
    "read_session_cookie",
    "refresh_cookie",
    "session_cookie",
    "set_access_cookie",
    "set_refresh_cookie",
    "set_session_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie session.

    Who is signed in. The application may be mounted anywhere.
    """
    path: str = current(acme.settings.cookie_path)
    domain: str | None = current(acme.settings.cookie_domain)
    cookie = plain_cookie("session", value)
    attributes = cookie_attributes(
        "session",
        max_age=1209600,
        path=path,
        domain=domain,
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, cookie + attributes)


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session.

    Who is signed in. The application may be mounted anywhere.
    """
    path: str = current(acme.settings.cookie_path)
    domain: str | None = current(acme.settings.cookie_domain)
    deletion = cookie_attributes(
        "session",
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path=path,
        domain=domain,
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, b"session=" + deletion)


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie session.

    Who is signed in. The application may be mounted anywhere.
    """
    return read_plain_cookie(cookies.get("session"))


async def session_cookie(
    cookie_value: Annotated[
        str | None,
        Cookie(
            alias="session",
            description="Who is signed in. The application may be mounted anywhere.",
        ),
    ] = None,
) -> str | None:
    """For Depends: reads the cookie session of a request.

    Who is signed in. The application may be mounted anywhere.
    """
    if cookie_value is None:
        return None
    return read_session_cookie({"session": cookie_value})


def set_access_cookie(response: Response, value: str) -> None:
    """Set the cookie access."""
    path: str = current(acme.settings.cookie_path)
    cookie = plain_cookie("access", value)
    attributes = cookie_attributes(
        "access", path=path, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_access_cookie(response: Response) -> None:
    """Delete the cookie access."""
    path: str = current(acme.settings.cookie_path)
    put_cookies(
        response,
        *[
            b"access=" + deletion
            for deletion in [
                cookie_attributes(
                    "access",
                    max_age=0,
                    expires="Thu, 01 Jan 1970 00:00:00 GMT",
                    path=path,
                    domain=domain,
                    secure=True,
                    httponly=True,
                    samesite="lax",
                )
                for path, domain in [(path, None), ("/legacy", None)]
            ]
        ],
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
    path: str = current(acme.settings.cookie_path)
    cookie = plain_cookie("refresh", value)
    attributes = cookie_attributes(
        "refresh", path=path, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_refresh_cookie(response: Response) -> None:
    """Delete the cookie refresh."""
    path: str = current(acme.settings.cookie_path)
    put_cookies(
        response,
        *[
            b"refresh=" + deletion
            for deletion in [
                cookie_attributes(
                    "refresh",
                    max_age=0,
                    expires="Thu, 01 Jan 1970 00:00:00 GMT",
                    path=path,
                    domain=domain,
                    secure=True,
                    httponly=True,
                    samesite="lax",
                )
                for path, domain in [(path, None), ("/legacy", None)]
            ]
        ],
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
    """Nobody is signed in any more.

    Cookies: session, access, refresh.
    """

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie
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
