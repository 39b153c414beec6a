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
    token_field,
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

    Takes content_language, x_b.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know content_language.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    content_language: str = header_argument("content_language")
    x_b: str | None = header_argument("x_b")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        content_language: str,
        x_b: str | None = "gzip",
    ) -> None:
        self._content_language = content_language
        self._x_b = x_b
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [token_field(b"content-language", self._content_language)]
        if self._x_b is not None:
            fields.append(token_field(b"x-b", self._x_b))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            content_language: str,
            x_b: str | None = "gzip",
        ) -> None: ...

    else:
        apply = APPLY
