"""What `make demo` shows: the shop is served, asked over HTTP, and what went over the wire is printed.

On a terminal the shop stays open until Enter is pressed; elsewhere it ends by itself.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep

import uvicorn
from uvicorn.config import HTTPProtocolType

from tests.shop.data import PRODUCTS, tag
from tests.shop.main import app

JSON = {"Content-Type": "application/json"}
ADA = b'{"name": "ada", "password": "bergamot"}'
Asked = tuple[str, str, dict[str, str], bytes]
TOUR: tuple[Asked, ...] = (
    ("A product, typed from header to body", "GET /products/tea-1", {}, b""),
    (
        "The caller has it already",
        "GET /products/tea-1",
        {"If-None-Match": f'"{tag(PRODUCTS["tea-1"])}"'},
        b"",
    ),
    ("There is no such product", "GET /products/tea-9", {}, b""),
    ("A part of a file", "GET /products/pot-1/manual", {"Range": "bytes=0-7"}, b""),
    ("A new order", "POST /orders", JSON, b'{"sku": "tea-1"}'),
    (
        "A mistake, and where it is",
        "POST /orders",
        JSON,
        b'{"sku": "tea-1", "pieces": "many"}',
    ),
    (
        "An exception with members of its own",
        "POST /orders",
        JSON,
        b'{"sku": "tea-1", "pieces": 99}',
    ),
    ("A path that leads nowhere", "GET /nowhere", {}, b""),
    ("A table that is sent while it is read", "GET /movements.csv", {}, b""),
    ("An order on its way", "GET /orders/1001/live", {"Last-Event-ID": "1"}, b""),
    ("Signing in", "POST /session", JSON, ADA),
    ("Signing out: the same cookies go", "DELETE /session", {}, b""),
    ("A pydantic model", "GET /partners/suppliers/tea-house", {}, b""),
)
MISTAKE = """\
from generated.common import Created

Created({"sku": "tea-1"}, status_code=200)
"""
_PATIENCE = 20.0  # seconds, on a machine that does other things too


@contextmanager
def served(http: HTTPProtocolType = "auto") -> Iterator[int]:
    """The port on which the shop answers, parsed by h11 or by httptools."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, http=http, log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        end = monotonic() + _PATIENCE
        while not server.started and monotonic() < end:
            sleep(0.01)
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)
        listener.close()


def answer(port: int, line: str, headers: dict[str, str], body: bytes) -> bytes:
    """Everything that comes back for one request, byte for byte."""
    fields = {"Host": "shop.example", "Connection": "close", **headers}
    fields["Content-Length"] = str(len(body))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    with socket.create_connection(("127.0.0.1", port), _PATIENCE) as connection:
        connection.sendall(f"{line} HTTP/1.1\r\n{head}\r\n".encode("latin-1") + body)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def show(port: int) -> None:
    """Each request with its answer."""
    for title, line, headers, body in TOUR:
        sent = [line, *(f"{name}: {value}" for name, value in headers.items())]
        print(f"\n# {title}", *sent, *body.decode().splitlines(), sep="\n> ")
        head, _, rest = answer(port, line, headers, body).partition(b"\r\n\r\n")
        lines = [*head.decode("latin-1").splitlines(), "", *rest.decode().splitlines()]
        print(*(f"< {line}" for line in lines), sep="\n")


def command(title: str, *words: str) -> None:
    """A command, and what it says."""
    print(f"\n# {title}", flush=True)
    subprocess.run([sys.executable, "-m", *words], check=False)


def main() -> None:
    print("# The shop of tests/shop, on the classes that generated/ has from schemas/")
    with served() as port:
        show(port)
        command("$ respgen check", "respgen", "check")
        print("\n# A mistake: no location, and a status that the schema has locked")
        print(MISTAKE.rstrip())
        command("$ mypy --strict, on these lines", "mypy", "--strict", "-c", MISTAKE)
        if sys.stdin.isatty():
            input(f"\nhttp://127.0.0.1:{port}/docs is open until you press Enter.")


if __name__ == "__main__":
    main()
