"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    ServerTiming,
    complete_headers,
    header_argument,
    server_timing_fields,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Measured",
    "ServerTiming",
    "Text",
    "Timed",
    "Usual",
]


class Timed(PlainTextResponse):
    """Timed: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self,
            [(b"server-timing", b'db;dur=53.2;desc="the \\"main\\" one", miss')],
            headers,
        )


class Text(PlainTextResponse):
    """Text: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"server-timing", b'db;dur=5;desc="main", miss')], headers
        )


class Measured(PlainTextResponse):
    """Measured: text/plain, status 200.

    Takes steps (Server-Timing).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know steps.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    steps: Sequence[ServerTiming] = header_argument("steps")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        steps: Sequence[ServerTiming],
    ) -> None:
        self._steps = steps
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        fields += server_timing_fields(b"server-timing", self._steps)
        self.raw_headers = complete_headers(
            self, fields, headers, append=(b"server-timing",)
        )

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls, response: Response, /, *, steps: Sequence[ServerTiming]
        ) -> None: ...

    else:
        apply = APPLY


class Usual(PlainTextResponse):
    """Usual: text/plain, status 200.

    Takes server_timing.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    server_timing: Sequence[ServerTiming] | None = header_argument("server_timing")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        server_timing: Sequence[ServerTiming] | None = (ServerTiming("total", 5.0),),
    ) -> None:
        self._server_timing = server_timing
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._server_timing is not None:
            fields += server_timing_fields(b"server-timing", self._server_timing)
        fields.append((b"x-timing", b'db;dur=0.5;desc="Database", miss'))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            server_timing: Sequence[ServerTiming] | None = (
                ServerTiming("total", 5.0),
            ),
        ) -> None: ...

    else:
        apply = APPLY
