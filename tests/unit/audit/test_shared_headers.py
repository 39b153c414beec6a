"""Mappings of headers that are somebody else's: R942 and R943."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.snippets import holds

HEAD = """\
import requests
from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse

app = FastAPI()
HEADERS = {"X-Shop": "central"}

"""
SEND = "    return Response(b'', headers={})\n"

SHARED = {
    "an item": 'def f():\n    HEADERS["X-A"] = "1"  # R942\n    return Response(headers=HEADERS)',
    "an update": "def f(x):\n    HEADERS.update(x)  # R942\n    return Response(headers=HEADERS)",
    "one that is merged": (
        "BOTH = HEADERS | {'X-A': '1'}\n"
        'def f():\n    BOTH["X-A"] = "2"  # R942\n    return Response(headers=BOTH)'
    ),
    "by another name": (
        "def f():\n"
        "    headers = HEADERS\n"
        '    headers["X-A"] = "1"  # R942\n'
        "    return Response(headers=headers)"
    ),
    "one that is deleted": (
        'def f():\n    del HEADERS["X-Shop"]  # R942\n    return Response(headers=HEADERS)'
    ),
    "of a class": (
        "class Mine:\n"
        '    HEADERS = {"X-A": "1"}\n'
        "    def f(self):\n"
        '        self.HEADERS["X-B"] = "2"  # R942\n'
        "        return Response(headers=self.HEADERS)"
    ),
    "a default": (
        "def f(headers={}):\n"
        '    headers["X-A"] = "1"  # R942\n'
        "    return Response(headers=headers)"
    ),
}
CALLERS = {
    "a parameter": (
        "def f(headers):\n"
        '    headers.update({"X-A": "1"})  # R943W\n'
        "    return Response(headers=headers)"
    ),
    "or a new one": (
        "def f(headers: dict[str, str] | None = None):\n"
        "    headers = headers or {}\n"
        '    headers["X-A"] = "1"  # R943\n'
        "    return Response(headers=headers)"
    ),
    "keywords": (
        "class Mine(Response):\n"
        "    def __init__(self, *args, **kwargs):\n"
        '        kwargs.setdefault("headers", {}).update({"X-A": "1"})  # R943\n'
        "        super().__init__(*args, **kwargs)"
    ),
    "of init_headers": (
        "class Mine(Response):\n"
        "    def init_headers(self, headers=None):\n"
        "        headers = headers or {}\n"
        '        headers["X-A"] = "1"  # R943\n'
        "        super().init_headers(headers)"
    ),
}
FINE = {
    "a copy": (
        "def f():\n"
        "    headers = dict(HEADERS)\n"
        '    headers["X-A"] = "1"\n'
        "    return Response(headers=headers)"
    ),
    "a copy by its method": (
        "def f():\n"
        "    headers = HEADERS.copy()\n"
        '    headers["X-A"] = "1"\n'
        "    return Response(headers=headers or HEADERS)"
    ),
    "of the module itself": 'HEADERS["X-A"] = "1"\nr = Response(headers=HEADERS)',
    "its own": (
        "def f():\n"
        '    headers = {"X-A": "1"}\n'
        '    headers["X-B"] = "2"\n'
        "    return Response(headers=headers)"
    ),
    "merged by itself": (
        "def f():\n"
        "    headers = HEADERS | {'X-A': '1'}\n"
        '    headers["X-A"] = "2"\n'
        "    return Response(headers=headers)"
    ),
    "of a request": (
        "def f(headers):\n"
        '    headers["X-A"] = "1"\n'
        '    return requests.get("/", headers=headers)'
    ),
    "a new one of a parameter": (
        "def f(headers):\n"
        "    headers = {**headers}\n"
        '    headers["X-A"] = "1"\n'
        "    return Response(headers=headers)"
    ),
    "the response's": (
        "def f(headers):\n"
        "    r = Response(headers=headers)\n"
        '    r.headers["X-A"] = "1"\n'
        "    return r"
    ),
    "another mapping": 'def f(seen):\n    seen["x"] = 1\n    return Response(headers=HEADERS)',
}
CASES = {**SHARED, **CALLERS, **FINE}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_mappings_of_others(body: str, tmp_path: Path) -> None:
    """A change of what all share is an error, one of what a caller gave is a warning."""
    holds(tmp_path, HEAD, body, "R942", "R943")
