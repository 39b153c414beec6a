"""Responses of api."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE, unmodified
from ._support import (
    APPLY,
    complete_headers,
    date_field,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Typed",
]


class Typed(PlainTextResponse):
    """Typed: text/plain, status 200.

    Takes last_modified, expires.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know last_modified.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    last_modified: datetime = header_argument("last_modified")
    expires: datetime | None = header_argument("expires")
    not_modified = unmodified

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        last_modified: datetime,
        expires: datetime | None = datetime(2024, 3, 5, 0, 0, 0, tzinfo=UTC),
    ) -> None:
        self._last_modified = last_modified
        self._expires = expires
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [date_field(b"last-modified", self._last_modified)]
        if self._expires is not None:
            fields.append(date_field(b"expires", self._expires))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            last_modified: datetime,
            expires: datetime | None = datetime(2024, 3, 5, 0, 0, 0, tzinfo=UTC),
        ) -> None: ...

    else:
        apply = APPLY
