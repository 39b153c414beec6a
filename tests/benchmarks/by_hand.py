"""The peers: what teams write by hand for Starlette today, sending the same bytes.

`Idiomatic*` is the common way; `Optimised` is what somebody writes who knows where time goes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response

EIGHT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}


class IdiomaticEight(JSONResponse):
    """Default headers, merged before the base sees them: the fastest of the common ways."""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        super().init_headers({**EIGHT, **(headers or {})})


class IdiomaticWhole(IdiomaticEight):
    """The same with a header that each response must give."""

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        request_id: str,
    ) -> None:
        headers = {"X-Request-ID": request_id, **(headers or {})}
        super().__init__(content, status_code, headers, media_type, background)


def set_typed(
    response: Response, last_modified: datetime, etag: str, max_age: int
) -> None:
    """What routes do with a response: three values that have to be formatted, of any zone."""
    modified = last_modified.astimezone(UTC)
    response.headers["Last-Modified"] = format_datetime(modified, usegmt=True)
    response.headers["ETag"] = f'"{etag}"'
    response.headers["Cache-Control"] = ", ".join(["public", f"max-age={max_age}"])


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_EIGHT = [(name.lower().encode(), value.encode()) for name, value in EIGHT.items()]
_ATTRIBUTES = b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure"


class Optimised(JSONResponse):
    """Through the public interface alone: `render` and `init_headers` overridden, nothing checked."""

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        request_id: str,
    ) -> None:
        self.request_id = request_id
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        return _ENCODER.encode(content).encode("utf-8")

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        if headers is not None:
            super().init_headers({**EIGHT, "X-Request-ID": self.request_id, **headers})
            return
        self.raw_headers = [
            *_EIGHT,
            (b"x-request-id", self.request_id.encode("latin-1")),
            (b"content-length", b"%d" % len(self.body)),
            (b"content-type", b"application/json"),
        ]

    def set_session(self, value: str) -> None:
        self.raw_headers.append(
            (b"set-cookie", b"session=" + value.encode("ascii") + _ATTRIBUTES)
        )
