"""A stream renders and sends one item after the other; its first argument is what has the items."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from starlette.responses import StreamingResponse

from case_kind_stream.api import Export, Numbers, Ready


async def _lines() -> AsyncIterator[str]:
    yield "a,b\n"
    yield "1,2\n"


def _sent(response: Any) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    asyncio.run(response({"type": "http", "method": "GET"}, receive, send))
    return messages


def items_are_sent_one_by_one() -> None:
    contents: tuple[AsyncIterator[str] | list[str | bytes], ...]
    contents = _lines(), ["a,b\n", b"1,2\n"]
    for content in contents:
        start, *parts = _sent(Export(content))
        assert start["headers"] == [
            (b"cache-control", b"no-store"),
            (b"content-type", b"text/csv; charset=utf-8"),
        ]
        assert [each["body"] for each in parts] == [b"a,b\n", b"1,2\n", b""]


def each_item_is_rendered() -> None:
    parts = [each["body"] for each in _sent(Numbers(numbers=range(3)))[1:]]
    assert parts == [b"0\n", b"1\n", b"2\n", b""]


def the_base_is_the_frameworks() -> None:
    assert issubclass(Export, StreamingResponse)


def a_child_of_another_kind_inherits_headers() -> None:
    """Neither the media type nor the renderer is that of the stream."""
    assert not issubclass(Ready, StreamingResponse)
    assert Ready(b"whole").raw_headers == [
        (b"cache-control", b"no-store"),
        (b"content-length", b"5"),
    ]
