"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    json_field,
    present,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask

__all__ = [
    "HXLocation",
]


class HXLocation(Response):
    """Tells htmx where to go, without loading the page anew.

    Takes path, source, event, handler, target, swap, values, request_headers.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know path.
    """

    openapi = RESPONSES
    route = ROUTE

    def __init__(
        self,
        content: None = None,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        path: str,
        source: str | None = None,
        event: str | None = None,
        handler: str | None = None,
        target: str | None = None,
        swap: Literal["innerHTML", "outerHTML", "none"] | None = None,
        values: dict[str, str] | None = None,
        request_headers: dict[str, str] | None = None,
    ) -> None:
        self.path = path
        self.source = source
        self.event = event
        self.handler = handler
        self.target = target
        self.swap = swap
        self.values = values
        self.request_headers = request_headers
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            json_field(
                b"hx-location",
                present(
                    {
                        "path": self.path,
                        "source": self.source,
                        "event": self.event,
                        "handler": self.handler,
                        "target": self.target,
                        "swap": self.swap,
                        "values": self.values,
                        "headers": self.request_headers,
                    }
                ),
            ),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            path: str,
            source: str | None = None,
            event: str | None = None,
            handler: str | None = None,
            target: str | None = None,
            swap: Literal["innerHTML", "outerHTML", "none"] | None = None,
            values: dict[str, str] | None = None,
            request_headers: dict[str, str] | None = None,
        ) -> None: ...

    else:
        apply = APPLY
