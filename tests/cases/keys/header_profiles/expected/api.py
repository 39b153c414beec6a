"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

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
    "Profiled",
]

_FIRST = ((b"x-a", b"first"), (b"x-b", b"first"))

_SECOND = ((b"x-b", b"second"), (b"x-c", b"second"))


def apply_first(response: Response, /) -> None:
    """Set the headers of the profile first on another response."""
    apply_fields(response, [*_FIRST])


def apply_second(response: Response, /) -> None:
    """Set the headers of the profile second on another response."""
    apply_fields(response, [*_SECOND])


class Profiled(PlainTextResponse):
    """Profiled: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
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
        fields = [(b"x-a", b"first"), (b"x-b", b"second"), (b"x-c", b"own")]
        self.raw_headers = complete_headers(self, fields, headers)


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["first", "second"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of(
        {"first": (apply_first, (), False), "second": (apply_second, (), False)}
    )
