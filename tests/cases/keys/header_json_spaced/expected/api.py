"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import RESPONSES, ROUTE
from ._support import (
    DEFAULT,
    JsonValue,
    apply_class,
    complete_headers,
    header_argument,
    present,
    spaced_json_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "JsonValue",
    "Toast",
]


class Toast(Response):
    """Toast: no body, status 204.

    Takes x_note, x_default, text.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_note, text.
    """

    openapi = RESPONSES
    route = ROUTE
    x_note: JsonValue = header_argument("x_note")
    x_default: JsonValue | None = header_argument("x_default")

    def __init__(
        self,
        content: None = None,
        status_code: int = 204,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_note: JsonValue,
        x_default: JsonValue | None = DEFAULT,
        text: str,
    ) -> None:
        self._x_note = x_note
        if x_default is DEFAULT:
            x_default = {"a": 1}
        self._x_default: JsonValue | None = x_default
        self.text = text
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            spaced_json_field(b"x-note", self._x_note),
            (b"x-limits", b'{"daily": [1, 2], "name": "Zo\\u00eb"}'),
        ]
        if self._x_default is not None:
            fields.append(spaced_json_field(b"x-default", self._x_default))
        fields.append(
            spaced_json_field(
                b"hx-trigger", {"toast": present({"text": self.text, "level": 1})}
            )
        )
        self.raw_headers = complete_headers(self, fields, headers)

    @classmethod
    def apply(
        cls,
        response: Response,
        /,
        *,
        x_note: JsonValue,
        x_default: JsonValue | None = DEFAULT,
        text: str,
    ) -> None:
        if x_default is DEFAULT:
            x_default = {"a": 1}
        apply_class(cls, response, x_note=x_note, x_default=x_default, text=text)
