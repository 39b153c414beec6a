"""Responses of api."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from ._support import (
    APPLY,
    Response,
    complete_headers,
    date_field,
    header_argument,
    text_body,
    unmodified,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

__all__ = [
    "Report",
]


class Report(Response):
    """Report: text/plain, status 200.

    Takes last_modified.
    """

    media_type = "text/plain"
    last_modified: datetime | None = header_argument("last_modified")
    not_modified = unmodified

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: Callable[[], Awaitable[object]] | None = None,
        *,
        last_modified: datetime | None = datetime(
            2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc
        ),
    ) -> None:
        self._last_modified = last_modified
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._last_modified is not None:
            fields.append(date_field(b"last-modified", self._last_modified))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            last_modified: datetime | None = datetime(
                2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc
            ),
        ) -> None: ...

    else:
        apply = APPLY
