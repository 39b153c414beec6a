"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    DEFAULT,
    ContentRange,
    UnsatisfiedRange,
    apply_class,
    complete_headers,
    content_range_field,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "ContentRange",
    "FirstItems",
    "NoPart",
    "Part",
    "UnsatisfiedRange",
]


class Part(PlainTextResponse):
    """Part: text/plain, status 206.

    Takes content_range.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know content_range.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    content_range: ContentRange | UnsatisfiedRange = header_argument("content_range")

    def __init__(
        self,
        content: str,
        status_code: int = 206,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        content_range: ContentRange | UnsatisfiedRange,
    ) -> None:
        self._content_range = content_range
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [content_range_field(b"content-range", self._content_range)]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            content_range: ContentRange | UnsatisfiedRange,
        ) -> None: ...

    else:
        apply = APPLY


class NoPart(PlainTextResponse):
    """NoPart: text/plain, status 416."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 416,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"content-range", b"bytes */1234")], headers
        )


class FirstItems(PlainTextResponse):
    """FirstItems: text/plain, status 200.

    Takes content_range.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    content_range: ContentRange | UnsatisfiedRange | None = header_argument(
        "content_range"
    )

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        content_range: ContentRange | UnsatisfiedRange | None = DEFAULT,
    ) -> None:
        if content_range is DEFAULT:
            content_range = ContentRange(0, 9, None, "items")
        self._content_range: ContentRange | UnsatisfiedRange | None = content_range
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._content_range is not None:
            fields.append(content_range_field(b"content-range", self._content_range))
        self.raw_headers = complete_headers(self, fields, headers)

    @classmethod
    def apply(
        cls,
        response: Response,
        /,
        *,
        content_range: ContentRange | UnsatisfiedRange | None = DEFAULT,
    ) -> None:
        if content_range is DEFAULT:
            content_range = ContentRange(0, 9, None, "items")
        apply_class(cls, response, content_range=content_range)
