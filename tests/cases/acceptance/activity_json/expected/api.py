"""Responses of api."""

from collections.abc import Mapping

from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

from ._support import (
    BODYLESS,
    JsonValue,
    WITH_BODY,
    content_headers,
    json_body,
    merge_headers,
)

__all__ = ["ActivityJSON"]


class ActivityJSON(JSONResponse):
    """An ActivityPub object."""

    media_type = "application/activity+json"

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
            and self.media_type == "application/activity+json"
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
            raw_headers.append((b"content-type", b"application/activity+json"))
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
