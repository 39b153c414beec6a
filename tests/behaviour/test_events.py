"""Event streams on real servers: bytes, pings in silence, and what is closed."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from http.client import HTTPResponse, IncompleteRead
from importlib import import_module
from typing import Any, get_args

import anyio
import pytest

from tests.behaviour.serving import Client, Implementation, served
from tests.support.compiled import compiled
from tests.support.event_streams import Message, read

API = compiled("""
respgen: 1
target: starlette
responses:
  Feed: {kind: stream, render: sse}
  Second: {extends: Feed, ping: 1s}
  Silent: {extends: Feed, ping: null}
""")
PING = b": ping\n\n"
FRAMEWORK = import_module(f"{API.__package__}._framework")


class Quick(API.Feed):  # type: ignore[misc, name-defined]  # of a module made above
    """Not even schemas are so impatient."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await FRAMEWORK.send_events(self, scope, receive, send, ping=0.1)


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


def received(
    client: Client, response: Any, method: str = "GET"
) -> tuple[dict[str, str], bytes]:
    """The header fields, and the body as far as it comes."""
    with opened(client, response, method) as connection:
        answer = HTTPResponse(connection, method=method)
        answer.begin()
        fields = {name: value for name, value in answer.getheaders() if name in _OURS}
        try:
            return fields, answer.read()
        except IncompleteRead as broken:
            return fields, broken.partial


_OURS = ("cache-control", "x-accel-buffering", "content-type", "content-length")


def body(client: Client, response: Any) -> bytes:
    return received(client, response)[1]


def test_bytes(client: Client) -> None:
    """Headers of its kind, then an event for each item."""
    fields, stream = received(client, API.Feed([{"n": 1}, API.Event([2], "two", "2")]))
    assert list(fields.items()) == [
        ("cache-control", "no-store"),
        ("x-accel-buffering", "no"),
        ("content-type", "text/event-stream; charset=utf-8"),
    ]
    assert stream == b'data: {"n":1}\n\nevent: two\ndata: [2]\nid: 2\n\n'


async def _slow(pauses: list[float]) -> AsyncIterator[int]:
    for number, pause in enumerate(pauses):
        await anyio.sleep(pause)
        yield number


def _slow_thread(pauses: list[float]) -> Iterator[int]:
    for number, pause in enumerate(pauses):
        time.sleep(pause)
        yield number


@pytest.mark.parametrize("source", [_slow, _slow_thread])
def test_ping_in_silence(client: Client, source: Any) -> None:
    """A comment after a while without an event; what the content waits for goes on."""
    stream = body(client, Quick(source([0, 0.15, 0.05])))
    assert stream == b"data: 0\n\n" + PING + b"data: 1\n\ndata: 2\n\n"
    assert [each.data for each in read(stream).messages] == ["0", "1", "2"]


def test_ping_before_the_first_event(client: Client) -> None:
    assert body(client, Quick(_slow([0.15]))) == PING + b"data: 0\n\n"


def test_ping_of_the_schema(client: Client) -> None:
    assert body(client, API.Second(_slow([1.2]))) == PING + b"data: 0\n\n"


def test_no_ping(client: Client) -> None:
    assert body(client, API.Silent(_slow([0.15]))) == b"data: 0\n\n"


def test_head(client: Client) -> None:
    """Only headers, and no ping."""
    fields, stream = received(client, Quick(_slow([60])), "HEAD")
    assert (fields["cache-control"], stream) == ("no-store", b"")


@pytest.mark.parametrize("status", [204, 304])
def test_a_status_without_body(client: Client, status: int) -> None:
    """204 tells an EventSource not to connect again."""
    fields, stream = received(client, Quick(_slow([60]), status_code=status))
    assert ("content-type" in fields, stream) == (False, b"")


class Source:
    """A content that waits, and notes when it is closed."""

    def __init__(self) -> None:
        self.going, self.ended = threading.Event(), threading.Event()

    async def asynchronous(self) -> AsyncIterator[int]:
        try:
            yield 1
            self.going.set()
            await anyio.sleep(60)
        finally:
            self.ended.set()

    def sync(self) -> Iterator[int]:
        try:
            yield 1
            self.going.set()
            time.sleep(0.2)
            yield 2
        finally:
            self.ended.set()


@pytest.mark.parametrize("kind", ["sync", "asynchronous"])
def test_disconnect(client: Client, kind: str) -> None:
    """The content is closed when the client goes away."""
    source = Source()
    with opened(client, Quick(getattr(source, kind)())) as connection:
        assert source.going.wait(5)
        connection.recv(1000)
    assert source.ended.wait(5)


def test_a_ping_that_fails() -> None:
    """What the server raises is raised as it is, in no group."""
    scope = {"type": "http", "method": "GET", "asgi": {"spec_version": "2.4"}}

    async def items() -> AsyncIterator[str]:
        await anyio.sleep(60)
        yield "late"

    async def staying() -> dict[str, Any]:
        await anyio.sleep(60)
        return {"type": "http.disconnect"}

    async def failing(message: Any) -> None:
        if message.get("body"):
            raise RuntimeError("the server")

    with pytest.raises(RuntimeError, match="the server"):
        anyio.run(Quick(items()), scope, staying, failing)


def test_disconnect_after_a_ping(client: Client) -> None:
    """It is still waiting for the very thing that it waited for before the ping."""
    source = Source()
    with opened(client, Quick(source.asynchronous())) as connection:
        seen = b""
        while PING not in seen:
            seen += connection.recv(1000)
        assert not source.ended.is_set()
    assert source.ended.wait(5)


def test_an_item_that_cannot_be_rendered(
    client: Client,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The stream ends there, and the log has the reason itself."""
    # where uvicorn has once been started with a log of its own, nobody else hears it
    monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)
    stream = body(client, Quick([1, {2, 3}, 4]))
    assert read(stream).messages == [Message("message", "1", "")]
    texts = [record.exc_text or "" for record in caplog.records]
    assert any("TypeError: Object of type set" in text for text in texts)
    assert not any("ExceptionGroup" in text for text in texts)
