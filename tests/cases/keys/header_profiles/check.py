"""Profiles come first, in their order; later wins, the class's own keys win over all."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from case_header_profiles.api import Profiled, apply_first, headers_middleware
from starlette.responses import PlainTextResponse

Message = MutableMapping[str, Any]


def has_each_name_once_where_it_was_first_declared() -> None:
    assert Profiled("").raw_headers[:-2] == [
        (b"x-a", b"first"),
        (b"x-b", b"second"),
        (b"x-c", b"own"),
    ]


def sets_a_profile_on_any_response() -> None:
    response = PlainTextResponse("", headers={"X-B": "mine"})
    apply_first(response)
    assert response.raw_headers[:2] == [(b"x-a", b"first"), (b"x-b", b"mine")]


def adds_what_a_response_lacks() -> None:
    async def app(
        scope: Message,
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        start = {"type": "http.response.start", "status": 404}
        await send({**start, "headers": [(b"x-b", b"mine")]})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    scope = {"type": "http", "method": "GET", "path": "/"}

    async def run() -> None:
        await headers_middleware("first")(app)(scope, receive, send)

    asyncio.run(run())
    assert sent[0]["headers"] == [(b"x-b", b"mine"), (b"x-a", b"first")]
