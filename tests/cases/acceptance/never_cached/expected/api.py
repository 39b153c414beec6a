"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    JsonValue,
    apply_fields,
    complete_headers,
    middleware_of,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask

    from ._support import (
        Middleware,
    )

__all__ = [
    "JsonValue",
    "Statement",
]

_NEVER_CACHED = (
    (b"cache-control", b"no-cache, no-store, must-revalidate"),
    (b"pragma", b"no-cache"),
    (b"expires", b"Thu, 01 Jan 1970 00:00:00 GMT"),
)


def apply_never_cached(response: Response, /) -> None:
    """Set the headers of the profile never_cached on another response."""
    apply_fields(
        response, [*_NEVER_CACHED], locked=(b"cache-control", b"pragma", b"expires")
    )


class Statement(JSONResponse):
    """An account's statement, which no cache may keep."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self,
            [*_NEVER_CACHED],
            headers,
            locked=(b"cache-control", b"pragma", b"expires"),
        )


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["never_cached"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of(
        {"never_cached": (apply_never_cached, (), False)}
    )
