"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import Cookie, Response
from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
    cookie_attributes,
    current,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
    text_body,
    yield_cookies,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Listed",
    "delete_seen_cookie",
    "delete_session_cookie",
    "read_seen_cookie",
    "read_session_cookie",
    "seen_cookie",
    "session_cookie",
    "set_seen_cookie",
    "set_session_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie session.

    Where it goes the settings say.
    """
    max_age: int | None = current(acme.session_age)
    path: str = current(acme.settings.cookie_path)
    domain: str | None = current(acme.settings.cookie_domain)
    secure: bool = current(acme.settings.cookie_secure)
    samesite: Literal["lax", "strict", "none"] | None = current(
        acme.settings.cookie_samesite
    )
    partitioned: bool = current(acme.settings.cookie_partitioned)
    cookie = plain_cookie("session", value)
    attributes = cookie_attributes(
        "session",
        max_age=max_age,
        path=path,
        domain=domain,
        secure=secure,
        httponly=True,
        samesite=samesite,
        partitioned=partitioned,
    )
    put_cookies(response, cookie + attributes)


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session.

    Where it goes the settings say.
    """
    path: str = current(acme.settings.cookie_path)
    domain: str | None = current(acme.settings.cookie_domain)
    secure: bool = current(acme.settings.cookie_secure)
    samesite: Literal["lax", "strict", "none"] | None = current(
        acme.settings.cookie_samesite
    )
    partitioned: bool = current(acme.settings.cookie_partitioned)
    put_cookies(
        response,
        *[
            b"session=" + deletion
            for deletion in [
                cookie_attributes(
                    "session",
                    max_age=0,
                    expires="Thu, 01 Jan 1970 00:00:00 GMT",
                    path=path,
                    domain=domain,
                    secure=secure,
                    httponly=True,
                    samesite=samesite,
                    partitioned=partitioned,
                )
                for path, domain in [(path, domain), ("/old", domain)]
            ]
        ],
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie session.

    Where it goes the settings say.
    """
    return read_plain_cookie(cookies.get("session"))


async def session_cookie(
    cookie_value: Annotated[
        str | None,
        Cookie(alias="session", description="Where it goes the settings say."),
    ] = None,
) -> str | None:
    """For Depends: reads the cookie session of a request.

    Where it goes the settings say.
    """
    if cookie_value is None:
        return None
    return read_session_cookie({"session": cookie_value})


def set_seen_cookie(response: Response, value: str) -> None:
    """Set the cookie seen."""
    domain: str | None = current(acme.settings.cookie_domain)
    cookie = plain_cookie("seen", value)
    attributes = cookie_attributes(
        "seen", domain=domain, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_seen_cookie(response: Response) -> None:
    """Delete the cookie seen."""
    domain: str | None = current(acme.settings.cookie_domain)
    deletion = cookie_attributes(
        "seen",
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        domain=domain,
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, b"seen=" + deletion)


def read_seen_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie seen."""
    return read_plain_cookie(cookies.get("seen"))


async def seen_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="seen")] = None,
) -> str | None:
    """For Depends: reads the cookie seen of a request."""
    if cookie_value is None:
        return None
    return read_seen_cookie({"seen": cookie_value})


class Listed(PlainTextResponse):
    """Listed: text/plain, status 200.

    Cookies: session, seen (always set).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie
    set_seen_cookie = set_seen_cookie
    delete_seen_cookie = delete_seen_cookie

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
        self.set_seen_cookie("1")
        if headers is not None:
            yield_cookies(self)
