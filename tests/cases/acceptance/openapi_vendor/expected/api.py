"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    JsonValue,
    complete_headers,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "JsonValue",
    "OpenAPIResponse",
]


class OpenAPIResponse(JSONResponse):
    """An OpenAPI document."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/vnd.oai.openapi+json;version=3.0"
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
        self.raw_headers = complete_headers(self, [], headers)
