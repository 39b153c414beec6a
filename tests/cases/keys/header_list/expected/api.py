"""Responses of api."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    enum_value,
    header_argument,
    integer_value,
    list_fields,
    text_body,
    token_value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Typed",
]


class Typed(PlainTextResponse):
    """Typed: text/plain, status 200.

    Takes allow, x_days, x_tags.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know allow.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    allow: Sequence[str] = header_argument("allow")
    x_days: Sequence[int] | None = header_argument("x_days")
    x_tags: Sequence[Literal["a", "b"]] | None = header_argument("x_tags")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        allow: Sequence[str],
        x_days: Sequence[int] | None = None,
        x_tags: Sequence[Literal["a", "b"]] | None = ("a",),
    ) -> None:
        self._allow = allow
        self._x_days = x_days
        self._x_tags = x_tags
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        fields += list_fields(b"allow", self._allow, token_value)
        if self._x_days is not None:
            fields += list_fields(b"x-days", self._x_days, integer_value)
        if self._x_tags is not None:
            fields += list_fields(
                b"x-tags", self._x_tags, partial(enum_value, values=("a", "b"))
            )
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            allow: Sequence[str],
            x_days: Sequence[int] | None = None,
            x_tags: Sequence[Literal["a", "b"]] | None = ("a",),
        ) -> None: ...

    else:
        apply = APPLY
