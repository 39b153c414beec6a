"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    enum_field,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Typed",
]


class Typed(PlainTextResponse):
    """Typed: text/plain, status 200.

    Takes x_cache, x_b.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_cache.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    x_cache: Literal["hit", "miss"] = header_argument("x_cache")
    x_b: Literal["on", "off"] | None = header_argument("x_b")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_cache: Literal["hit", "miss"],
        x_b: Literal["on", "off"] | None = "off",
    ) -> None:
        self._x_cache = x_cache
        self._x_b = x_b
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [enum_field(b"x-cache", self._x_cache, ("hit", "miss"))]
        if self._x_b is not None:
            fields.append(enum_field(b"x-b", self._x_b, ("on", "off")))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            x_cache: Literal["hit", "miss"],
            x_b: Literal["on", "off"] | None = "off",
        ) -> None: ...

    else:
        apply = APPLY
