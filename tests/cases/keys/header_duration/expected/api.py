"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    duration_field,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Typed",
]


class Typed(PlainTextResponse):
    """Typed: text/plain, status 200.

    Takes retry_after, age.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know retry_after.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    retry_after: timedelta | int = header_argument("retry_after")
    age: timedelta | int | None = header_argument("age")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        retry_after: timedelta | int,
        age: timedelta | int | None = 900,
    ) -> None:
        self._retry_after = retry_after
        self._age = age
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [duration_field(b"retry-after", self._retry_after)]
        if self._age is not None:
            fields.append(duration_field(b"age", self._age))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            retry_after: timedelta | int,
            age: timedelta | int | None = 900,
        ) -> None: ...

    else:
        apply = APPLY
