"""Responses of api."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import Cookie, Response
from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    cookie_attributes,
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
    "SessionCookie",
    "ShownCookie",
    "TenantCookie",
    "delete_session_cookie",
    "delete_shown_cookie",
    "delete_tenant_cookie",
    "read_session_cookie",
    "read_shown_cookie",
    "read_tenant_cookie",
    "session_cookie",
    "set_session_cookie",
    "set_shown_cookie",
    "set_tenant_cookie",
    "shown_cookie",
    "tenant_cookie",
]


def set_session_cookie(
    response: Response,
    value: str,
    *,
    max_age: int | None = 1209600,
    samesite: Literal["lax", "strict", "none"] | None = "strict",
) -> None:
    """Set the cookie session."""
    cookie = plain_cookie("session", value)
    attributes = cookie_attributes(
        "session", max_age=max_age, secure=True, httponly=True, samesite=samesite
    )
    put_cookies(response, cookie + attributes)


def delete_session_cookie(
    response: Response, *, samesite: Literal["lax", "strict", "none"] | None = "strict"
) -> None:
    """Delete the cookie session."""
    deletion = cookie_attributes(
        "session",
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        secure=True,
        httponly=True,
        samesite=samesite,
    )
    put_cookies(response, b"session=" + deletion)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCookie:
    """The cookie session, with settings that are checked here."""

    max_age: int | None = 1209600
    samesite: Literal["lax", "strict", "none"] | None = "strict"

    def __post_init__(self) -> None:
        cookie_attributes(
            "session",
            max_age=self.max_age,
            secure=True,
            httponly=True,
            samesite=self.samesite,
        )

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_session_cookie(
            response, value, max_age=self.max_age, samesite=self.samesite
        )

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_session_cookie(response, samesite=self.samesite)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_session_cookie(cookies)


def set_tenant_cookie(
    response: Response,
    value: str,
    *,
    max_age: int | None,
    path: str,
    domain: str | None = None,
    secure: bool = False,
    partitioned: bool = False,
) -> None:
    """Set the cookie tenant."""
    cookie = plain_cookie("tenant", value)
    attributes = cookie_attributes(
        "tenant",
        max_age=max_age,
        path=path,
        domain=domain,
        secure=secure,
        httponly=True,
        samesite="lax",
        partitioned=partitioned,
    )
    put_cookies(response, cookie + attributes)


def delete_tenant_cookie(
    response: Response,
    *,
    path: str,
    domain: str | None,
    secure: bool = False,
    partitioned: bool = False,
) -> None:
    """Delete the cookie tenant."""
    deletion = cookie_attributes(
        "tenant",
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path=path,
        domain=domain,
        secure=secure,
        httponly=True,
        samesite="lax",
        partitioned=partitioned,
    )
    put_cookies(response, b"tenant=" + deletion)


def read_tenant_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie tenant."""
    return read_plain_cookie(cookies.get("tenant"))


async def tenant_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="tenant")] = None,
) -> str | None:
    """For Depends: reads the cookie tenant of a request."""
    if cookie_value is None:
        return None
    return read_tenant_cookie({"tenant": cookie_value})


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantCookie:
    """The cookie tenant, with settings that are checked here."""

    max_age: int | None
    path: str
    domain: str | None = None
    secure: bool = False
    partitioned: bool = False

    def __post_init__(self) -> None:
        cookie_attributes(
            "tenant",
            max_age=self.max_age,
            path=self.path,
            domain=self.domain,
            secure=self.secure,
            httponly=True,
            samesite="lax",
            partitioned=self.partitioned,
        )

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_tenant_cookie(
            response,
            value,
            max_age=self.max_age,
            path=self.path,
            domain=self.domain,
            secure=self.secure,
            partitioned=self.partitioned,
        )

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_tenant_cookie(
            response,
            path=self.path,
            domain=self.domain,
            secure=self.secure,
            partitioned=self.partitioned,
        )

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_tenant_cookie(cookies)


def set_shown_cookie(
    response: Response, value: str, *, max_age: int | None = None
) -> None:
    """Set the cookie shown."""
    cookie = plain_cookie("shown", value)
    attributes = cookie_attributes(
        "shown", max_age=max_age, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_shown_cookie(response: Response) -> None:
    """Delete the cookie shown."""
    deletion = cookie_attributes(
        "shown",
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, b"shown=" + deletion)


def read_shown_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie shown."""
    return read_plain_cookie(cookies.get("shown"))


async def shown_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="shown")] = None,
) -> str | None:
    """For Depends: reads the cookie shown of a request."""
    if cookie_value is None:
        return None
    return read_shown_cookie({"shown": cookie_value})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCookie:
    """The cookie shown, with settings that are checked here."""

    max_age: int | None = None

    def __post_init__(self) -> None:
        cookie_attributes(
            "shown", max_age=self.max_age, secure=True, httponly=True, samesite="lax"
        )

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_shown_cookie(response, value, max_age=self.max_age)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_shown_cookie(response)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_shown_cookie(cookies)


class Listed(PlainTextResponse):
    """Listed: text/plain, status 200.

    Cookies: session, tenant, shown (always set).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie
    set_tenant_cookie = set_tenant_cookie
    delete_tenant_cookie = delete_tenant_cookie
    set_shown_cookie = set_shown_cookie
    delete_shown_cookie = delete_shown_cookie

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
        self.set_shown_cookie("1")
        if headers is not None:
            yield_cookies(self)
