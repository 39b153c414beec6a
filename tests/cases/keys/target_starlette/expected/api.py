"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from ._framework import APPLY_CONSTANTS
from ._support import (
    JsonValue,
    complete_headers,
    plain_cookie,
    put_cookies,
    read_plain_cookie,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

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


class Document(JSONResponse):
    """Document: application/json, status 200.

    Cookies: session.
    """

    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie

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
        self.raw_headers = complete_headers(self, [(b"x-version", b"2")], headers)
