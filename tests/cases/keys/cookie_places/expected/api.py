"""Responses of api."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import Cookie, Response
from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    JsonValue,
    complete_headers,
    cookie_attributes,
    cookie_prefix,
    filled_key,
    json_cookie,
    plain_cookie,
    put_cookies,
    read_json_cookie,
    read_plain_cookie,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "AccessCookie",
    "JsonValue",
    "LayoutCookie",
    "Listed",
    "access_cookie",
    "delete_access_cookie",
    "delete_layout_cookie",
    "layout_cookie",
    "read_access_cookie",
    "read_layout_cookie",
    "set_access_cookie",
    "set_layout_cookie",
]


def set_access_cookie(response: Response, value: str, *, client: str) -> None:
    """Set the cookie __Host-access-{client}."""
    key = filled_key("__Host-access-{}", client)
    cookie = plain_cookie(key, value)
    attributes = cookie_attributes(
        key, max_age=3600, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_access_cookie(response: Response, *, client: str) -> None:
    """Delete the cookie __Host-access-{client}."""
    key = filled_key("__Host-access-{}", client)
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, cookie_prefix(key) + deletion)


def read_access_cookie(cookies: Mapping[str, str], *, client: str) -> str | None:
    """Read the cookie __Host-access-{client}."""
    key = filled_key("__Host-access-{}", client)
    return read_plain_cookie(cookies.get(key))


def access_cookie(*, client: str) -> Callable[..., Awaitable[str | None]]:
    """For Depends: makes what reads the cookie __Host-access-{client} of a request."""
    key = filled_key("__Host-access-{}", client)
    cookie = Cookie(default=None, alias=key)

    async def dependency(cookie_value: str | None = cookie) -> str | None:
        if cookie_value is None:
            return None
        return read_access_cookie({key: cookie_value}, client=client)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessCookie:
    """The cookie access, with settings that are checked here."""

    client: str

    def __post_init__(self) -> None:
        key = filled_key("__Host-access-{}", self.client)
        cookie_prefix(key)
        cookie_attributes(key, max_age=3600, secure=True, httponly=True, samesite="lax")

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_access_cookie(response, value, client=self.client)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_access_cookie(response, client=self.client)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_access_cookie(cookies, client=self.client)


def set_layout_cookie(
    response: Response, value: JsonValue, *, page: str, region: str, path: str = "/"
) -> None:
    """Set the cookie {page}.{region}."""
    key = filled_key("{}.{}", page, region)
    cookie = json_cookie(key, value)
    attributes = cookie_attributes(key, path=path, secure=True, samesite="lax")
    put_cookies(response, cookie + attributes)


def delete_layout_cookie(
    response: Response, *, page: str, region: str, path: str
) -> None:
    """Delete the cookie {page}.{region}."""
    key = filled_key("{}.{}", page, region)
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path=path,
        secure=True,
        samesite="lax",
    )
    put_cookies(response, cookie_prefix(key) + deletion)


def read_layout_cookie(
    cookies: Mapping[str, str], *, page: str, region: str
) -> JsonValue | None:
    """Read the cookie {page}.{region}."""
    key = filled_key("{}.{}", page, region)
    return read_json_cookie(cookies.get(key))


def layout_cookie(
    *, page: str, region: str
) -> Callable[..., Awaitable[JsonValue | None]]:
    """For Depends: makes what reads the cookie {page}.{region} of a request."""
    key = filled_key("{}.{}", page, region)
    cookie = Cookie(default=None, alias=key)

    async def dependency(cookie_value: str | None = cookie) -> JsonValue | None:
        if cookie_value is None:
            return None
        return read_layout_cookie({key: cookie_value}, page=page, region=region)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutCookie:
    """The cookie layout, with settings that are checked here."""

    page: str
    region: str
    path: str = "/"

    def __post_init__(self) -> None:
        key = filled_key("{}.{}", self.page, self.region)
        cookie_prefix(key)
        cookie_attributes(key, path=self.path, secure=True, samesite="lax")

    def set(self, response: Response, value: JsonValue) -> None:
        """Set the cookie."""
        set_layout_cookie(
            response, value, page=self.page, region=self.region, path=self.path
        )

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_layout_cookie(
            response, page=self.page, region=self.region, path=self.path
        )

    def read(self, cookies: Mapping[str, str]) -> JsonValue | None:
        """Read the cookie."""
        return read_layout_cookie(cookies, page=self.page, region=self.region)


class Listed(PlainTextResponse):
    """Listed: text/plain, status 200.

    Cookies: __Host-access-{client} (callers give client), {page}.{region} (callers give
    page and region).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_access_cookie = set_access_cookie
    delete_access_cookie = delete_access_cookie
    set_layout_cookie = set_layout_cookie
    delete_layout_cookie = delete_layout_cookie

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
