"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    locked_status,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask

__all__ = [
    "Teapot",
]


class Teapot(PlainTextResponse):
    """Teapot: text/plain, status 418."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: Literal[418] = 418,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            content, locked_status(status_code, 418), headers, media_type, background
        )

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
