"""204 for a deletion, 304 for a conditional read, 205: no body, the right framing, on real servers."""

import socket
from threading import Thread
from time import sleep
from typing import Literal

import uvicorn
from case_bodyless.api import Deleted, Emptied, Unchanged
from fastapi import FastAPI

app = FastAPI()


@app.delete("/item", status_code=204, response_class=Deleted)
def item() -> None:
    """FastAPI makes the response itself."""


@app.get("/item")
def unchanged() -> Unchanged:
    return Unchanged(etag="v1")


@app.post("/form")
def form() -> Emptied:
    return Emptied()


def _wire(http: Literal["h11", "httptools"]) -> list[bytes]:
    """Every answer of one connection that stays open, without the date and the server's name."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        app,
        http=http,
        lifespan="off",
        log_config=None,
        date_header=False,
        server_header=False,
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not server.started:
            sleep(0.005)
        return _asked(listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def _asked(port: int) -> list[bytes]:
    answers = []
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        for line in (b"DELETE /item", b"GET /item", b"POST /form"):
            connection.sendall(line + b" HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            answers.append(connection.recv(4096))
    return answers


def frames_no_body() -> None:
    for http in ("h11", "httptools"):
        deleted, unchanged, emptied = _wire(http)
        assert deleted.split(b"\r\n")[1:] == [b"", b""], http
        assert unchanged.split(b"\r\n")[1:] == [b'etag: "v1"', b"", b""], http
        assert emptied.split(b"\r\n")[1:] == [b"content-length: 0", b"", b""], http
