"""Real servers on the loopback, and a client that reads their bytes.

Goes in: a response. Comes out: what arrives, on a connection that stays open: a reply that is
too long or too short would spoil the one to the next request.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Literal

import uvicorn

from respgen.core import Response
from tests.behaviour.oracle import Sent

Implementation = Literal["h11", "httptools"]

PONG = Response("pong", headers={"x-name": "pong"})
KNOWN = {status.value: status.phrase for status in HTTPStatus}


def wire(sent: Sent, method: str = "GET") -> bytes:
    """The bytes of a response, as HTTP/1.1 has them (RFC 9112 2.1)."""
    line = f"HTTP/1.1 {int(sent.status)} {KNOWN.get(sent.status, '')}\r\n".encode()
    fields = b"".join(name + b": " + value + b"\r\n" for name, value in sent.headers)
    return line + fields + b"\r\n" + (b"" if method == "HEAD" else sent.body)


@dataclass
class Stage:
    """An application that answers /now with the response put there, and all else with pong."""

    response: Any = PONG

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        response = self.response if scope["path"] == "/now" else PONG
        await response(scope, receive, send)


@dataclass
class Client:
    """One connection to a server, opened anew after it was lost."""

    port: int
    stage: Stage
    connection: socket.socket | None = field(default=None)

    def reply(self, response: Any, method: str, length: int) -> bytes:
        """The first `length` bytes of the reply; fewer where the server closes before."""
        self.stage.response = response
        return self._ask(method, "/now", length)

    def ping(self) -> bool:
        """Whether the next reply on the connection is pong, and nothing else."""
        expected = wire(Sent(200, PONG.raw_headers, b"pong"))
        return self._ask("GET", "/ping", len(expected)) == expected

    def _ask(self, method: str, path: str, length: int) -> bytes:
        if self.connection is None:
            self.connection = socket.create_connection(("127.0.0.1", self.port), 5)
        request = f"{method} {path} HTTP/1.1\r\nHost: shop.example.com\r\n\r\n"
        self.connection.sendall(request.encode())
        received = b""
        while len(received) < length:
            part = self.connection.recv(length - len(received))
            if not part:
                self.close()
                break
            received += part
        return received

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def free_port() -> socket.socket:
    """A free port. Only where the protocol is named does asyncio switch off Nagle's algorithm."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener


@contextmanager
def served(implementation: Implementation) -> Iterator[Client]:
    """A client of a running server, which ends with the block."""
    stage = Stage()
    config = uvicorn.Config(
        stage,
        http=implementation,
        loop="asyncio",
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=600,
    )
    listener = free_port()
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    client = Client(listener.getsockname()[1], stage)
    try:
        yield client
    finally:
        client.close()
        server.should_exit = True
        thread.join()
