"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response, StreamingResponse

from ._framework import APPLY_CONSTANTS, send_stream, streamed
from ._support import (
    ContentRange,
    Deferred,
    UnsatisfiedRange,
    complete_headers,
    complete_stream_headers,
    content_range_field,
    header_argument,
    locked_status,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping
    from typing import Literal

    from starlette.background import BackgroundTask
    from starlette.types import Receive, Scope, Send

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "ContentRange",
    "Export",
    "LockedExport",
    "Numbers",
    "Ready",
    "UnsatisfiedRange",
]


class Export(StreamingResponse):
    """The orders of a year, line by line."""

    media_type = "text/csv"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[str | bytes] | Iterable[str | bytes],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: str | bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(
            self, [(b"cache-control", b"no-store")], headers
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class Numbers(StreamingResponse):
    """Numbers: text/plain, status 200."""

    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        numbers: AsyncIterable[int] | Iterable[int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(numbers), status_code, headers, media_type, background
        )

    def render(self, content: int) -> bytes:
        return acme.line(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class LockedExport(Export):
    """LockedExport: text/csv, status 206.

    Takes content_range.
    """

    content_range: ContentRange | UnsatisfiedRange = header_argument("content_range")

    def __init__(
        self,
        content: AsyncIterable[str] | Iterable[str],
        status_code: Literal[206] = 206,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        content_range: ContentRange | UnsatisfiedRange,
    ) -> None:
        self._content_range = content_range
        super(Export, self).__init__(
            streamed(content),
            locked_status(status_code, 206),
            headers,
            media_type,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"cache-control", b"no-store"),
            content_range_field(b"content-range", self._content_range),
        ]
        self.raw_headers = complete_stream_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(  # type: ignore[override, unused-ignore]  # its own headers
            cls,
            response: Response,
            /,
            *,
            content_range: ContentRange | UnsatisfiedRange,
        ) -> None: ...


class Ready(Response):
    """Ready: a body, status 200."""

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
            self, [(b"cache-control", b"no-store")], headers
        )
