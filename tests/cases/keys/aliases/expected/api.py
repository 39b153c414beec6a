"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import HTMLResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    apply_fields,
    complete_headers,
    middleware_of,
    text_body,
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
    "Page",
]

_SECURE = ((b"x-content-type-options", b"nosniff"), (b"x-frame-options", b"DENY"))


def apply_secure(response: Response, /) -> None:
    """Set the headers of the profile secure on another response."""
    apply_fields(response, [*_SECURE])


def apply_framed(response: Response, /) -> None:
    """Set the headers of the profile framed on another response."""
    apply_fields(response, [*_SECURE])


class Page(HTMLResponse):
    """Page: text/html, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/html"
    apply = APPLY_CONSTANTS

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
        self.raw_headers = complete_headers(self, [*_SECURE], headers)


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["secure", "framed"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of(
        {"secure": (apply_secure, (), False), "framed": (apply_framed, (), False)}
    )
