"""Responses of api."""

from collections.abc import Mapping

from fastapi import Response
from starlette.background import BackgroundTask

from ._support import (
    BODYLESS,
    WITH_BODY,
    content_headers,
    merge_headers,
    text_body,
    url_value,
)

__all__ = ["Typed"]


class Typed(Response):
    """Typed: text/plain, status 200.

    Headers: Location (location).

    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know location.
    """

    media_type = "text/plain"

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
        self.location = location
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers = [(b"location", url_value("Location", self.location))]
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
