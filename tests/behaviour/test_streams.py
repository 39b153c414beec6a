"""Streams on real servers: what they send, and what they close."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any, get_args

import anyio
import pytest
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Mount

from tests.behaviour.serving import Client, Implementation, served
from tests.support.compiled import compiled
from tests.support.fastapi_versions import generators

API = compiled("""
respgen: 1
target: starlette
responses:
  Text:
    kind: stream
    media_type: text/plain
    headers: {X-Api-Version: "2"}
  Doubled: {kind: stream, content: int, render: "tests.behaviour.test_streams:doubled"}
""")
FAST = compiled(
    "{respgen: 1, responses: {Text: {kind: stream, media_type: text/plain}}}"
)
PARTS = ("eins ", "zwei ", "drei")


def doubled(item: int) -> bytes:
    """Twice the number, as text."""
    return b"%d" % (2 * item)


@pytest.fixture(scope="module", params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of uvicorn, with each of its HTTP implementations."""
    with served(request.param) as connected:
        yield connected


def opened(client: Client, response: Any, method: str = "GET") -> socket.socket:
    """A connection of its own, on which the response was asked for."""
    client.stage.response = response
    connection = socket.create_connection(("127.0.0.1", client.port), 5)
    head = f"{method} /now HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n"
    connection.sendall(head.encode())
    return connection


def received(client: Client, response: Any, method: str = "GET") -> bytes:
    """All that arrives until the server closes."""
    with opened(client, response, method) as connection:
        return b"".join(iter(lambda: connection.recv(65536), b""))


class Source:
    """A content that notes what is asked of it; `ended` is set when it is closed."""

    def __init__(self, items: Any = PARTS, failing: Exception | None = None) -> None:
        self.items, self.failing = items, failing
        self.asked = 0
        self.ended = threading.Event()

    def sync(self) -> Iterator[Any]:
        try:
            for item in self.items:
                self.asked += 1
                yield item
            if self.failing:
                raise self.failing
        finally:
            self.ended.set()

    async def asynchronous(self) -> AsyncIterator[Any]:
        try:
            for item in self.items:
                self.asked += 1
                yield item
            if self.failing:
                raise self.failing
        finally:
            await anyio.sleep(0)  # closing may take a while, and is not cancelled
            self.ended.set()


both = pytest.mark.parametrize("kind", ["sync", "asynchronous"])


@both
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_bytes_of_the_reference(client: Client, kind: str, method: str) -> None:
    """The wire is that of a StreamingResponse over the same items."""
    by_hand = StreamingResponse(
        getattr(Source(), kind)(),
        headers={"X-Api-Version": "2"},
        media_type="text/plain",
    )
    expected = received(client, by_hand, method)
    source = Source()
    response = API.Text(getattr(source, kind)())
    assert received(client, response, method) == expected
    assert source.ended.wait(5)


def test_items_are_rendered(client: Client) -> None:
    """Each by the function of the class, any iterable of them."""
    for content in ([1, 2, 3], (1, 2, 3), iter([1, 2, 3]), {1: 0, 2: 0, 3: 0}):
        assert received(client, API.Doubled(content)).endswith(
            b"1\r\n2\r\n1\r\n4\r\n1\r\n6\r\n0\r\n\r\n"
        )


@both
def test_head(client: Client, kind: str) -> None:
    """Only headers: no item is requested, and the content is closed."""
    source = Source()
    content = getattr(source, kind)()
    answer = received(client, API.Text(content), "HEAD")
    assert answer.startswith(b"HTTP/1.1 200 OK\r\nx-api-version: 2\r\n")
    assert answer.endswith(b"\r\n\r\n")
    assert source.asked == 0
    assert finished(content)


def finished(content: Any) -> bool:
    """Whether a generator that may never have begun is closed soon, if it is not yet."""
    frame = "gi_frame" if hasattr(content, "gi_frame") else "ag_frame"
    patience = time.monotonic() + 5
    while getattr(content, frame) is not None and time.monotonic() < patience:
        time.sleep(0.001)
    return getattr(content, frame) is None


@both
@pytest.mark.parametrize("status", [204, 205, 304])
def test_a_status_without_body(client: Client, kind: str, status: int) -> None:
    """Only headers: 205 says that the body is empty, the others cannot have one."""
    source = Source()
    content = getattr(source, kind)()
    answer = received(client, API.Text(content, status_code=status))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"content-type" not in head
    assert (b"content-length: 0" in head) == (status == 205)
    assert (source.asked, body) == (0, b"")
    assert finished(content)


def endless() -> Iterator[str]:
    """A content that never ends and never waits."""
    while True:
        yield "x" * 1000


@generators
@both
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_disconnect_behind_a_generator_endpoint(
    client: Client, kind: str, method: str
) -> None:
    """FastAPI passes in a generator of its own; yours is closed a moment later."""
    source, app = Source(endless() if method == "GET" else PARTS), FastAPI()
    app.api_route("/now", methods=[method], response_class=FAST.Text)(
        getattr(source, kind)
    )
    with opened(client, app, method) as connection:
        connection.recv(1000)
    assert method == "HEAD" or source.ended.wait(5)
    assert method == "GET" or source.asked == 0


@generators
@both
def test_a_generator_endpoint_sends_the_same(client: Client, kind: str) -> None:
    """A class without arguments of its own is built of what the endpoint yields."""
    source, app = Source(), FastAPI()
    app.get("/now", response_class=FAST.Text)(getattr(source, kind))
    assert received(client, app) == received(client, FAST.Text(PARTS))


