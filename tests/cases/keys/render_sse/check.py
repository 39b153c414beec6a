"""Each item of an event stream is an event: its data alone, or with a name, an id and more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
from starlette.responses import StreamingResponse

from case_render_sse.api import (
    Answer,
    Download,
    Event,
    Feed,
    Later,
    Log,
    Prices,
    Profiles,
    Quotes,
    Ticks,
)
from tests.support.acme import Profile
from tests.support.event_streams import Message, read


def _sent(response: StreamingResponse) -> tuple[dict[str, Any], bytes]:
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        messages.append(message)

    asyncio.run(response({"type": "http", "method": "GET"}, receive, send))
    return messages[0], b"".join(each["body"] for each in messages[1:])


def _body(items: Iterable[Any], cls: Callable[[Any], Any] = Feed) -> bytes:
    return _sent(cls(items))[1]


def the_kind_supplies_headers() -> None:
    """Caches and proxies would hold events back."""
    start, _ = _sent(Feed([]))
    assert start["headers"] == [
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"content-type", b"text/event-stream; charset=utf-8"),
    ]


def the_schema_and_the_caller_win() -> None:
    """What the kind supplies is below all else."""
    assert Prices([]).raw_headers == [
        (b"cache-control", b"no-cache"),
        (b"content-type", b"text/event-stream; charset=utf-8"),
    ]
    given = Feed([], headers={"X-Accel-Buffering": "yes"})
    assert given.headers["x-accel-buffering"] == "yes"


def an_item_is_data_or_an_event() -> None:
    """Data is JSON, on one line; an event has its name, its id and what else there is."""
    assert _body([{"a": "ü\n"}, None]) == 'data: {"a":"ü\\n"}\n\ndata: null\n\n'.encode()
    event = Event({"a": 1}, "added", "7", 3000, "first\nsecond")
    assert _body([event]) == (
        b': first\n: second\nevent: added\ndata: {"a":1}\nid: 7\nretry: 3000\n\n'
    )


def text_may_have_lines() -> None:
    """Each is a field; a client puts them together again."""
    stream = _body(["one\r\ntwo\rthree\n", " led"], Log)
    assert stream == b"data: one\ndata: two\ndata: three\ndata: \n\ndata:  led\n\n"
    assert read(stream).messages == [
        Message("message", "one\ntwo\nthree\n", ""),
        Message("message", " led", ""),
    ]


def data_is_rendered_by_what_the_option_says() -> None:
    """Each holds what its library holds."""
    models = [Profile(name="a"), Event(Profile(name="b"), id="2")]
    assert _body(models, Profiles) == (
        b'data: {"name":"a","nickname":null}\n\n'
        b'data: {"name":"b","nickname":null}\nid: 2\n\n'
    )
    assert _body([{"at": date(2030, 1, 2)}], Quotes) == b'data: {"at":"2030-01-02"}\n\n'
    assert _body([Ticks.Event({7}, "tick")], Ticks) == b"event: tick\ndata: [7]\n\n"


def named_events_have_their_data() -> None:
    """There are no others, whatever type checkers were told."""
    stream = _body([Answer.Event("Hi", "token"), Answer.Event({"tokens": 2}, "done", "1")], _Answer)
    assert stream == b'event: token\ndata: "Hi"\n\nevent: done\ndata: {"tokens":2}\nid: 1\n\n'
    wrong: Any = "open"
    with pytest.raises(ValueError, match="event: one of 'token', 'done' expected"):
        Answer.Event("Hi", wrong)
    for item in ("Hi", Event("Hi", "token")):
        with pytest.raises(TypeError, match=r"Answer\.Event expected"):
            _body([item], _Answer)


def _Answer(items: Any) -> Answer:  # noqa: N802 # a class with what it needs
    return Answer(items, x_model="small")


def a_child_has_the_events_of_its_parent() -> None:
    assert Later.Event is Answer.Event
    assert _sent(Later([Later.Event("a", "token")], x_model="small"))[1]


def another_kind_inherits_neither_renderer_nor_events() -> None:
    assert not issubclass(Download, StreamingResponse)
    assert Download({"a": 1}).body == b'{"a":1}'
