"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    header_argument,
    text_body,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Base",
    "Child",
]


class Base(PlainTextResponse):
    """Base: text/plain, status 200.

    Takes x_third.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_third.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    x_third: str = header_argument("x_third")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_third: str,
    ) -> None:
        self._x_third = x_third
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-first", b"a"),
            (b"x-second", b"b"),
            text_field(b"x-third", self._x_third),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, x_third: str) -> None: ...

    else:
        apply = APPLY


class Child(Base):
    """Child: text/plain, status 200."""

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super(Base, self).__init__(
            content, status_code, headers, media_type, background
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [(b"x-second", b"b")], headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(  # type: ignore[override, unused-ignore]  # its own headers
            cls, response: Response, /
        ) -> None: ...
