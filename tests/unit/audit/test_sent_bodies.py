"""JSON is encoded once (R953), and caches do not store events (R954)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.snippets import holds

HEAD = """\
import json, orjson
from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response, StreamingResponse
from fastapi.sse import EventSourceResponse as Events
from sse_starlette.sse import EventSourceResponse

app = FastAPI()

"""
STREAM = 'media_type="text/event-stream"'

CASES = {
    "json.dumps": "r = JSONResponse(json.dumps({}))  # R953W",
    "a model's text": "def f(item):\n    return JSONResponse(item.model_dump_json())  # R953",
    "orjson": "r = JSONResponse(orjson.dumps({}).decode())  # R953",
    "by a name": "def f():\n    text = json.dumps([])\n    return JSONResponse(text)  # R953",
    "a member": "r = JSONResponse({'a': json.dumps({})})",
    "a plain response": "r = Response(json.dumps({}), media_type='application/json')",
    "a class that takes text": (
        "class Text(JSONResponse):\n"
        "    def render(self, content):\n"
        "        return content.encode()\n"
        "r = Text(json.dumps({}))"
    ),
    "what loads": "r = JSONResponse(json.loads(json.dumps({})))",
    "a stream": f"def f(x):\n    return StreamingResponse(x, {STREAM})  # R954W",
    "with a charset": (
        "def f(x):\n"
        "    return StreamingResponse(x, media_type='text/event-stream; charset=utf-8')  # R954"
    ),
    "with another header": (
        f"def f(x):\n    return StreamingResponse(x, {STREAM}, headers={{'X-A': '1'}})  # R954"
    ),
    "a class": (
        "class Mine(StreamingResponse):\n"
        f"    {STREAM}\n"
        "def f(x):\n    return Mine(x)  # R954"
    ),
    "a class that nobody makes here": f"class Mine(StreamingResponse):  # R954\n    {STREAM}",
    "FastAPI's, by hand": "def f(x):\n    return Events(x)  # R954",
    "no-store": (
        "def f(x):\n"
        f"    return StreamingResponse(x, {STREAM}, headers={{'Cache-Control': 'no-store'}})"
    ),
    "no-store later": (
        "def f(x):\n"
        f"    r = StreamingResponse(x, {STREAM})\n"
        "    r.headers['cache-control'] = 'no-store'\n"
        "    return r"
    ),
    "headers that nobody knows": (
        f"def f(x, h):\n    return StreamingResponse(x, {STREAM}, headers=h)"
    ),
    "a helper that may add it": (
        f"def f(x):\n    r = StreamingResponse(x, {STREAM})\n    quiet(r)\n    return r"
    ),
    "a class that adds it": (
        "class Mine(StreamingResponse):\n"
        f"    {STREAM}\n"
        "    def __init__(self, content):\n"
        "        super().__init__(content, headers={'Cache-Control': 'no-store'})\n"
        "def f(x):\n    return Mine(x)"
    ),
    "sse_starlette's": "def f(x):\n    return EventSourceResponse(x)",
    "FastAPI's, of a route": (
        '@app.get("/", response_class=Events)\ndef f():\n    yield {"a": 1}'
    ),
    "lines of JSON": "def f(x):\n    return StreamingResponse(x, media_type='application/x-ndjson')",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_bodies(body: str, tmp_path: Path) -> None:
    """What is encoded twice, or may be stored, is reported; what may be right is not."""
    holds(tmp_path, HEAD, body, "R953", "R954")
