"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    DisplayString,
    InnerList,
    Item,
    StructuredMember,
    Token,
    complete_headers,
    header_argument,
    sf_list_fields,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "DisplayString",
    "InnerList",
    "Item",
    "Limited",
    "Spent",
    "StructuredMember",
    "Token",
]


class Limited(PlainTextResponse):
    """Limited: text/plain, status 200.

    Takes limits (RateLimit).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    limits: Sequence[StructuredMember] | None = header_argument("limits")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        limits: Sequence[StructuredMember] | None = None,
    ) -> None:
        self._limits = limits
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (
                b"ratelimit-policy",
                b'"burst";q=100;w=60, "daily";q=5000;w=86400;qu="requests"',
            ),
        ]
        if self._limits is not None:
            fields += sf_list_fields(b"ratelimit", self._limits)
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            limits: Sequence[StructuredMember] | None = None,
        ) -> None: ...

    else:
        apply = APPLY


class Spent(PlainTextResponse):
    """Spent: text/plain, status 429."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 429,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"retry-after", b"30"),
            (b"ratelimit", b'"burst";r=0;t=30;pk=:aGk=:'),
        ]
        self.raw_headers = complete_headers(self, fields, headers)
