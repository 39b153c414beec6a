"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    header_argument,
    integer_field,
    text_body,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Options",
]


class Options(PlainTextResponse):
    """Options: text/plain, status 200.

    x_optional: What it is for.
    Also takes x_required, x_default, name (X-Named).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_required.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    x_required: str = header_argument("x_required")
    x_optional: str | None = header_argument("x_optional")
    x_default: int | None = header_argument("x_default")
    name: str | None = header_argument("name")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_required: str,
        x_optional: str | None = None,
        x_default: int | None = 3,
        name: str | None = None,
    ) -> None:
        self._x_required = x_required
        self._x_optional = x_optional
        self._x_default = x_default
        self._name = name
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [text_field(b"x-required", self._x_required)]
        if self._x_optional is not None:
            fields.append(text_field(b"x-optional", self._x_optional))
        if self._x_default is not None:
            fields.append(integer_field(b"x-default", self._x_default))
        if self._name is not None:
            fields.append(text_field(b"x-named", self._name))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            x_required: str,
            x_optional: str | None = None,
            x_default: int | None = 3,
            name: str | None = None,
        ) -> None: ...

    else:
        apply = APPLY
