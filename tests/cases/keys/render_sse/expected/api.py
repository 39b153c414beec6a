"""Responses of api."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec.json import encode
from orjson import dumps
from pydantic import TypeAdapter
from starlette.responses import Response, StreamingResponse

from ._framework import APPLY_CONSTANTS, send_events, send_stream, streamed
from ._support import (
    APPLY,
    Deferred,
    Event,
    JsonValue,
    NamedEvent,
    complete_headers,
    complete_stream_headers,
    event_body,
    event_data,
    header_argument,
    json_body,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping
    from typing import Any, Literal, overload

    from starlette.background import BackgroundTask
    from starlette.types import Receive, Scope, Send

    from tests.support import acme
    from tests.support.acme import Price, Profile, Usage

    from ._support import (
        JsonContent,
        OrjsonContent,
    )
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Answer",
    "Download",
    "Event",
    "Feed",
    "JsonValue",
    "Later",
    "Log",
    "Prices",
    "Profiles",
    "Quotes",
    "Ticks",
]

_EVENT_STREAM = ((b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"))


@cache
def _profile_adapter() -> TypeAdapter[Profile]:
    return TypeAdapter(acme.Profile)


class Feed(StreamingResponse):
    """What happens in the shop, as it happens."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: (
            AsyncIterable[JsonValue | Event[JsonValue]]
            | Iterable[JsonValue | Event[JsonValue]]
        ),
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: JsonValue | Event[JsonValue]) -> bytes:
        return event_body(content, json_body)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_EVENT_STREAM], headers)

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
        self.raw_headers = complete_stream_headers(self, [*_EVENT_STREAM], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class Prices(Feed):
    """Prices: text/event-stream, status 200."""

    def __init__(
        self,
        content: AsyncIterable[Price | Event[Price]] | Iterable[Price | Event[Price]],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        _: (
            AsyncIterable[JsonContent | Event[JsonContent]]
            | Iterable[JsonContent | Event[JsonContent]]
        ) = content
        super(Feed, self).__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: Any) -> bytes:
        document: Price | Event[Price] = content
        return event_body(document, json_body)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(
            self, [(b"cache-control", b"no-cache")], headers
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=45)


class Answer(StreamingResponse):
    """An answer of the assistant, word by word.

    Takes x_model.
    """

    media_type = "text/event-stream"
    x_model: str = header_argument("x_model")

    class Event(NamedEvent["str | Usage"]):
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
                data: Usage,
                event: Literal["done"],
                id: str | None = None,
                retry: int | None = None,
                comment: str | None = None,
            ) -> None: ...

            def __init__(
                self,
                data: str | Usage,
                event: Literal["token", "done"],
                id: str | None = None,
                retry: int | None = None,
                comment: str | None = None,
            ) -> None: ...

    def __init__(
        self,
        content: AsyncIterable[Answer.Event] | Iterable[Answer.Event],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_model: str,
    ) -> None:
        _: (
            AsyncIterable[JsonContent | Event[JsonContent]]
            | Iterable[JsonContent | Event[JsonContent]]
        ) = content
        self._x_model = x_model
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: Answer.Event) -> bytes:
        return event_body(content, json_body, self.Event)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [*_EVENT_STREAM, text_field(b"x-model", self._x_model)]
        self.raw_headers = complete_stream_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, x_model: str) -> None: ...

    else:
        apply = APPLY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)


class Later(Answer):
    """Later: text/event-stream, status 200.

    Takes x_model.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=5)


class Download(Response):
    """Download: text/plain, status 200."""

    media_type = "text/plain"
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

    def render(self, content: JsonValue) -> bytes:
        return json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [*_EVENT_STREAM], headers)


class Profiles(StreamingResponse):
    """Profiles: text/event-stream, status 200."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: (
            AsyncIterable[Profile | Event[Profile]] | Iterable[Profile | Event[Profile]]
        ),
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: Profile | Event[Profile]) -> bytes:
        return event_body(content, _profile_adapter().dump_json)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_EVENT_STREAM], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)


class Quotes(StreamingResponse):
    """Quotes: text/event-stream, status 200."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: (
            AsyncIterable[OrjsonContent | Event[OrjsonContent]]
            | Iterable[OrjsonContent | Event[OrjsonContent]]
        ),
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: OrjsonContent | Event[OrjsonContent]) -> bytes:
        return event_body(content, dumps)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_EVENT_STREAM], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)


class Ticks(StreamingResponse):
    """Ticks: text/event-stream, status 200."""

    media_type = "text/event-stream"
    apply = APPLY_CONSTANTS

    class Event(NamedEvent["set[int]"]):
        """An event of this stream: its name says what its data is."""

        names = ("tick",)

        if TYPE_CHECKING:

            def __init__(
                self,
                data: set[int],
                event: Literal["tick"],
                id: str | None = None,
                retry: int | None = None,
                comment: str | None = None,
            ) -> None: ...

    def __init__(
        self,
        content: AsyncIterable[Ticks.Event] | Iterable[Ticks.Event],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: Ticks.Event) -> bytes:
        return event_body(content, encode, self.Event)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [*_EVENT_STREAM], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_events(self, scope, receive, send, ping=15)
