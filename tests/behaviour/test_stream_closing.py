"""What streams close, whatever ends them: at their ASGI messages, without a server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import anyio
import pytest
from starlette.requests import ClientDisconnect

from tests.support.compiled import compiled

API = compiled("""
respgen: 1
target: starlette
responses:
  Text: {kind: stream, media_type: text/plain}
  Array: {kind: stream, render: {json: {array: true}}}
""")
SCOPE = {"type": "http", "method": "GET", "asgi": {"spec_version": "2.3"}}


async def staying() -> dict[str, Any]:
    """A client that stays."""
    await anyio.sleep(60)
    return {"type": "http.disconnect"}


async def gone() -> dict[str, Any]:
    """A client that left before it was answered."""
    return {"type": "http.disconnect"}


async def ignored(message: Any) -> None:
    """A server that takes everything."""


class Held:
    """Something that is open until it is closed; `order` is what happened to it."""

    def __init__(self) -> None:
        self.order: list[str] = []

    def __iter__(self) -> Iterator[str]:
        try:
            yield "item"
        finally:
            self.order.append("iterator")

    def close(self) -> None:
        self.order.append("iterable")


class AsyncHeld(Held):
    """The same, for async for."""

    def __aiter__(self) -> AsyncIterator[str]:
        return self.items()

    async def items(self) -> AsyncIterator[str]:
        try:
            yield "item"
        finally:
            await anyio.sleep(0)
            self.order.append("iterator")

    async def aclose(self) -> None:
        await anyio.sleep(0)
        self.order.append("iterable")


class AsyncFile(AsyncHeld):
    """Some libraries call the coroutine `close`."""

    aclose = None  # type: ignore[assignment] # it has none

    async def close(self) -> None:  # type: ignore[override] # a coroutine here
        self.order.append("iterable")


HELD = pytest.mark.parametrize("held", [Held, AsyncHeld, AsyncFile])


@HELD
@pytest.mark.parametrize("receive", [staying, gone])
def test_the_iterator_and_what_it_is_of(
    held: type[Held], receive: Callable[[], Any]
) -> None:
    """Both are closed, the inner one first, for a client that stays and one that has gone."""
    content = held()
    asyncio.run(API.Text(content)(SCOPE, receive, ignored))
    assert content.order[-1] == "iterable"
    assert content.order[:-1] in ([], ["iterator"])


@HELD
def test_head_asks_for_no_iterator(held: type[Held]) -> None:
    content = held()
    asyncio.run(API.Text(content)({**SCOPE, "method": "HEAD"}, staying, ignored))
    assert content.order == ["iterable"]


@pytest.mark.parametrize("content", [["a"], ("a",), {"a"}, {"a": 1}])
def test_what_cannot_be_closed(content: Any) -> None:
    """A list is left as it is."""
    asyncio.run(API.Text(content)(SCOPE, staying, ignored))


class Stubborn(Held):
    """Its iterator fails to close."""

    def __iter__(self) -> Iterator[str]:
        try:
            yield from ("item", "item")
        finally:
            raise RuntimeError("the iterator")


class AsyncStubborn(AsyncHeld):
    """The same, for async for."""

    async def items(self) -> AsyncIterator[str]:
        try:
            yield "item"
            yield "item"
        finally:
            raise RuntimeError("the iterator")


@pytest.mark.parametrize("held", [Stubborn, AsyncStubborn])
def test_a_failure_to_close_hides_nothing(held: type[Held]) -> None:
    """The iterable is closed though its iterator would not be, and the server hears of it."""
    content = held()

    async def failing(message: Any) -> None:
        if message.get("body"):
            raise OSError

    with pytest.raises(RuntimeError, match="the iterator"):
        asyncio.run(API.Text(content)(SCOPE, staying, failing))
    assert content.order == ["iterable"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_task_group_inside_of_the_content(backend: str) -> None:
    """It wraps what closes the generator around it; nobody's log needs to hear of that."""
    if backend == "trio":
        pytest.importorskip("trio", reason="trio is not installed")
    closed = False

    async def items() -> AsyncIterator[str]:
        nonlocal closed
        async with anyio.create_task_group() as group:
            group.start_soon(anyio.sleep_forever)
            try:
                while True:
                    yield "item"
            finally:
                closed = True

    async def blocked(message: Any) -> None:
        if message.get("body"):
            await anyio.sleep_forever()

    async def leaving() -> dict[str, Any]:
        await anyio.sleep(0.01)
        return {"type": "http.disconnect"}

    anyio.run(API.Text(items()), SCOPE, leaving, blocked, backend=backend)
    assert closed


