"""Responses of api."""

from __future__ import annotations

from functools import cache
from json import dumps
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from starlette.responses import StreamingResponse

from ._framework import APPLY_CONSTANTS, send_stream, streamed
from ._support import (
    Deferred,
    JsonValue,
    complete_stream_headers,
    json_body,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping

    from starlette.background import BackgroundTask
    from starlette.types import Receive, Scope, Send

    from tests.support import acme
    from tests.support.acme import Profile, User

    from ._support import (
        JsonContent,
    )
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Array",
    "JsonValue",
    "Lines",
    "Profiles",
    "Sequence",
    "Users",
]


@cache
def _profile_adapter() -> TypeAdapter[Profile]:
    return TypeAdapter(acme.Profile)


class Lines(StreamingResponse):
    """One JSON text a line."""

    media_type = "application/x-ndjson"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[JsonValue] | Iterable[JsonValue],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: JsonValue) -> bytes:
        return b"%b\n" % json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class Users(StreamingResponse):
    """Users: application/x-ndjson, status 200."""

    media_type = "application/x-ndjson"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[User] | Iterable[User],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        _: AsyncIterable[JsonContent] | Iterable[JsonContent] = content
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: User) -> bytes:
        return b"%b\n" % json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class Profiles(StreamingResponse):
    """Profiles: application/x-ndjson, status 200."""

    media_type = "application/x-ndjson"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[Profile] | Iterable[Profile],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: Profile) -> bytes:
        return b"%b\n" % _profile_adapter().dump_json(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class Sequence(StreamingResponse):
    """JSON text sequences (RFC 7464)."""

    media_type = "application/json-seq"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[JsonValue] | Iterable[JsonValue],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: JsonValue) -> bytes:
        return b"\x1e%b\n" % json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class Array(StreamingResponse):
    """One JSON array, whose items are sent as they come."""

    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[JsonValue] | Iterable[JsonValue],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: JsonValue) -> bytes:
        return dumps(
            content,
            ensure_ascii=False,
            allow_nan=False,
            indent=None,
            separators=(",", ":"),
            sort_keys=True,
        ).encode()

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(
            self, scope, receive, send, before=b"[", between=b",", after=b"]"
        )
