"""Streams: 10,000 small items, from the call of the application to its last message."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from types import ModuleType
from typing import Any

from starlette.responses import StreamingResponse

from tests.benchmarks.timing import Ratio, ratio

COUNT = 10_000
SCOPE = {"type": "http", "method": "GET", "asgi": {"spec_version": "2.3"}}


async def numbers() -> AsyncIterator[str]:
    """Small texts."""
    for number in range(COUNT):
        yield f"{number}\n"


async def rows() -> AsyncIterator[dict[str, Any]]:
    """Small objects."""
    for number in range(COUNT):
        yield {"id": number, "name": "Teapot"}


async def lines() -> AsyncIterator[str]:
    """The same objects, rendered where they are made."""
    for number in range(COUNT):
        row = {"id": number, "name": "Teapot"}
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


def text_by_hand() -> Any:
    return StreamingResponse(numbers(), media_type="text/plain")


def lines_by_hand() -> Any:
    return StreamingResponse(lines(), media_type="application/x-ndjson")


def ratios(bench: ModuleType) -> Iterator[Ratio]:
    """One row for texts that are sent as they are, and one for lines of JSON."""

    def text() -> Any:
        return bench.Lines(numbers())

    def ndjson() -> Any:
        return bench.Rows(rows())

    for work, peer, ours in (
        ("a stream of 10,000 short texts", text_by_hand, text),
        ("a stream of 10,000 small objects as lines of JSON", lines_by_hand, ndjson),
    ):
        if received(peer) != received(ours):
            raise SystemExit("the streams differ: their ratio would be worthless")
        yield ratio(work, run(peer), run(ours), 1, number=2)


def run(made: Callable[[], Any]) -> Callable[[], object]:
    return lambda: asyncio.run(made()(SCOPE, connected, ignored))


async def connected() -> dict[str, Any]:
    """A client that stays."""
    await asyncio.sleep(3600)
    return {"type": "http.disconnect"}


async def ignored(message: Any) -> None:
    """A server that is infinitely fast."""


def received(made: Callable[[], Any]) -> bytes:
    parts: list[bytes] = []

    async def send(message: Any) -> None:
        parts.append(message.get("body", b""))

    asyncio.run(made()(SCOPE, connected, send))
    return b"".join(parts)
