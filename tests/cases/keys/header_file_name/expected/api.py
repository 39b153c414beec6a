"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response
from fastapi.responses import FileResponse

from ._framework import RESPONSES, ROUTE, send_file, unmodified_file
from ._support import (
    APPLY,
    cleaned_disposition_field,
    complete_headers,
    complete_stream_headers,
    content_disposition_field,
    describe_file,
    filled,
    header_argument,
    sent_path,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike
    from os import stat_result as os_stat_result

    from starlette.background import BackgroundTask
    from starlette.types import Receive, Scope, Send

__all__ = [
    "Archive",
    "Export",
    "Invoice",
    "Upload",
]


class Export(Response):
    """Export: text/csv, status 200.

    Takes file_name (Content-Disposition).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know file_name.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/csv"
    file_name: str = header_argument("file_name")

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        file_name: str,
    ) -> None:
        self._file_name = file_name
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [cleaned_disposition_field(b"content-disposition", self._file_name)]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, file_name: str) -> None: ...

    else:
        apply = APPLY


class Invoice(Response):
    """Invoice: application/pdf, status 200.

    Takes customer.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know customer.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/pdf"

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        customer: str,
    ) -> None:
        self.customer = customer
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            cleaned_disposition_field(
                b"content-disposition",
                filled("content-disposition", "{} 2026.pdf", self.customer),
            ),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, customer: str) -> None: ...

    else:
        apply = APPLY


class Archive(Response):
    """Its names are the program's own, so that a control in one is a mistake.

    Takes file_name (Content-Disposition).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know file_name.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/zip"
    file_name: str = header_argument("file_name")

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        file_name: str,
    ) -> None:
        self._file_name = file_name
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [content_disposition_field(b"content-disposition", self._file_name)]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, file_name: str) -> None: ...

    else:
        apply = APPLY


class Upload(FileResponse):
    """Upload: a file, status 200.

    Takes file_name (Content-Disposition).
    """

    openapi = RESPONSES
    route = ROUTE
    file_name: str | None = header_argument("file_name")
    not_modified = unmodified_file

    def __init__(
        self,
        path: str | PathLike[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        filename: str | None = None,
        stat_result: os_stat_result | None = None,
        content_disposition_type: str = "attachment",
        *,
        file_name: str | None = None,
    ) -> None:
        self.content_disposition_type = content_disposition_type
        self._file_name = file_name
        super().__init__(
            sent_path(path),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename,
            stat_result,
            content_disposition_type=content_disposition_type,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._file_name is not None:
            fields.append(
                cleaned_disposition_field(b"content-disposition", self._file_name)
            )
        self.raw_headers = complete_stream_headers(self, fields, headers)
        describe_file(self)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls, response: Response, /, *, file_name: str | None = None
        ) -> None: ...

    else:
        apply = APPLY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)
