"""Event streams in a browser: an EventSource of a real Chromium hears what was sent, and comes back.

Goes in: a page that listens, served beside the stream. Comes out: what its listeners heard.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.support.compiled import compiled
from tests.support.event_streams import read

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here"),
]

API = compiled("""
respgen: 1
target: starlette
responses:
  Feed: {kind: stream, render: {sse: {data: text}}, ping: 1s}
  Typed: {kind: stream, render: {sse: {events: {token: str, done: "dict[str, int]"}}}}
""")
Event = API.Event

# The script at the end keeps the page loading until the listeners have heard all: chromium prints
# the page once it is loaded.
PAGE = """<!doctype html><pre></pre><script>
const heard = [], source = new EventSource("/feed");
for (const name of ["message", "token", "done", "finished"]) {
  source.addEventListener(name, event => {
    heard.push([event.type, event.data, event.lastEventId]);
    if (name !== "finished") return;
    source.close();
    document.querySelector("pre").textContent = JSON.stringify(heard);
    fetch("/heard", {method: "POST"});
  });
}
</script><script src="/held"></script>"""
PATIENCE = 30

# what parsers of event streams trip over
TEXTS = (
    *(
        "",
        " ",
        "  led by spaces",
        "trailing ",
        "a\nb",
        "a\rb",
        "a\r\nb",
        "\n",
        "a\n\nb\n",
    ),
    *(
        "\ufeff",
        "\ufeffbom",
        "\0nul",
        "\u2028\u2029\x85\x0b\x0c",
        "ü 😀",
        ":",
        "data: x",
    ),
    "id: 9\nevent: forged\n\ndata: forged",
)


class Stage:
    """Serves the page, and a stream for each time that it connects."""

    def __init__(self, *streams: Any) -> None:
        self.streams = streams
        self.last_ids: list[str | None] = []
        self.heard = asyncio.Event()

    async def feed(self, request: Request) -> Response:
        self.last_ids.append(request.headers.get("last-event-id"))
        response: Response = self.streams[len(self.last_ids) - 1]
        return response

    async def held(self, _: Request) -> Response:
        await asyncio.wait_for(self.heard.wait(), PATIENCE)
        return Response(media_type="text/javascript")

    async def done(self, _: Request) -> Response:
        self.heard.set()
        return Response()

    @property
    def app(self) -> Starlette:
        async def page(_: Request) -> Response:
            return HTMLResponse(PAGE)

        return Starlette(
            routes=[
                Route("/", page),
                Route("/feed", self.feed),
                Route("/held", self.held),
                Route("/heard", self.done, methods=["POST"]),
            ]
        )


@contextmanager
def served(stage: Stage) -> Iterator[int]:
    """The port on which the stage is."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(stage.app, log_config=None, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def heard(stage: Stage, profile: Path) -> list[list[str]]:
    """What the listeners of the page heard: type, data and last id of each event."""
    with served(stage) as port:
        ran = subprocess.run(
            [
                str(CHROMIUM),
                *("--headless=new", "--no-sandbox", "--disable-gpu"),
                *("--disable-dev-shm-usage", f"--user-data-dir={profile}"),
                *("--dump-dom", f"http://127.0.0.1:{port}/"),
            ],
            capture_output=True,
            text=True,
            timeout=2 * PATIENCE,
            check=True,
        )
    shown = ran.stdout.partition("<pre>")[2].partition("</pre>")[0]
    found: list[list[str]] = json.loads(unescape(shown))
    return found


async def _interrupted() -> AsyncIterator[Any]:
    """Events until the connection is lost; a ping stands among them."""
    yield Event("first", retry=10)
    yield Event("second", "token", "7")
    await asyncio.sleep(1.2)
    yield "third"


def test_texts(tmp_path: Path) -> None:
    """Whatever the text is, the browser has it, as our own parser in these tests does."""
    events = [Event(text, "token", str(place)) for place, text in enumerate(TEXTS)]
    events.append(Event("", "finished"))
    stream = b"".join(API.Feed([]).render(each) for each in events)
    expected = [[m.type, m.data, m.last_event_id] for m in read(stream).messages]
    assert heard(Stage(API.Feed(events)), tmp_path) == expected
    assert len(expected) == len(events)


def test_reconnecting(tmp_path: Path) -> None:
    """It comes back with the last id, after a ping and a lost connection; names and types hold."""
    typed = [API.Typed.Event("Hi", "token"), API.Typed.Event({"n": 2}, "done", "8")]
    last = API.Feed([Event("bye", "finished")])
    stage = Stage(API.Feed(_interrupted()), API.Typed(typed), last)
    assert heard(stage, tmp_path) == [
        ["message", "first", ""],
        ["token", "second", "7"],
        ["message", "third", "7"],
        ["token", '"Hi"', "7"],
        ["done", '{"n":2}', "8"],
        ["finished", "bye", "8"],
    ]
    assert stage.last_ids == [None, "7", "8"]
