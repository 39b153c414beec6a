"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    JsonValue,
    complete_headers,
    header_argument,
    render_json,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Base",
    "Child",
    "Grandchild",
    "JsonValue",
]


class Base(JSONResponse):
    """Base: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [(b"x-first", b"a"), (b"x-second", b"b")]
        self.raw_headers = complete_headers(self, fields, headers)


class Child(Base):
    """Child: application/json, status 200."""

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super(Base, self).__init__(
            content, status_code, headers, media_type, background
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [(b"x-first", b"z"), (b"x-second", b"b"), (b"x-third", b"c")]
        self.raw_headers = complete_headers(self, fields, headers)


class Grandchild(Child):
    """Grandchild: application/json, status 202.

    Takes x_second.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_second.
    """

    x_second: str = header_argument("x_second")

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 202,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_second: str,
    ) -> None:
        self._x_second = x_second
        super(Base, self).__init__(
            content, status_code, headers, media_type, background
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-first", b"z"),
            text_field(b"x-second", self._x_second),
            (b"x-third", b"c"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(  # type: ignore[override, unused-ignore]  # its own headers
            cls, response: Response, /, *, x_second: str
        ) -> None: ...
