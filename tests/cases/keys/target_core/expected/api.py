"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import (
    APPLY_CONSTANTS,
    JsonValue,
    Response,
    complete_headers,
    json_body,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

__all__ = [
    "Document",
    "JsonValue",
    "delete_session_cookie",
    "read_session_cookie",
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


class Document(Response):
    """Document: application/json, status 200.

    Cookies: session.
    """

    media_type = "application/json"
    apply = APPLY_CONSTANTS
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: JsonValue) -> bytes:
        return json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [(b"x-version", b"2")], headers)
