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
    "Embedded",
    "delete_legacy_cookie",
    "legacy_cookie",
    "read_legacy_cookie",
    "set_legacy_cookie",
]


def set_legacy_cookie(response: Response, value: str) -> None:
    """Set the cookie legacy.

    An embedded page of a partner reads it; SameSite is left out on purpose.
    """
    cookie = plain_cookie("legacy", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; Secure")


def delete_legacy_cookie(response: Response) -> None:
    """Delete the cookie legacy.

    An embedded page of a partner reads it; SameSite is left out on purpose.
    """
    put_cookies(
        response,
        b"legacy=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; Secure",
    )


def read_legacy_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie legacy.

    An embedded page of a partner reads it; SameSite is left out on purpose.
    """
    return read_plain_cookie(cookies.get("legacy"))


async def legacy_cookie(
    cookie_value: Annotated[
        str | None,
        Cookie(
            alias="legacy",
            description="An embedded page of a partner reads it; SameSite is left out on purpose.",
        ),
    ] = None,
) -> str | None:
    """For Depends: reads the cookie legacy of a request.

    An embedded page of a partner reads it; SameSite is left out on purpose.
    """
    if cookie_value is None:
        return None
    return read_legacy_cookie({"legacy": cookie_value})


class Embedded(PlainTextResponse):
    """Embedded: text/plain, status 200.

    Cookies: legacy.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_legacy_cookie = set_legacy_cookie
    delete_legacy_cookie = delete_legacy_cookie

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
