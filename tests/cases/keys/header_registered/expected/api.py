"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response
from fastapi.responses import HTMLResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Cached",
    "Packed",
    "Page",
]


class Page(HTMLResponse):
    """Page: text/html, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/html"
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
            (b"x-content-type-options", b"nosniff"),
            (b"accept-ch", b"DPR, Width"),
            (b"critical-ch", b"DPR, Width"),
            (b"speculation-rules", b'"/rules.json"'),
            (b"no-vary-search", b'params, except=("page")'),
            (b"priority", b"u=1, i"),
            (b"integrity-policy", b"blocked-destinations=(script style)"),
            (b"capsule-protocol", b"?0"),
            (
                b"activate-storage-access",
                b'retry;allowed-origin="https://shop.example"',
            ),
            (b"content-disposition", b'inline; filename="a, b.html"'),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


class Cached(Page):
    """Cached: text/html, status 200."""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-content-type-options", b"nosniff"),
            (b"accept-ch", b"DPR, Width, Downlink"),
            (b"critical-ch", b"DPR, Width"),
            (b"speculation-rules", b'"/rules.json"'),
            (b"no-vary-search", b'params, except=("page")'),
            (b"priority", b"u=5, i"),
            (b"integrity-policy", b"blocked-destinations=(script style)"),
            (b"capsule-protocol", b"?0"),
            (
                b"activate-storage-access",
                b'retry;allowed-origin="https://shop.example"',
            ),
            (b"content-disposition", b'inline; filename="a, b.html"'),
            (b"cache-status", b"edge;hit;ttl=60"),
            (b"cdn-cache-control", b"max-age=600, public"),
            (
                b"report-to",
                b'{"group":"shop","max_age":604800,"endpoints":[{"url":"/reports"}]}',
            ),
            (b"nel", b'{"report_to":"shop","max_age":604800}'),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


class Packed(Response):
    """Packed: image/svg+xml, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "image/svg+xml"
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
        self.raw_headers = complete_headers(
            self, [(b"content-encoding", b"gzip")], headers
        )
