"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import JSONResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    JsonValue,
    complete_headers,
    header_argument,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
    render_json,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Child",
    "Item",
    "JsonValue",
    "delete_session_cookie",
    "read_session_cookie",
    "session_cookie",
    "set_session_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie __Host-session."""
    cookie = plain_cookie("__Host-session", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie __Host-session."""
    put_cookies(
        response,
        b"__Host-session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie __Host-session."""
    return read_plain_cookie(cookies.get("__Host-session"))


async def session_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="__Host-session")] = None,
) -> str | None:
    """For Depends: reads the cookie __Host-session of a request."""
    if cookie_value is None:
        return None
    return read_session_cookie({"__Host-session": cookie_value})


class Item(JSONResponse):
    """Item: application/json, status 200.

    Takes x_a.
    Cookies: __Host-session.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_a.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    x_a: str = header_argument("x_a")
    render = render_json
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_a: str,
    ) -> None:
        self._x_a = x_a
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-version", b"2"),
            (b"x-built", b"2024-01-01 07:32:00.5z"),
            (b"x-changed", b"Mon, 01 Jan 2024 10:00:00 GMT"),
            text_field(b"x-a", self._x_a),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, x_a: str) -> None: ...

    else:
        apply = APPLY


class Child(Item):
    """Child: application/json, status 200.

    Cookies: __Host-session.
    """

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super(Item, self).__init__(
            content, status_code, headers, media_type, background
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-version", b"2"),
            (b"x-built", b"2024-01-01 07:32:00.5z"),
            (b"x-changed", b"Mon, 01 Jan 2024 10:00:00 GMT"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(  # type: ignore[override, unused-ignore]  # its own headers
            cls, response: Response, /
        ) -> None: ...
