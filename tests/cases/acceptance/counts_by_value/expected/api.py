"""Responses of api."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

from fastapi import Response
from fastapi.responses import JSONResponse, StreamingResponse

from ._framework import (
    APPLY_CONSTANTS,
    RESPONSES,
    ROUTE,
    send_events,
    send_stream,
    streamed,
)
from ._support import (
    Event,
    complete_headers,
    complete_stream_headers,
    event_body,
    json_body,
    json_lines,
    nulls_for_nan,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping
    from typing import Any

    from starlette.background import BackgroundTask
    from starlette.types import Receive, Scope, Send

__all__ = [
    "Array",
    "Counts",
    "Event",
    "Events",
    "Lines",
    "Plainly",
    "Rows",
]

_EVENT_STREAM = ((b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"))


class Counts(JSONResponse):
    """How many cells of a raster have each value; cells without one are NaN."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[float, int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[float, int]) -> bytes:
        return dumps(
            nulls_for_nan(content),
            ensure_ascii=False,
            allow_nan=False,
            indent=None,
            separators=(",", ":"),
            sort_keys=True,
        ).encode()

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Plainly(JSONResponse):
    """Plainly: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
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
        return json_body(nulls_for_nan(content))

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Lines(Response):
    """Lines: application/x-ndjson, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/x-ndjson"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[dict[float, float]],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[dict[float, float]]) -> bytes:
        return json_lines(content, lambda item: json_body(nulls_for_nan(item)))

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Rows(StreamingResponse):
    """Rows: application/json-seq, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json-seq"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[dict[float, float]] | Iterable[dict[float, float]],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: dict[float, float]) -> bytes:
        return b"\x1e%b\n" % json_body(nulls_for_nan(content))

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class Events(StreamingResponse):
    """Events: text/event-stream, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: (
            AsyncIterable[dict[float, float] | Event[dict[float, float]]]
            | Iterable[dict[float, float] | Event[dict[float, float]]]
        ),
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: dict[float, float] | Event[dict[float, float]]) -> bytes:
        return event_body(content, lambda data: json_body(nulls_for_nan(data)))

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_EVENT_STREAM], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)


class Array(StreamingResponse):
    """Array: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[dict[float, float]] | Iterable[dict[float, float]],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: dict[float, float]) -> bytes:
        return json_body(nulls_for_nan(content))

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(
            self, scope, receive, send, before=b"[", between=b",", after=b"]"
        )
