"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException
from fastapi.responses import FileResponse, JSONResponse

from ._framework import (
    APPLY_CONSTANTS,
    RESPONSES,
    ROUTE,
    FastAPIResponseError,
    json_detail,
    send_file,
    unmodified_file,
)
from ._support import (
    APPLY,
    Deferred,
    complete_headers,
    complete_stream_headers,
    current,
    describe_file,
    etag_field,
    filled,
    header_argument,
    locked_status,
    problem_body,
    sent_path,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike
    from os import stat_result as os_stat_result
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask
    from starlette.datastructures import URL
    from starlette.types import Receive, Scope, Send

    from tests.demo import settings
else:
    settings = Deferred("tests.demo.settings", "settings", globals())

__all__ = [
    "Download",
    "Draft",
    "Framework",
    "Gone",
    "Invoice",
    "Media",
    "NotFound",
    "Old",
    "Older",
    "Setting",
]


class Gone(JSONResponse):
    """Gone: application/json, status 410."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 410,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{"detail":"It was deleted."}'

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as Gone."""

        def __init__(
            self,
            status_code: int = 410,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
        ) -> None:
            response = Gone(status_code, headers, media_type, background)
            super().__init__(response, json_detail(response, "detail"))

        def response(self) -> Gone:
            return self.renewed(Gone)


class Old(FileResponse):
    """Old: a file, status 200."""

    openapi = RESPONSES
    route = ROUTE
    not_modified = unmodified_file
    apply = APPLY_CONSTANTS

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
    ) -> None:
        self.content_disposition_type = content_disposition_type
        super().__init__(
            sent_path(path, root="media", missing=Gone.Error),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename,
            stat_result,
            content_disposition_type=content_disposition_type,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)
        describe_file(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)


class Older(Old):
    """Older: a file, status 200."""

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
    ) -> None:
        self.content_disposition_type = content_disposition_type
        super(Old, self).__init__(
            sent_path(path, root="media", missing=NotFound.Error),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename,
            stat_result,
            content_disposition_type=content_disposition_type,
        )


class Download(FileResponse):
    """Any file, saved under its own name."""

    openapi = RESPONSES
    route = ROUTE
    not_modified = unmodified_file
    apply = APPLY_CONSTANTS

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
    ) -> None:
        self.content_disposition_type = content_disposition_type
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
        self.raw_headers = complete_stream_headers(self, [], headers)
        describe_file(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)


class Invoice(FileResponse):
    """Invoice: application/pdf, status 200.

    Takes etag, number.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know number.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/pdf"
    etag: str | None = header_argument("etag")
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
        content_disposition_type: str = "inline",
        *,
        etag: str | None = None,
        number: int,
    ) -> None:
        self.content_disposition_type = content_disposition_type
        self._etag = etag
        self.number = number
        super().__init__(
            sent_path(path),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename or filled("filename", "invoice-{}.pdf", number),
            stat_result,
            content_disposition_type=content_disposition_type,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [(b"cache-control", b"private")]
        if self._etag is not None:
            fields.append(etag_field(b"etag", self._etag))
        self.raw_headers = complete_stream_headers(self, fields, headers)
        describe_file(self)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, etag: str | None = None) -> None: ...

    else:
        apply = APPLY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)


class Draft(Invoice):
    """Draft: application/pdf, status 200.

    Takes etag, number.
    """

    def __init__(
        self,
        path: str | PathLike[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        filename: str | None = None,
        stat_result: os_stat_result | None = None,
        content_disposition_type: str = "inline",
        *,
        etag: str | None = None,
        number: int = 0,
    ) -> None:
        self.content_disposition_type = content_disposition_type
        self._etag = etag
        self.number = number
        super(Invoice, self).__init__(
            sent_path(path),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename or "draft.pdf",
            stat_result,
            content_disposition_type=content_disposition_type,
        )


class Media(FileResponse):
    """Media: a file, status 200."""

    openapi = RESPONSES
    route = ROUTE
    not_modified = unmodified_file
    apply = APPLY_CONSTANTS

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
    ) -> None:
        self.content_disposition_type = content_disposition_type
        super().__init__(
            sent_path(path, root="media", missing=lambda: HTTPException(404)),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename,
            stat_result,
            content_disposition_type=content_disposition_type,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)
        describe_file(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)


class Setting(FileResponse):
    """Setting: a file, status 200."""

    openapi = RESPONSES
    route = ROUTE
    not_modified = unmodified_file
    apply = APPLY_CONSTANTS

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
    ) -> None:
        self.content_disposition_type = content_disposition_type
        super().__init__(
            sent_path(path, root=current(settings.settings.media)),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename,
            stat_result,
            content_disposition_type=content_disposition_type,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)
        describe_file(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)


class Framework(FileResponse):
    """Framework: a file, status 200."""

    openapi = RESPONSES
    route = ROUTE
    not_modified = unmodified_file
    apply = APPLY_CONSTANTS

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
    ) -> None:
        self.content_disposition_type = content_disposition_type
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
        self.raw_headers = complete_stream_headers(
            self, [(b"cache-control", b"no-store")], headers
        )
        describe_file(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)


class NotFound(JSONResponse):
    """NotFound: application/problem+json, status 404.

    Takes instance.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "about:blank"
    title = "Not Found"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[404] = 404,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
    ) -> None:
        self.instance = instance
        super().__init__(
            detail, locked_status(status_code, 404), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as NotFound."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[404] = 404,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
        ) -> None:
            response = NotFound(
                detail, status_code, headers, media_type, background, instance=instance
            )
            super().__init__(response, detail)

        def response(self) -> NotFound:
            return self.renewed(NotFound)
