"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import RedirectResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    filled_url,
    locked_status,
    percent_cookie,
    put_cookies,
    read_percent_cookie,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask

__all__ = [
    "Saved",
    "delete_flash_cookie",
    "flash_cookie",
    "read_flash_cookie",
    "set_flash_cookie",
]


def set_flash_cookie(response: Response, value: str) -> None:
    """Set the cookie __Host-flash.

    What the next page says once.
    """
    cookie = percent_cookie("__Host-flash", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=60; Path=/; SameSite=lax; Secure"
    )


def delete_flash_cookie(response: Response) -> None:
    """Delete the cookie __Host-flash.

    What the next page says once.
    """
    put_cookies(
        response,
        b"__Host-flash=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_flash_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie __Host-flash.

    What the next page says once.
    """
    return read_percent_cookie(cookies.get("__Host-flash"))


async def flash_cookie(
    cookie_value: Annotated[
        str | None,
        Cookie(alias="__Host-flash", description="What the next page says once."),
    ] = None,
) -> str | None:
    """For Depends: reads the cookie __Host-flash of a request.

    What the next page says once.
    """
    if cookie_value is None:
        return None
    return read_flash_cookie({"__Host-flash": cookie_value})


class Saved(RedirectResponse):
    """After a form was posted, the browser gets the page that shows what was saved.

    Takes item_id.
    Cookies: __Host-flash.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know item_id.
    """

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS
    set_flash_cookie = set_flash_cookie
    delete_flash_cookie = delete_flash_cookie

    def __init__(
        self,
        status_code: Literal[303] = 303,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        item_id: int,
    ) -> None:
        self.item_id = item_id
        super().__init__(
            filled_url("url", "/items/{}", item_id),
            locked_status(status_code, 303),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b"no-store")], headers
        )
