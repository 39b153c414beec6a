"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.acme import OrderedJSON

from ._support import (
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from starlette.background import BackgroundTask

__all__ = [
    "GeoJSONResponse",
    "SchemaJSONResponse",
]


class GeoJSONResponse(OrderedJSON):
    """GeoJSONResponse: application/geo+json, status 200."""

    media_type = "application/geo+json"

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class SchemaJSONResponse(OrderedJSON):
    """SchemaJSONResponse: application/schema+json, status 200."""

    media_type = "application/schema+json"

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
