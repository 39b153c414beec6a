"""Rendering: each library's own call with a response around it, and FastAPI's own ways of a model."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable, Iterator
from importlib import import_module
from timeit import default_timer
from types import ModuleType
from typing import Any
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec
import orjson
import ormsgpack
import yaml
from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse, Response
from starlette.types import Message

from tests.benchmarks.models import FORM, ITEMS, ROWS, TABLE, Item
from tests.benchmarks.timing import Ratio, ratio

_HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
_LEAST = 1 / 1.05


def ratios(bench: ModuleType) -> Iterator[Ratio]:
    """A row for each renderer; `bench` is the generated module."""
    for name, content, encode, number in _CALLS:
        made = getattr(bench, name)
        body = made(content).body
        if body != encode(content):
            raise SystemExit(f"{name} and its library differ:\n{body!r}")
        yield ratio(
            f"render by {name.lower()}, against the library's call",
            _by_hand(encode, content, made.media_type),
            _generated(made, content),
            _LEAST,
            number,
        )
    yield from _models(bench)


def _by_hand(
    encode: Callable[[Any], bytes], content: object, media_type: str
) -> Callable[[], Response]:
    return lambda: Response(encode(content), headers=_HEADERS, media_type=media_type)


def _generated(
    made: Callable[[Any], Response], content: object
) -> Callable[[], Response]:
    return lambda: made(content)


def _yaml(content: object) -> bytes:
    dumped: str = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    return dumped.encode()


def _csv(rows: list[dict[str, Any]]) -> bytes:
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, ["id", "name", "price", "tags"])
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue().encode()


def _xml(content: dict[str, Any]) -> bytes:
    root = Element("root")
    items = SubElement(root, "items")
    for row in content["items"]:
        item = SubElement(items, "item")
        for key, value in row.items():
            SubElement(item, key).text = str(value)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _old(content: object) -> bytes:
    packed: bytes = import_module("msgpack").packb(content)
    return packed


_CALLS: tuple[tuple[str, Any, Callable[[Any], bytes], int], ...] = (
    ("Orjson", ROWS, orjson.dumps, 2000),
    ("Msgspec", ROWS, msgspec.json.encode, 2000),
    ("Msgpack", ROWS, msgspec.msgpack.encode, 2000),
    ("Ormsgpack", ROWS, ormsgpack.packb, 2000),
    ("OldMsgpack", ROWS, _old, 1000),
    ("Yaml", ROWS[:5], _yaml, 20),
    ("Form", FORM, lambda form: urlencode(form).encode(), 10_000),
    ("Ndjson", ROWS, lambda rows: b"".join(orjson.dumps(r) + b"\n" for r in rows), 500),
    ("Csv", TABLE, _csv, 200),
    ("Xml", {"items": TABLE}, _xml, 100),
)


# A model in a route


class NaiveJSON(JSONResponse):
    """What many projects write, to return instances of it: dicts of any models, then JSON."""

    def render(self, content: Any) -> bytes:
        return super().render(jsonable_encoder(content))


def _models(bench: ModuleType) -> Iterator[Ratio]:
    app = FastAPI()

    @app.get("/default")
    async def default() -> list[Item]:
        return ITEMS

    @app.get("/naive", response_model=None)
    async def naive() -> object:
        return NaiveJSON(ITEMS)

    @app.get("/ours", response_model=None)
    async def ours() -> object:
        return bench.Items(ITEMS)

    times = dict.fromkeys(("/default", "/naive", "/ours"), 1.0)
    with asyncio.Runner() as runner:
        for _ in range(40):
            for path in times:
                times[path] = min(times[path], runner.run(_asked(app, path)))
    yield Ratio(
        "200 models, against FastAPI's default route",
        times["/default"],
        times["/ours"],
        1,
    )
    yield Ratio("200 models, against a naive class", times["/naive"], times["/ours"], 4)


async def _asked(app: FastAPI, path: str) -> float:
    """Seconds for one request, without a server."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "headers": [],
        "query_string": b"",
    }

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] != 200:
            raise SystemExit(f"{path} answers {message['status']}")

    # another way's garbage may have filled the processor's caches
    for _ in range(_REQUESTS):
        await app(dict(scope), receive, send)
    begin = default_timer()
    for _ in range(_REQUESTS):
        await app(dict(scope), receive, send)
    return (default_timer() - begin) / _REQUESTS


_REQUESTS = 8
