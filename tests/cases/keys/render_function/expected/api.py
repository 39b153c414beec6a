"""Responses of api."""

from collections.abc import Mapping
from typing import Any

from fastapi import Response
from starlette.background import BackgroundTask
from tests.acme import joined

from ._support import BODYLESS, WITH_BODY, content_headers, merge_headers

__all__ = ["Lines", "Tuple"]


class Lines(Response):
    """Lines: text/plain, status 200."""

    media_type = "text/plain"

    def __init__(
        self,
        lines: list[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(lines, status_code, headers, media_type, background)

    def render(self, content: list[str]) -> bytes:
        return joined(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers: list[tuple[bytes, bytes]] = []
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code in WITH_BODY
            and self.media_type == "text/plain"
            and self.charset == "utf-8"
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
            raw_headers.append((b"content-type", b"text/plain; charset=utf-8"))
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


class Tuple(Lines):
    """Tuple: text/plain, status 200."""

    def __init__(
        self,
        content: tuple[str, ...],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        Response.__init__(self, content, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        document: tuple[str, ...] = content
        return joined(document)
