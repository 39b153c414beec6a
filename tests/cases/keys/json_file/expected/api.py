"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
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
    "Child",
    "Item",
    "JsonValue",
]


class Item(JSONResponse):
    """Item: application/json, status 200.

    Takes x_a.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_a.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    x_a: str = header_argument("x_a")
    render = render_json

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_a: str,
    ) -> None:
        self._x_a = x_a
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [(b"x-version", b"2"), text_field(b"x-a", self._x_a)]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, x_a: str) -> None: ...

    else:
        apply = APPLY


class Child(Item):
    """Child: application/json, status 200."""

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super(Item, self).__init__(
            content, status_code, headers, media_type, background
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [(b"x-version", b"2")], headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(  # type: ignore[override, unused-ignore]  # its own headers
            cls, response: Response, /
        ) -> None: ...