@both
def test_behind_middlewares(client: Client, kind: str) -> None:
    """What wraps applications, and compresses, gets all items and passes disconnects on."""

    async def dispatch(request: Request, call_next: RequestResponseEndpoint) -> Any:
        return await call_next(request)

    def app(source: Source) -> Starlette:
        response = API.Text(getattr(source, kind)())
        return Starlette(
            routes=[Mount("/", response)],
            middleware=[
                Middleware(GZipMiddleware),
                Middleware(BaseHTTPMiddleware, dispatch=dispatch),
            ],
        )

    source = Source()
    assert received(client, app(source)).endswith(b"4\r\ndrei\r\n0\r\n\r\n")
    assert source.ended.wait(5)
    source = Source(endless())
    with opened(client, app(source)) as connection:
        connection.recv(1000)
    assert source.ended.wait(5)


@both
def test_disconnect(client: Client, kind: str) -> None:
    """The content is closed when the client goes away, though it never waits."""
    source = Source(endless())
    with opened(client, API.Text(getattr(source, kind)())) as connection:
        connection.recv(1000)
    assert source.ended.wait(5)


def test_a_generator_that_waits_is_cancelled(client: Client) -> None:
    """As in the base, a disconnect cancels what a generator is waiting for."""
    cancelled, going = threading.Event(), threading.Event()

    async def silent() -> AsyncIterator[str]:
        yield "first"
        try:
            going.set()
            await anyio.sleep(60)
        except anyio.get_cancelled_exc_class():
            cancelled.set()
            raise

    with opened(client, API.Text(silent())):
        assert going.wait(5)
    assert cancelled.wait(5)


def test_a_thread_is_waited_for(client: Client) -> None:
    """A sync generator that is inside `next` runs on, and is closed then."""
    going, left = threading.Event(), threading.Event()
    order: list[str] = []

    def slow() -> Iterator[str]:
        try:
            yield "first"
            going.set()
            time.sleep(0.2)
            order.append("woke up")
            yield "second"
        finally:
            order.append("closed")
            left.set()

    with opened(client, API.Text(slow())):
        assert going.wait(5)
    assert left.wait(5)
    assert order == ["woke up", "closed"]


@both
def test_an_item_that_cannot_be_rendered(
    client: Client,
    kind: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The client sees an incomplete body, the server's log the reason."""
    # where uvicorn has once been started with a log of its own, nobody else hears it
    monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)
    source = Source((1, "two", 3))
    answer = received(client, API.Doubled(getattr(source, kind)()))
    assert answer.endswith(b"\r\n\r\n1\r\n2\r\n")
    assert source.ended.wait(5)
    assert source.asked == 2
    assert any("TypeError" in (record.exc_text or "") for record in caplog.records)


@both
def test_a_generator_that_fails(client: Client, kind: str) -> None:
    """What the content itself raises ends the response in the same way."""
    source = Source(failing=OSError("the disk is gone"))
    answer = received(client, API.Text(getattr(source, kind)()))
    assert answer.endswith(b"4\r\ndrei\r\n")


def test_an_item_is_sent_before_the_next_is_requested(client: Client) -> None:
    """The client has each item while the content waits for its word to go on."""
    go_on = threading.Semaphore(0)

    def paced() -> Iterator[str]:
        for part in PARTS:
            yield part
            go_on.acquire(timeout=5)

    with opened(client, API.Text(paced())) as connection:
        seen = b""
        for part in PARTS:
            while not seen.endswith(part.encode() + b"\r\n"):
                seen += connection.recv(1000)
            go_on.release()


def test_a_slow_reader_holds_the_content_back(client: Client) -> None:
    """No more is requested than fits between the server and its client."""
    source = Source("x" * 65536 for _ in range(1000))
    with opened(client, API.Text(source.sync())) as connection:
        connection.recv(1000)
        time.sleep(0.3)
        asked = source.asked
        time.sleep(0.2)
        assert source.asked == asked < 500
    assert source.ended.wait(5)


@both
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_background_task_runs_last(client: Client, kind: str, method: str) -> None:
    """When the content has been closed."""
    source, done = Source(), threading.Event()
    content = getattr(source, kind)()

    def after() -> None:
        if finished(content):
            done.set()

    received(client, API.Text(content, background=BackgroundTask(after)), method)
    assert done.wait(5)


@pytest.mark.parametrize(
    "content", ["text", b"bytes", bytearray(b"x"), memoryview(b"x")]
)
def test_a_lone_text(content: object) -> None:
    """Its items would be its letters."""
    with pytest.raises(TypeError, match="iterable of items expected"):
        API.Text(content)


@pytest.mark.parametrize("content", [None, 3, object()])
def test_what_is_no_iterable(content: object) -> None:
    with pytest.raises(TypeError, match="iterable of items expected"):
        API.Text(content)


@pytest.mark.parametrize("length", ["7", "0123"])
def test_a_length_of_the_callers_is_digits(length: str) -> None:
    """Nobody can compare it with what comes."""
    response = API.Text([], headers={"Content-Length": length})
    assert (b"content-length", length.encode()) in response.raw_headers
    with pytest.raises(ValueError, match="content-length"):
        API.Text([], headers={"Content-Length": length + "x"})
