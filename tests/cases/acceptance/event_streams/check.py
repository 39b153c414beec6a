"""Five routes that stream events share one profile, and send what the idiom by hand sends."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from case_event_streams.api import Chat, Log, Orders, Prices, Upstream

_LIVE = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def _async(items: list[Any]) -> AsyncIterator[Any]:
    for item in items:
        yield item


def _events(items: list[Any]) -> Iterator[str]:
    for item in items:
        yield f"data: {json.dumps(item, separators=(',', ':'))}\n\n"


def _by_hand(body: Iterator[str], **headers: str) -> Response:
    return StreamingResponse(
        body, headers=_LIVE | headers, media_type="text/event-stream"
    )


_ORDERS = [{"id": 1}, {"id": 2}]
_PRICES = [1.5, 2.0]
_CHAT = [("token", '"Hi"'), ("done", "2")]
_BOTH: dict[str, tuple[Callable[[], Response], Callable[[], Response]]] = {
    "orders": (lambda: Orders(_async(_ORDERS)), lambda: _by_hand(_events(_ORDERS))),
    "prices": (lambda: Prices(_PRICES), lambda: _by_hand(_events(_PRICES))),
    "log": (
        lambda: Log(["one\ntwo"]),
        lambda: _by_hand(iter(["data: one\ndata: two\n\n"])),
    ),
    "chat": (
        lambda: Chat([Chat.Event("Hi", "token"), Chat.Event(2, "done")]),
        lambda: _by_hand(
            (f"event: {name}\ndata: {data}\n\n" for name, data in _CHAT),
            **{"X-Model": "small"},
        ),
    ),
    "upstream": (lambda: Upstream([b"data: 1\n\n"]), lambda: _by_hand(iter(["data: 1\n\n"]))),
}


def _route(make: Callable[[], Response]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return make()

    return endpoint


def the_wire_is_that_of_the_idiom() -> None:
    routes = [
        Route(f"/{name}/{place}", _route(make))
        for name, pair in _BOTH.items()
        for place, make in enumerate(pair)
    ]
    client = TestClient(Starlette(routes=routes))
    for name in _BOTH:
        ours, theirs = (client.get(f"/{name}/{place}") for place in (0, 1))
        assert ours.status_code == theirs.status_code
        assert ours.headers.multi_items() == theirs.headers.multi_items()
        assert ours.content == theirs.content
        assert ours.headers["cache-control"] == "no-store"
        assert ours.headers["x-accel-buffering"] == "no"
