"""Streams: each item is rendered and sent before the next is requested, then the source is closed.

Goes in: a StreamingResponse whose `render` makes the bytes of one item. Comes out: ASGI messages.
"""

from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
)
from inspect import isawaitable
from threading import Lock
from time import monotonic
from typing import Any

from anyio import CancelScope
from anyio.lowlevel import checkpoint
from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect
from starlette.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from respgen.core.grammar import wrong_type
from respgen.core.statuses import BODYLESS
from respgen.frameworks.watching import while_connected

# Seconds for which a content that never waits may keep the event loop to itself.
TURN = 0.005
# Whether it is over is looked at after each item, after so many where all of them were quick.
QUICK = 0.0005
MANY = 16

END = object()


def streamed(content: AsyncIterable[object] | Iterable[object]) -> AsyncIterable[Any]:
    """The items of a content, those of a sync iterable from the thread pool.

    Raises TypeError for what is no iterable, and for a lone text, whose items would be
    its letters.
    """
    if isinstance(content, AsyncIterable):
        return content
    lone = isinstance(content, str | bytes | bytearray | memoryview)
    if not lone and hasattr(content, "__iter__"):
        return ThreadedItems(content)
    raise wrong_type("content", "an async iterable or an iterable of items", content)


class ThreadedItems:
    """The items of a sync iterable, each made in the thread pool."""

    def __init__(self, content: Iterable[object]) -> None:
        self.content = content
        self.iterator: Iterator[object] | None = None
        # a task that asyncio cancels leaves its thread behind
        self.busy = Lock()

    def __aiter__(self) -> AsyncIterator[object]:
        return self

    async def __anext__(self) -> object:
        item = await run_sync(self.step)
        if item is END:
            raise StopAsyncIteration
        return item

    def step(self) -> object:
        """The next item, or END."""
        with self.busy:
            if self.iterator is None:
                self.iterator = iter(self.content)
            return next(self.iterator, END)

    async def aclose(self) -> None:
        """Close the iterator and the iterable, if they can be, once no thread is inside."""
        sources = (self.iterator, self.content)
        if any(hasattr(each, "close") for each in sources):
            await run_sync(self.closed)

    def closed(self) -> None:
        """Close both, the iterator first; a failure of the one does not keep the other open."""
        with self.busy:
            try:
                shut(self.iterator)
            finally:
                if self.content is not self.iterator:
                    shut(self.content)


def shut(source: object) -> None:
    """Close what can be closed."""
    method = getattr(source, "close", None)
    if callable(method):
        method()


async def send_stream(
    response: StreamingResponse,
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    before: bytes = b"",
    between: bytes = b"",
    after: bytes = b"",
) -> None:
    """Send the items as they come, close their source, then run the background task.

    Only headers are sent for HEAD and with a status that has no body. `before`,
    `between` and `after` are what stands around the items. An item that cannot be
    rendered raises, so that the server aborts the connection.
    """
    start = {
        "type": "http.response.start",
        "status": response.status_code,
        "headers": response.raw_headers,
    }
    if scope["type"] == "websocket":
        send = denial(send)
    if scope.get("method") == "HEAD" or response.status_code in BODYLESS:
        await send_headers(response, start, send)
    elif scope["type"] == "websocket":
        await send_items(response, start, send, before, between, after)
    else:
        await while_connected(
            receive, send_items, response, start, send, before, between, after
        )
    if response.background is not None:
        await response.background()


def denial(send: Send) -> Send:
    """`send` for the WebSocket denial response: the messages under its names."""

    async def renamed(message: Message) -> None:
        await send({**message, "type": f"websocket.{message['type']}"})

    return renamed


async def send_headers(response: StreamingResponse, start: Message, send: Send) -> None:
    """Send a response without its body; no item is requested."""
    try:
        await connected(send)(start)
        await connected(send)({"type": "http.response.body", "body": b""})
    finally:
        with CancelScope(shield=True):
            await close(response.body_iterator)


async def send_items(
    response: StreamingResponse,
    start: Message,
    send: Send,
    before: bytes,
    between: bytes,
    after: bytes,
) -> None:
    """Send a response, one item at a time."""
    content: AsyncIterable[Any] = response.body_iterator
    iterator, said = aiter(content), connected(send)
    # Entered before scopes of the content's own are, since these have to be left first.
    with CancelScope() as scope:
        try:
            await said(start)
            if before:
                await said(part(before))
            await send_each(iterator, response.render, send, between)
            await said({"type": "http.response.body", "body": after})
        finally:
            scope.shield = True
            try:
                await close(iterator)
            finally:
                if content is not iterator:
                    await close(content)


async def send_each(
    items: AsyncIterable[Any],
    render: Callable[[Any], bytes | memoryview],
    send: Send,
    between: bytes,
) -> None:
    """Send the items as they come, and let others run where nothing has to be waited for."""
    began = asked = monotonic()
    left, leading = 1, b""
    async for item in items:
        body = render(item)
        if leading:
            body = leading + body
        try:
            # What `part` and `connected` do: their calls would count here.
            await send({"type": "http.response.body", "body": body, "more_body": True})
        except OSError:
            raise ClientDisconnect from None
        leading = between
        left -= 1
        if not left:
            now = monotonic()
            left = MANY if now - asked < QUICK else 1
            if now - began > TURN:
                await checkpoint()
                began = now = monotonic()
            asked = now


def part(body: bytes) -> Message:
    """A part of the body, with more to come."""
    return {"type": "http.response.body", "body": body, "more_body": True}


def connected(send: Send) -> Send:
    """`send` that raises ClientDisconnect where a server says that the client is gone."""

    async def sent(message: Message) -> None:
        try:
            await send(message)
        except OSError:
            raise ClientDisconnect from None

    return sent


async def close(source: object) -> None:
    """Close what can be closed; an async iterable may call that `close`, too."""
    method = getattr(source, "aclose", None) or getattr(source, "close", None)
    closed = method() if callable(method) else None
    if not isawaitable(closed):
        return
    try:
        await closed
    except BaseException as error:
        if not is_exit(error):
            raise


def is_exit(error: BaseException) -> bool:
    """Whether a task group inside of a generator only says that this was closed."""
    inside = getattr(error, "exceptions", None)
    if inside is None:
        return isinstance(error, GeneratorExit)
    return all(map(is_exit, inside))
