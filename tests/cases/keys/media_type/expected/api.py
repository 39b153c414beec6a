"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response
from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    JsonValue,
    complete_headers,
    render_json,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Binary",
    "JsonValue",
    "Nothing",
    "Parameters",
    "Text",
]


class Parameters(JSONResponse):
    """Parameters: application/json; profile="https://acme.example/v1", status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = 'application/json; profile="https://acme.example/v1"'
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


class Text(Response):
    """Text: text/markdown; variant=GFM, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/markdown; variant=GFM"
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
        self.raw_headers = complete_headers(self, [], headers)


class Binary(Response):
    """Binary: image/png, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "image/png"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Nothing(Response):
    """No media type and no renderer: bytes, and no content-type."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
