"""Responses of api."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Msgpack",
    "XMsgpack",
]

packb: Callable[..., bytes] = import_module("msgpack").packb


class Msgpack(Response):
    """MessagePack; dates are text."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/msgpack"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        return packb(content, default=acme.dated)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class XMsgpack(Msgpack):
    """The same under its older label."""

    media_type = "application/x-msgpack"
