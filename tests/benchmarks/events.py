"""Event streams: 10,000 small events, from the call of the application to its last message."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from types import ModuleType
from typing import Any

from starlette.responses import StreamingResponse

from tests.benchmarks.streams import COUNT, received, run
from tests.benchmarks.timing import Ratio, ratio

_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def _data(number: int) -> dict[str, Any]:
    return {"id": number, "name": "Teapot"}


async def data() -> AsyncIterator[dict[str, Any]]:
    """What each event carries."""
    for number in range(COUNT):
        yield _data(number)


async def written() -> AsyncIterator[str]:
    """The events as one writes them by hand."""
    for number in range(COUNT):
        yield f"data: {json.dumps(_data(number), separators=(',', ':'))}\n\n"


async def written_with_names() -> AsyncIterator[str]:
    """The same with a name and an id."""
    for number in range(COUNT):
        text = json.dumps(_data(number), separators=(",", ":"))
        yield f"event: step\ndata: {text}\nid: {number}\n\n"


def ratios(bench: ModuleType) -> Iterator[Ratio]:
    """One row for data alone, one for events of a name, and one for those of names with types."""

    async def events(event: Any) -> AsyncIterator[Any]:
        for number in range(COUNT):
            yield event(_data(number), "step", str(number))

    def by_hand(content: AsyncIterator[str]) -> Any:
        return StreamingResponse(
            content, headers=_HEADERS, media_type="text/event-stream"
        )

    yield _compared(
        "a stream of 10,000 events of data alone",
        lambda: by_hand(written()),
        lambda: bench.Feed(data()),
        1,
    )
    yield _compared(
        "a stream of 10,000 events with a name and an id",
        lambda: by_hand(written_with_names()),
        lambda: bench.Feed(events(bench.Event)),
        0.8,
    )
    yield _compared(
        "the same where the names have types",
        lambda: by_hand(written_with_names()),
        lambda: bench.Steps(events(bench.Steps.Event)),
        0.8,
    )


def _compared(
    work: str, peer: Callable[[], Any], ours: Callable[[], Any], least: float
) -> Ratio:
    """The ratio of two streams that send the same."""
    if received(peer) != received(ours):
        raise SystemExit("the streams differ: their ratio would be worthless")
    return ratio(work, run(peer), run(ours), least, number=2)
