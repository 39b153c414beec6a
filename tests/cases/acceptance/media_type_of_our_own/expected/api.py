"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.acme import OrderedJSON

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    based_headers,
    given_names,
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

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/geo+json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(self, [], headers, self._given, typed=True)


class SchemaJSONResponse(OrderedJSON):
    """SchemaJSONResponse: application/schema+json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/schema+json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(self, [], headers, self._given, typed=True)
