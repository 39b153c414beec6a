"""Responses of api."""

from collections.abc import Mapping

from fastapi import Response
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

from ._support import (
    BODYLESS,
    WITH_BODY,
    content_headers,
    json_body,
    merge_headers,
    text_body,
)

__all__ = ["Document", "Gone", "Table"]


class Document(JSONResponse):
    """Document: application/json, status 200.

    Headers: X-Version.
    """

    media_type = "application/json"

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, int]) -> bytes:
        return json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers = [(b"x-version", b"2")]
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code in WITH_BODY
            and self.media_type == "application/json"
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
            raw_headers.append((b"content-type", b"application/json"))
            self.raw_headers = raw_headers
        else:
            if headers is not None:
                raw_headers = merge_headers(
                    raw_headers,
                    headers,
                    status_code=self.status_code,
                )
            if self.status_code in BODYLESS:
                self.body = b""
            self.raw_headers = content_headers(
                raw_headers,
                self.status_code,
                self.body,
                self.media_type,
                self.charset,
            )


class Gone(Response):
    """Gone: no body, status 204.

    Headers: X-Version.
    """

    def __init__(
        self,
        content: None = None,
        status_code: int = 204,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers = [(b"x-version", b"2")]
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code == 204
            and self.media_type is None
        ):
            self.raw_headers = raw_headers
        else:
            if headers is not None:
                raw_headers = merge_headers(
                    raw_headers,
                    headers,
                    status_code=self.status_code,
                )
            if self.status_code in BODYLESS:
                self.body = b""
            self.raw_headers = content_headers(
                raw_headers,
                self.status_code,
                self.body,
                self.media_type,
                self.charset,
            )


class Table(Response):
    """Table: text/csv, status 200.

    Headers: X-Version.
    """

    media_type = "text/csv"

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
        raw_headers = [(b"x-version", b"2")]
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code in WITH_BODY
            and self.media_type == "text/csv"
            and self.charset == "utf-8"
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
            raw_headers.append((b"content-type", b"text/csv; charset=utf-8"))
            self.raw_headers = raw_headers
        else:
            if headers is not None:
                raw_headers = merge_headers(
                    raw_headers,
                    headers,
                    status_code=self.status_code,
                )
            if self.status_code in BODYLESS:
                self.body = b""
            self.raw_headers = content_headers(
                raw_headers,
                self.status_code,
                self.body,
                self.media_type,
                self.charset,
            )
