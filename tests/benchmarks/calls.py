"""Whole requests: calls of an application, without a server, against idiomatic FastAPI code."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from timeit import default_timer
from types import ModuleType

from fastapi import FastAPI
from starlette.types import Message

from tests.benchmarks import fastapi_by_hand
from tests.benchmarks.streams import connected, ignored
from tests.benchmarks.timing import Ratio

_ROUNDS = 60
_REQUESTS = 20
# What the same work differs by from one run to the next.
_LEAST = 0.97
# Ours is called like the peer's, unless there are several ways to say the same.
_PAIRINGS = (
    ("a returned instance", "instance", "instance"),
    ("data, by response_class=", "data", "data"),
    ("data, by the annotation", "data", "annotated"),
    ("a model, as a returned instance", "model", "model"),
    ("a model, as data", "model", "model_data"),
    ("200 models, as a returned instance", "models", "models"),
    ("200 models, as data", "models", "models_data"),
    ("injected headers and a cookie", "injected", "injected"),
    ("a redirect", "redirect", "redirect"),
    ("a stream of 20 texts", "stream", "stream"),
    ("an endpoint that yields 20 texts", "generator", "generator"),
    ("an error that is raised", "raised", "raised"),
    ("an HTTPException", "missing", "missing"),
    ("a request that cannot be read", "invalid", "invalid"),
)


@dataclass(frozen=True, slots=True)
class Client:
    """Sends one request to an application, again and again."""

    app: FastAPI

    async def seconds(self) -> float:
        """What one request takes, the mean of a few."""
        # another way's garbage may have filled the processor's caches
        await self.app(_scope(), connected, ignored)
        begin = default_timer()
        for _ in range(_REQUESTS):
            await self.app(_scope(), connected, ignored)
        return (default_timer() - begin) / _REQUESTS

    async def answer(self) -> object:
        """The status, the fields in any order, and the body."""
        messages: list[Message] = []

        async def send(message: Message) -> None:
            messages.append(message)

        await self.app(_scope(), connected, send)
        body = b"".join(message.get("body", b"") for message in messages)
        return messages[0]["status"], sorted(messages[0]["headers"]), body


def _scope() -> dict[str, object]:
    return {
        "type": "http",
        "method": "GET",
        "path": "/x",
        "headers": [],
        "query_string": b"",
        # uvicorn's
        "asgi": {"version": "3.0", "spec_version": "2.3"},
    }


def ratios(with_classes: ModuleType) -> Iterator[Ratio]:
    """One row for each pairing, and one for error handlers that have nothing to do."""
    application, routes = with_classes.application, vars(with_classes)
    with asyncio.Runner() as runner:
        for work, peer, ours in _PAIRINGS:
            app = fastapi_by_hand.application(getattr(fastapi_by_hand, peer))
            own = application(routes[ours])
            yield _compared(runner, work, Client(app), Client(own))
        bare = application(with_classes.data, handlers=False)
        app = application(with_classes.data)
        work = "no error, with error handlers and without"
        yield _compared(runner, work, Client(bare), Client(app))


def _compared(runner: asyncio.Runner, work: str, peer: Client, own: Client) -> Ratio:
    if runner.run(peer.answer()) != runner.run(own.answer()):
        raise SystemExit(f"{work}: what is sent differs")
    rounds = [
        (runner.run(peer.seconds()), runner.run(own.seconds())) for _ in range(_ROUNDS)
    ]
    theirs, ours = (min(times) for times in zip(*rounds, strict=True))
    return Ratio(f"request: {work}", theirs, ours, _LEAST)
