"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import StreamingResponse

from ._framework import RESPONSES, ROUTE, send_stream, streamed
from ._support import (
    APPLY,
    complete_stream_headers,
    content_disposition_field,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask
    from starlette.types import Receive, Scope, Send

__all__ = [
    "CSVDownload",
]


class CSVDownload(StreamingResponse):
    """A table that is sent while it is read, saved under the name that its route gives.

    Takes filename (Content-Disposition).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know filename.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/csv"
    filename: str = header_argument("filename")

    def __init__(
        self,
        content: AsyncIterable[str] | Iterable[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        filename: str,
    ) -> None:
        self._filename = filename
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [content_disposition_field(b"content-disposition", self._filename)]
        self.raw_headers = complete_stream_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, filename: str) -> None: ...

    else:
        apply = APPLY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)
