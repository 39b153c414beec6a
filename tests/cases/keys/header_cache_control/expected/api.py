"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    DEFAULT,
    CacheControl,
    apply_class,
    cache_control_fields,
    complete_headers,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "CacheControl",
    "Chosen",
    "Personal",
    "Shared",
    "Text",
]


class Shared(PlainTextResponse):
    """Shared: text/plain, status 200."""

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
        self.raw_headers = complete_headers(
            self,
            [(b"cache-control", b"public, max-age=3600, stale-while-revalidate=86400")],
            headers,
        )


class Personal(PlainTextResponse):
    """Personal: text/plain, status 200."""

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
        self.raw_headers = complete_headers(
            self,
            [(b"cache-control", b'private="Set-Cookie, X-Name", no-cache')],
            headers,
        )


class Text(PlainTextResponse):
    """Text: text/plain, status 200."""

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
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b'max-age=60, private="Set-Cookie"')], headers
        )


class Chosen(PlainTextResponse):
    """Chosen: text/plain, status 200.

    Takes caching (Cache-Control).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    caching: CacheControl | None = header_argument("caching")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        caching: CacheControl | None = DEFAULT,
    ) -> None:
        if caching is DEFAULT:
            caching = {"no_store": True}
        self._caching: CacheControl | None = caching
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._caching is not None:
            fields += cache_control_fields(b"cache-control", self._caching)
        self.raw_headers = complete_headers(self, fields, headers)

    @classmethod
    def apply(
        cls, response: Response, /, *, caching: CacheControl | None = DEFAULT
    ) -> None:
        if caching is DEFAULT:
            caching = {"no_store": True}
        apply_class(cls, response, caching=caching)
