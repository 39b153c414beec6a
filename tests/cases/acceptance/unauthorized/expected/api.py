"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._support import (
    complete_headers,
    locked_status,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask

__all__ = [
    "Unauthorized",
]


class Unauthorized(JSONResponse):
    """The bearer token is missing."""

    media_type = "application/json"
    render = render_json

    def __init__(
        self,
        content: dict[str, str],
        status_code: Literal[401] = 401,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            content, locked_status(status_code, 401), headers, media_type, background
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"www-authenticate", b"Bearer")], headers
        )
