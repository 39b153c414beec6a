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
    "Policies",
]


class Policies(PlainTextResponse):
    """Policies: text/plain, status 200.

    Takes x_given.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    x_given: str | None = header_argument("x_given")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_given: str | None = None,
    ) -> None:
        self._x_given = x_given
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-silent", b"ours"),
            (b"x-overridable", b"ours"),
            (b"x-locked", b"ours"),
            (b"vary", b"Accept, Origin"),
        ]
        if self._x_given is not None:
            fields.append(text_field(b"x-given", self._x_given))
        self.raw_headers = complete_headers(
            self, fields, headers, locked=(b"x-locked", b"x-given"), append=(b"vary",)
        )

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls, response: Response, /, *, x_given: str | None = None
        ) -> None: ...

    else:
        apply = APPLY
