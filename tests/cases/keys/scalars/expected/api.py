"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Scalars",
]


class Scalars(PlainTextResponse):
    """Scalars: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
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
            (b"x-off", b"off"),
            (b"x-no", b"no"),
            (b"x-time", b"12:30"),
            (b"x-zeros", b"0777"),
            (b"x-number", b"777"),
            (b"x-date", b"2024-03-05"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)
