"""Responses of common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    JsonValue,
    apply_fields,
    complete_headers,
    middleware_of,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Literal

    from starlette.background import BackgroundTask

    from ._support import (
        Middleware,
    )

__all__ = [
    "Base",
    "JsonValue",
    "delete_session_cookie",
    "read_session_cookie",
    "session_cookie",
    "set_session_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie session."""
    cookie = plain_cookie("session", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session."""
    put_cookies(
        response,
        b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
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


def apply_secure(response: Response, /) -> None:
    """Set the headers of the profile secure on another response."""
    apply_fields(response, [(b"x-content-type-options", b"nosniff")])


class Base(JSONResponse):
    """Base: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"x-content-type-options", b"nosniff")], headers
        )


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["secure"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of({"secure": (apply_secure, (), False)})
