"""Fields that code alone can write wrongly: R940, R944 and R946."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.snippets import holds

HEAD = """\
import httpx, requests
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse

app = FastAPI()
"""

CONTENT_TYPES = {
    "of a constructor": 'r = Response("a", headers={"Content-Type": "text/csv"})  # R940W',
    "in small letters": 'r = Response("a", headers={"content-type": "text/csv"})  # R940',
    "of a mapping": (
        'H = {"Content-Type": "text/csv"}  # R940\n'
        "def f():\n    return Response(headers=H)"
    ),
    "whatever its value": "def f(t):\n    return Response(headers={'Content-Type': t})  # R940",
    "assigned": 'def f(response: Response):\n    response.headers["Content-Type"] = "a/b"  # R940',
    "updated": 'def f(r: Response):\n    r.headers.update({"Content-Type": "a/b"})  # R940',
    "of the class above": (
        "class Feed(Response):\n"
        "    def __init__(self, text):\n"
        '        super().__init__(text, headers={"Content-Type": "a/b"})  # R940'
    ),
    "of the application below": (
        '@app.middleware("http")\n'
        "async def f(request: Request, call_next):\n"
        "    r = await call_next(request)\n"
        '    r.headers["Content-Type"] = "a/b"\n'
        "    return r"
    ),
    "of a request": 'def f():\n    httpx.get("/", headers={"Content-Type": "a/b"})',
    "of what is no response": 'def f(response):\n    response.headers["Content-Type"] = "a/b"',
    "of an exception": 'def f():\n    raise HTTPException(400, headers={"Content-Type": "a/b"})',
    "another name": 'r = Response(headers={"X-Content-Type": "a"})',
    "a media type": 'r = Response("a", media_type="text/csv")',
}


@pytest.mark.parametrize("body", CONTENT_TYPES.values(), ids=CONTENT_TYPES)
def test_a_content_type_is_a_media_type(body: str, tmp_path: Path) -> None:
    """Content-Type of a response is reported, that of anything else is not."""
    holds(tmp_path, HEAD, body, "R94")


TYPES = {
    "an int": 'r = Response(headers={"X-A": 1})  # R944E',
    "a bool": 'r = Response(headers={"X-A": True})  # R944',
    "None": 'def f(r: Response):\n    r.headers["X-A"] = None  # R944',
    "a float": 'def f(r: Response):\n    r.headers["X-A"] = 0.5  # R944',
    "bytes": 'def f(r: Response):\n    r.headers["X-A"] = b"a"  # R944',
    "a length": 'def f(x, r: Response):\n    r.headers["X-A"] = len(x)  # R944',
    "a parameter": 'def f(n: int):\n    return Response(headers={"X-A": n})  # R944',
    "one that may be None": 'def f(r: Response, n: int | None = None):\n    r.headers["X-A"] = n  # R944',
    "of an exception": 'def f():\n    raise HTTPException(429, headers={"Retry-After": 60})  # R944',
    "appended": 'def f(r: Response):\n    r.headers.append("X-A", 1)  # R944',
    "of a mapping that grows": (
        "def f():\n"
        '    headers = {"X-A": "1"}\n'
        '    headers["X-B"] = 2  # R944\n'
        "    return Response(headers=headers)"
    ),
    "compared": 'def f(n, r: Response):\n    r.headers["X-A"] = n == 3  # R944',
    "turned round": 'def f(n, r: Response):\n    r.headers["X-A"] = not n  # R944',
    "added to": 'def f(n: int, r: Response):\n    r.headers["X-A"] = n + 1  # R944',
    "rounded": 'def f(n, r: Response):\n    r.headers["X-A"] = round(n)  # R944',
    "added to what nobody knows": 'def f(n, r: Response):\n    r.headers["X-A"] = n + 1',
    "times a text": 'def f(n: int, x, r: Response):\n    r.headers["X-A"] = n * x',
    "its text": 'def f(n: int, r: Response):\n    r.headers["X-A"] = str(n)',
    "formatted": 'def f(n: int, r: Response):\n    r.headers["X-A"] = f"{n}"',
    "one of two": 'def f(n, r: Response):\n    r.headers["X-A"] = "1" if n else None',
    "that nobody knows": 'def f(n, r: Response):\n    r.headers["X-A"] = n',
    "of a class that makes texts": (
        "class Mine(Response):\n"
        "    def __init__(self, headers):\n"
        "        super().__init__(headers={k: str(v) for k, v in headers.items()})\n"
        'def f():\n    return Mine(headers={"X-A": 1})'
    ),
    "of a request": 'def f():\n    requests.get("/", headers={"X-A": 1})',
}


@pytest.mark.parametrize("body", TYPES.values(), ids=TYPES)
def test_a_value_is_text(body: str, tmp_path: Path) -> None:
    """What is certainly no text is an error; what may be one is none."""
    holds(tmp_path, HEAD, body, "R944")


COOKIES = {
    "one": 'r = Response(headers={"Set-Cookie": "a=1"})  # R946W',
    "assigned": 'def f(r: Response):\n    r.headers["set-cookie"] = "a=1"  # R946W',
    "of an exception": 'def f():\n    raise HTTPException(401, headers={"Set-Cookie": "a="})  # R946W',
    "two": (
        "def f(r: Response):\n"
        '    r.headers["set-cookie"] = "a=1"\n'
        '    r.headers["set-cookie"] = "b=1"  # R946E'
    ),
    "over another": (
        "def f(r: Response):\n"
        '    r.set_cookie("a", "1")\n'
        '    r.headers["set-cookie"] = "b=1"  # R946E'
    ),
    "on different ways": (
        "def f(r: Response, x):\n"
        "    if x:\n"
        '        r.headers["set-cookie"] = "a=1"  # R946W\n'
        "    else:\n"
        '        r.headers["set-cookie"] = "b=1"  # R946W'
    ),
    "before another": (
        "def f(r: Response):\n"
        '    r.headers["set-cookie"] = "a=1"  # R946W\n'
        '    r.set_cookie("b", "1")'
    ),
    "copied": "def f(r: Response):\n    return JSONResponse({}, headers=dict(r.headers))  # R946E",
    "copied with more": (
        "def f(r: Response):\n"
        '    return JSONResponse({}, headers={**r.headers, "X-A": "1"})  # R946E'
    ),
    "of middleware": (
        '@app.middleware("http")\n'
        "async def f(request: Request, call_next):\n"
        "    r = await call_next(request)\n"
        '    return Response(b"", headers=dict(r.headers))  # R946E'
    ),
    "handed on": "def f(r: Response):\n    return JSONResponse({}, headers=r.headers)",
    "of an answer to us": (
        "async def f():\n"
        '    r = httpx.get("/")\n'
        "    return JSONResponse({}, headers=dict(r.headers))"
    ),
    "appended": 'def f(r: Response):\n    r.headers.append("Set-Cookie", "a=1")',
    "by a method": 'def f(r: Response):\n    r.set_cookie("a", "1")',
}


@pytest.mark.parametrize("body", COOKIES.values(), ids=COOKIES)
def test_a_mapping_holds_one_cookie(body: str, tmp_path: Path) -> None:
    """Where a cookie is lost is an error; where one alone is written is a warning."""
    holds(tmp_path, HEAD, body, "R946")
