"""Responses of shop."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

from ._support import JsonValue, complete_headers, json_body, json_cookie, plain_cookie

__all__ = ["Item"]


class Item(JSONResponse):
    """Item: application/json, status 200.

    Cookies: session, preferences.
    """

    media_type = "application/json"

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: JsonValue) -> bytes:
        return json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers: list[tuple[bytes, bytes]] = []
        self.raw_headers = complete_headers(self, raw_headers, headers)

    def set_session_cookie(self, value: str) -> None:
        """Set the cookie session."""
        cookie = plain_cookie("session", value)
        self.raw_headers.append(
            (
                b"set-cookie",
                cookie + b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure",
            ),
        )

    def delete_session_cookie(self) -> None:
        """Delete the cookie session."""
        self.raw_headers.append(
            (
                b"set-cookie",
                b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
            ),
        )

    def set_preferences_cookie(self, value: JsonValue) -> None:
        """Set the cookie preferences."""
        cookie = json_cookie("preferences", value)
        self.raw_headers.append(
            (b"set-cookie", cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure"),
        )

    def delete_preferences_cookie(self) -> None:
        """Delete the cookie preferences."""
        self.raw_headers += [
            (
                b"set-cookie",
                b"preferences=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
            ),
            (
                b"set-cookie",
                b"preferences=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/old; SameSite=lax; Secure",
            ),
        ]