def test_a_server_that_raises_for_clients_that_are_gone() -> None:
    """ASGI 2.4: as the base, the response ends with ClientDisconnect."""
    closed = False

    async def items() -> AsyncIterator[str]:
        nonlocal closed
        try:
            while True:
                yield "item"
        finally:
            closed = True

    async def send(message: Any) -> None:
        if message.get("body"):
            raise OSError

    scope = {**SCOPE, "asgi": {"spec_version": "2.4"}}
    with pytest.raises(ClientDisconnect):
        asyncio.run(API.Text(items())(scope, staying, send))
    assert closed


def test_an_error_of_the_content_is_no_disconnect() -> None:
    """An OSError of the disk stays what it is."""

    def items() -> Iterator[str]:
        yield "item"
        raise OSError("the disk")

    with pytest.raises(OSError, match="the disk"):
        asyncio.run(API.Text(items())(SCOPE, staying, ignored))


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_closing_is_shielded(backend: str) -> None:
    """`aclose` may wait, though the task is cancelled meanwhile."""
    if backend == "trio":
        pytest.importorskip("trio", reason="trio is not installed")
    order: list[str] = []

    async def items() -> AsyncIterator[str]:
        with anyio.CancelScope():  # the content holds it open
            try:
                while True:
                    yield "item"
            finally:
                await anyio.sleep(0.01)
                order.append("closed")

    async def serve() -> None:
        with anyio.move_on_after(0.02):
            await API.Text(items())(SCOPE, staying, ignored)
        order.append("over")

    anyio.run(serve, backend=backend)
    assert order == ["closed", "over"]


def test_a_task_that_asyncio_cancels() -> None:
    """A server that stops cancels the task itself: the thread is waited for, then all is closed."""
    going, order = threading.Event(), list[str]()

    def items() -> Iterator[str]:
        try:
            going.set()
            threading.Event().wait(0.1)
            order.append("woke up")
            yield "item"
        finally:
            order.append("closed")

    async def serve() -> None:
        task = asyncio.create_task(API.Text(items())(SCOPE, staying, ignored))
        await asyncio.to_thread(going.wait)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        order.append("over")

    asyncio.run(serve())
    assert order in (["woke up", "closed", "over"], ["woke up", "over", "closed"])


def test_others_run_meanwhile() -> None:
    """A content that never waits leaves the event loop to others every few milliseconds."""
    ticks = 0

    async def items() -> AsyncIterator[str]:
        while ticks < 5:
            yield "item"

    async def ticking() -> None:
        nonlocal ticks
        while ticks < 5:
            await asyncio.sleep(0)
            ticks += 1

    async def serve() -> None:
        await asyncio.gather(API.Text(items())(SCOPE, staying, ignored), ticking())

    asyncio.run(asyncio.wait_for(serve(), 5))


def test_a_content_that_was_wrapped() -> None:
    """Tools wrap `body_iterator`, as they do that of the base: it is what is sent and closed."""
    response = API.Text(["a", "b"])
    inner, order = response.body_iterator, list[str]()

    async def wrapped() -> AsyncIterator[str]:
        try:
            async for item in inner:
                yield item.upper()
        finally:
            order.append("closed")

    response.body_iterator = wrapped()
    sent: list[bytes] = []

    async def send(message: Any) -> None:
        sent.append(message.get("body", b""))

    asyncio.run(response(SCOPE, staying, send))
    assert (sent, order) == ([b"", b"A", b"B", b""], ["closed"])


def test_the_denial_of_a_websocket() -> None:
    """The messages have the names of the WebSocket Denial Response."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message["type"])

    asyncio.run(API.Text(["no"], 403)({"type": "websocket"}, staying, send))
    start, body = "websocket.http.response.start", "websocket.http.response.body"
    assert sent == [start, body, body]


def test_no_end_follows_an_item_that_fails() -> None:
    """Not the bracket of a JSON array either: what arrives cannot be parsed."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    with pytest.raises(TypeError):
        asyncio.run(API.Array([1, object()])(SCOPE, staying, send))
    assert [each.get("body") for each in sent] == [None, b"[", b"1"]
    assert sent[-1]["more_body"]
