"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

from ._framework import APPLY_CONSTANTS, send_events, send_stream, streamed
from ._support import (
    Event,
    NamedEvent,
    apply_fields,
    complete_stream_headers,
    event_body,
    event_data,
    json_body,
    middleware_of,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Collection, Iterable, Mapping
    from typing import Literal, overload

    from starlette.background import BackgroundTask
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from ._support import (
        Middleware,
    )

__all__ = [
    "Chat",
    "Event",
    "Log",
    "Orders",
    "Prices",
    "Upstream",
]

_LIVE = ((b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"))


def apply_live(response: Response, /) -> None:
    """Set the headers of the profile live on another response."""
    apply_fields(response, [*_LIVE])


class Orders(StreamingResponse):
    """Orders: text/event-stream, status 200."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: (
            AsyncIterable[dict[str, int] | Event[dict[str, int]]]
            | Iterable[dict[str, int] | Event[dict[str, int]]]
        ),
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: dict[str, int] | Event[dict[str, int]]) -> bytes:
        return event_body(content, json_body)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_LIVE], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)


class Prices(StreamingResponse):
    """Prices: text/event-stream, status 200."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[float | Event[float]] | Iterable[float | Event[float]],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: float | Event[float]) -> bytes:
        return event_body(content, json_body)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_LIVE], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)


class Log(StreamingResponse):
    """Log: text/event-stream, status 200."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[str | Event[str]] | Iterable[str | Event[str]],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: str | Event[str]) -> bytes:
        return event_body(content, event_data)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_LIVE], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)


class Chat(StreamingResponse):
    """Chat: text/event-stream, status 200."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    class Event(NamedEvent["str | int"]):
        """An event of this stream: its name says what its data is."""

        names = ("token", "done")

        if TYPE_CHECKING:

            @overload
            def __init__(
                self,
                data: str,
                event: Literal["token"],
                id: str | None = None,
                retry: int | None = None,
                comment: str | None = None,
            ) -> None: ...

            @overload
            def __init__(
                self,
                data: int,
                event: Literal["done"],
                id: str | None = None,
                retry: int | None = None,
                comment: str | None = None,
            ) -> None: ...

            def __init__(
                self,
                data: str | int,
                event: Literal["token", "done"],
                id: str | None = None,
                retry: int | None = None,
                comment: str | None = None,
            ) -> None: ...

    def __init__(
        self,
        content: AsyncIterable[Chat.Event] | Iterable[Chat.Event],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: Chat.Event) -> bytes:
        return event_body(content, json_body, self.Event)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [*_LIVE, (b"x-model", b"small")]
        self.raw_headers = complete_stream_headers(self, fields, headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)


class Upstream(StreamingResponse):
    """Events of another server, passed on as they are."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[bytes] | Iterable[bytes],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_LIVE], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["live"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of({"live": (apply_live, (), False)})
