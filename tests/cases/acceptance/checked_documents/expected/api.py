"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    JsonValue,
    complete_headers,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "HALResponse",
    "JsonValue",
    "SirenResponse",
]


class HALResponse(JSONResponse):
    """HALResponse: application/hal+json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/hal+json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, JsonValue],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        acme.linked(content)
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class SirenResponse(JSONResponse):
    """SirenResponse: application/vnd.siren+json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/vnd.siren+json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, JsonValue],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        acme.classed(content)
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
