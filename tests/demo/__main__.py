"""Serves the shop on a loopback port, asks it over HTTP, prints what went over the wire; ends by itself."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep

import uvicorn

from tests.demo.app import app
from tests.demo.data import PRODUCTS, tag

REQUESTS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("A product, typed from header to body", "GET /products/tea-1", {}),
    (
        "The caller has it already",
        "GET /products/tea-1",
        {"If-None-Match": f'"{tag(PRODUCTS["tea-1"])}"'},
    ),
    ("There is no such product", "GET /products/tea-9", {}),
    ("A method that products lack", "DELETE /products/tea-1", {}),
    ("A list, with counts and facets", "GET /products", {}),
    ("How many are left", "GET /products/tea-1/stock", {}),
    ("JSON that another service made, passed through", "GET /suggestions", {}),
    ("A page that sets a cookie", "GET /products/pot-1/page", {}),
    ("A part of a file", "GET /products/pot-1/manual", {"Range": "bytes=0-7"}),
    ("There is no such file", "GET /products/tea-9/manual", {}),
    ("Something new", "POST /orders", {}),
    (
        "A form: on to what it made, with a word for the next page",
        "POST /orders/form",
        {},
    ),
    ("More than there is: an exception says so", "POST /orders?pieces=99", {}),
    ("What is no number of pieces", "POST /orders?pieces=many", {}),
    ("An exception of the shop's own", "POST /orders?pieces=0", {}),
    ("A path that leads nowhere", "GET /nowhere", {}),
    ("A table", "GET /orders.csv", {}),
    ("A table that is sent while it is read", "GET /movements.csv", {}),
    ("An order on its way, as it goes", "GET /live/orders/4711", {}),
    (
        "The rest, after the connection was lost",
        "GET /live/orders/4711",
        {"Last-Event-ID": "2"},
    ),
    ("What is left, purchase by purchase", "GET /live/stock", {}),
    ("A pydantic model", "GET /partners/suppliers/tea-house", {}),
    ("Dataclasses, by orjson", "GET /partners/shipments", {}),
    ("A line of JSON for each product", "GET /partners/stock", {}),
    ("A table of dataclasses", "GET /partners/stock.csv", {}),
    ("MessagePack", "GET /partners/tills/tea-1", {}),
    ("XML", "GET /partners/customs/7001", {}),
    ("Decimals, by msgspec", "GET /partners/prices", {}),
    ("A base with a constructor of its own", "GET /partners/offers/7", {}),
    ("One of two media types", "GET /partners/labels/7001", {}),
    ("An envelope that the schema writes", "PUT /v1/watched/tea-1", {}),
    ("The same when it fails", "PUT /v1/watched/tea-9", {}),
    ("An envelope around a basket", "GET /v1/basket", {}),
    ("A text that never changes", "GET /v1/robots.txt", {}),
    ("A page in which every value is escaped", "GET /v1/welcome?name=%3Cb%3E", {}),
    ("Nobody is signed in", "GET /account", {}),
    ("Signing in", "POST /session", {}),
    ("A stranger's link leads home", "POST /session/form?onward=//evil.example", {}),
    ("Signing out: every cookie goes, in every scope", "DELETE /session", {}),
    ("Nothing to say, but a form to empty", "PUT /preferences", {}),
    ("Another framework: Starlette", "GET /feeds/catalogue", {}),
    ("No framework at all", "GET /ready/", {}),
    ("A response that is the application itself", "GET /live", {}),
)
MISTAKE = """\
from generated.common import Created

Created({"sku": "tea-1"}, status_code=200)
"""
_PATIENCE = 20.0  # seconds, on a machine that does other things too


@contextmanager
def served() -> Iterator[int]:
    """The port on which the shop answers."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        _wait(server)
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)
        listener.close()


def _wait(server: uvicorn.Server) -> None:
    end = monotonic() + _PATIENCE
    while not server.started:
        if monotonic() > end:
            raise TimeoutError("the demo's server did not start")
        sleep(0.01)


def answer(port: int, line: str, headers: dict[str, str]) -> bytes:
    """Everything that comes back for one request, byte for byte."""
    fields = {"Host": "shop.example", "Connection": "close", **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    request = f"{line} HTTP/1.1\r\n{head}Content-Length: 0\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), _PATIENCE) as connection:
        connection.sendall(request.encode("latin-1"))
        return b"".join(iter(lambda: connection.recv(65536), b""))


def conversation(port: int) -> None:
    """Each request with its answer."""
    for title, line, headers in REQUESTS:
        print(f"\n# {title}\n> {line} HTTP/1.1")
        for name, value in headers.items():
            print(f"> {name}: {value}")
        response = answer(port, line, headers)
        print(_shown(response))


def _shown(response: bytes) -> str:
    head, _, body = response.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    return "\n".join(
        f"< {line}"
        for line in [*lines, "", *body.decode(errors="replace").splitlines()]
    )


def command(title: str, *words: str) -> None:
    """A command, and what it says."""
    print(f"\n# {title}", flush=True)
    subprocess.run([sys.executable, "-m", *words], check=False)


def main() -> None:
    print("# The shop of schemas/, on the classes of generated/", flush=True)
    with served() as port:
        conversation(port)
    command("$ respgen check", "respgen", "check")
    print("\n# A mistake: no location, and a status that the schema has locked")
    print(MISTAKE.rstrip())
    command("$ mypy --strict, on these lines", "mypy", "--strict", "-c", MISTAKE)


if __name__ == "__main__":
    main()
