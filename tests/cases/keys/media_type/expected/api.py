"""Responses of api."""

from collections.abc import Mapping

from fastapi import Response
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

from ._support import (
    BODYLESS,
    JsonValue,
    WITH_BODY,
    content_headers,
    json_body,
    merge_headers,
    text_body,
)

__all__ = ["Binary", "Nothing", "Parameters", "Text"]


class Parameters(JSONResponse):
    """Parameters: application/json; profile="https://acme.example/v1", status 200."""

    media_type = 'application/json; profile="https://acme.example/v1"'

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: JsonValue) -> bytes:
        return json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers: list[tuple[bytes, bytes]] = []
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code in WITH_BODY
            and self.media_type == 'application/json; profile="https://acme.example/v1"'
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
            raw_headers.append(
                (
                    b"content-type",
                    b'application/json; profile="https://acme.example/v1"',
                ),
            )
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


class Text(Response):
    """Text: text/markdown; variant=GFM, status 200."""

    media_type = "text/markdown; variant=GFM"

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
        raw_headers: list[tuple[bytes, bytes]] = []
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code in WITH_BODY
            and self.media_type == "text/markdown; variant=GFM"
            and self.charset == "utf-8"
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
            raw_headers.append(
                (b"content-type", b"text/markdown; variant=GFM; charset=utf-8"),
            )
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


class Binary(Response):
    """Binary: image/png, status 200."""

    media_type = "image/png"

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
        raw_headers: list[tuple[bytes, bytes]] = []
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code in WITH_BODY
            and self.media_type == "image/png"
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
            raw_headers.append((b"content-type", b"image/png"))
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


class Nothing(Response):
    """No media type and no renderer: bytes, and no content-type."""

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
        raw_headers: list[tuple[bytes, bytes]] = []
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code in WITH_BODY
            and self.media_type is None
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
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
