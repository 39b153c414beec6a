"""Responses of api."""

from collections.abc import Mapping

from fastapi import Response
from starlette.background import BackgroundTask

from ._support import (
    BODYLESS,
    WITH_BODY,
    content_headers,
    etag_value,
    merge_headers,
    url_value,
)

__all__ = ["Moved", "NoContent", "NotModified", "Reset"]


class NoContent(Response):
    """NoContent: no body, status 204."""

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
        raw_headers: list[tuple[bytes, bytes]] = []
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


class Reset(Response):
    """Reset: no body, status 205."""

    def __init__(
        self,
        content: None = None,
        status_code: int = 205,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers: list[tuple[bytes, bytes]] = []
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code == 205
            and self.media_type is None
        ):
            raw_headers.append((b"content-length", b"0"))
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


class NotModified(Response):
    """NotModified: no body, status 304.

    Headers: ETag (etag).

    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know etag.
    """

    def __init__(
        self,
        content: None = None,
        status_code: int = 304,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        etag: str,
    ) -> None:
        self.etag = etag
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers = [(b"etag", etag_value("ETag", self.etag))]
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code == 304
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


class Moved(Response):
    """Moved: no body, status 308.

    Headers: Location (location).

    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know location.
    """

    def __init__(
        self,
        content: None = None,
        status_code: int = 308,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        location: str,
    ) -> None:
        self.location = location
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers = [(b"location", url_value("Location", self.location))]
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
