"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE, unmodified
from ._support import (
    complete_headers,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Constants",
]


class Constants(PlainTextResponse):
    """Constants: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    not_modified = unmodified
    apply = APPLY_CONSTANTS

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
        fields = [
            (b"x-text", b"some text"),
            (b"x-number", b"7"),
            (b"x-policy", b"guarded"),
            (b"x-int", b"7"),
            (b"x-float", b"0.5"),
            (b"x-bool", b"true"),
            (b"last-modified", b"Tue, 05 Mar 2024 08:30:00 GMT"),
            (b"age", b"120"),
            (b"etag", b'"v1"'),
            (b"content-location", b"/caf%C3%A9"),
            (b"x-token", b"gzip"),
            (b"x-enum", b"on"),
            (b"x-list", b"1, 2"),
        ]
        self.raw_headers = complete_headers(
            self, fields, headers, locked=(b"x-policy",)
        )
