"""Responses of shop."""

from collections.abc import Mapping

from fastapi import Response
from starlette.background import BackgroundTask

from ._support import BODYLESS, WITH_BODY, content_headers, merge_headers, text_body
from .common import Base as CommonBase, delete_session_cookie, set_session_cookie

__all__ = ["Base", "Page"]


class Base(CommonBase):
    """Bears the name of its parent in the other module.

    Headers: X-Content-Type-Options.

    Cookies: session.
    """

    def set_session_cookie(self, value: str) -> None:
        """Set the cookie session."""
        set_session_cookie(self, value)

    def delete_session_cookie(self) -> None:
        """Delete the cookie session."""
        delete_session_cookie(self)


class Page(Response):
    """Page: text/html, status 200.

    Headers: X-Content-Type-Options.
    """

    media_type = "text/html"

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
        raw_headers = [(b"x-content-type-options", b"nosniff")]
        if (
            headers is None
            and type(self.status_code) is int
            and self.status_code in WITH_BODY
            and self.media_type == "text/html"
            and self.charset == "utf-8"
        ):
            raw_headers.append((b"content-length", b"%d" % len(self.body)))
            raw_headers.append((b"content-type", b"text/html; charset=utf-8"))
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
