"""Responses of api."""

from collections.abc import Mapping

from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

from ._support import (
    BODYLESS,
    JsonValue,
    WITH_BODY,
    content_headers,
    field_value,
    json_body,
    merge_headers,
)

__all__ = ["Base", "Child", "Grandchild"]


class Base(JSONResponse):
    """Base: application/json, status 200.

    Headers: X-First, X-Second.
    """

    media_type = "application/json"

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
        raw_headers = [(b"x-first", b"a"), (b"x-second", b"b")]
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


class Child(Base):
    """Child: application/json, status 200.

    Headers: X-First, X-Second, X-Third.
    """

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        JSONResponse.__init__(
            self,
            content,
            status_code,
            headers,
            media_type,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers = [(b"x-first", b"z"), (b"x-second", b"b"), (b"x-third", b"c")]
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


class Grandchild(Child):
    """Grandchild: application/json, status 202.

    Headers: X-First, X-Second (x_second), X-Third.

    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_second.
    """

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 202,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_second: str,
    ) -> None:
        self.x_second = x_second
        JSONResponse.__init__(
            self,
            content,
            status_code,
            headers,
            media_type,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        raw_headers = [
            (b"x-first", b"z"),
            (b"x-second", field_value("X-Second", self.x_second)),
            (b"x-third", b"c"),
        ]
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
