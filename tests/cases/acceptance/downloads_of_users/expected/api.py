"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    content_disposition_field,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Download",
]


class Download(Response):
    """Download: application/octet-stream, status 200.

    Takes content_disposition.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know content_disposition.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/octet-stream"
    content_disposition: str = header_argument("content_disposition")

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        content_disposition: str,
    ) -> None:
        self._content_disposition = content_disposition
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            content_disposition_field(
                b"content-disposition", self._content_disposition
            ),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, content_disposition: str) -> None: ...

    else:
        apply = APPLY
