"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    header_argument,
    text_body,
    url_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Typed",
]


class Typed(PlainTextResponse):
    """Typed: text/plain, status 200.

    Takes location.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know location.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    location: str = header_argument("location")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        location: str,
    ) -> None:
        self._location = location
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [url_field(b"location", self._location)]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, location: str) -> None: ...

    else:
        apply = APPLY
