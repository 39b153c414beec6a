"""Responses of api."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
    cookie_attributes,
    current,
    integer_field,
    nulls_for_nan,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from starlette.background import BackgroundTask

    from tests.cases.keys.beside_routes import web
    from tests.cases.keys.beside_routes.web import Item, Line
else:
    web = Deferred("tests.cases.keys.beside_routes.web", "web", globals())

__all__ = [
    "Lines",
    "Page",
    "Short",
    "delete_region_cookie",
    "read_region_cookie",
    "region_cookie",
    "set_region_cookie",
]


def set_region_cookie(response: Response, value: str) -> None:
    """Set the cookie region."""
    domain: str | None = current(web.settings.domain)
    cookie = plain_cookie("region", value)
    attributes = cookie_attributes(
        "region", domain=domain, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_region_cookie(response: Response) -> None:
    """Delete the cookie region."""
    domain: str | None = current(web.settings.domain)
    deletion = cookie_attributes(
        "region",
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        domain=domain,
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, b"region=" + deletion)


def read_region_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie region."""
    return read_plain_cookie(cookies.get("region"))


async def region_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="region")] = None,
) -> str | None:
    """For Depends: reads the cookie region of a request."""
    if cookie_value is None:
        return None
    return read_region_cookie({"region": cookie_value})


class Page(Response):
    """Page: text/html; charset=utf-8, status 200.

    Takes locale, title, trace.
    Cookies: region.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know locale.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/html; charset=utf-8"
    apply = APPLY_CONSTANTS
    set_region_cookie = set_region_cookie
    delete_region_cookie = delete_region_cookie

    def __init__(
        self,
        content: Item,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        locale: str,
        title: str = "Shop",
        trace: int = 0,
    ) -> None:
        self.locale = locale
        self.title = title
        self.trace = trace
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Item) -> bytes:
        return web.page(content, locale=self.locale, title=self.title)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-content-type-options", b"nosniff"),
            text_field(b"x-region", current(web.settings.region)),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


class Short(Page):
    """Short: text/html; charset=utf-8, status 200.

    Takes locale, title, trace, size.
    Cookies: region.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know locale.
    """

    def __init__(
        self,
        content: Item,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        locale: str,
        title: str = "Shop",
        trace: int = 0,
        size: int = 1,
    ) -> None:
        self.locale = locale
        self.title = title
        self.trace = trace
        self.size = size
        super(Page, self).__init__(
            content, status_code, headers, media_type, background
        )

    def render(self, content: Any) -> bytes:
        document: Item = content
        return web.page(document, locale=self.locale, title=self.title, size=self.size)


class Lines(JSONResponse):
    """Lines: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[Line],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[Line]) -> bytes:
        return dumps(
            nulls_for_nan(content),
            ensure_ascii=False,
            allow_nan=False,
            indent=None,
            separators=(",", ":"),
            default=lambda value: nulls_for_nan(web.plain(value)),
        ).encode()

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [integer_field(b"x-lines", current(web.count))]
        self.raw_headers = complete_headers(self, fields, headers)
