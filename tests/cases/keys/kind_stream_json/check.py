"""Items of a stream as JSON: a text a line, with separators, or all of them in one array."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest

from case_kind_stream_json.api import Array, Lines, Profiles, Sequence, Users
from tests.support.acme import Profile, User


def _parts(response: Any) -> list[bytes]:
    parts: list[bytes] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        parts.append(message.get("body", b""))

    asyncio.run(response({"type": "http", "method": "GET"}, receive, send))
    return parts[1:]


def a_line_each() -> None:
    response = Lines([{"a": 1}, None, ["\u00e9", "\n"]])
    assert response.headers["content-type"] == "application/x-ndjson"
    expected = [b'{"a":1}\n', b"null\n", '["\u00e9","\\n"]\n'.encode(), b""]
    assert _parts(response) == expected
    assert _parts(Lines([])) == [b""]


def types_of_the_project() -> None:
    assert _parts(Users([User(name="Ann", age=7)]))[0] == b'{"name":"Ann","age":7}\n'
    profiles = Profiles(Profile(name=name) for name in ("Ann",))
    assert _parts(profiles)[0] == b'{"name":"Ann","nickname":null}\n'


def a_separator_before_each() -> None:
    response = Sequence([1, 2])
    assert response.headers["content-type"] == "application/json-seq"
    assert _parts(response) == [b"\x1e1\n", b"\x1e2\n", b""]


def one_array() -> None:
    items: list[dict[str, int]] = [{"b": 1, "a": 2}, {}, {"c": 3}]
    for length in range(4):
        response = Array(items[:length])
        assert response.headers["content-type"] == "application/json"
        assert json.loads(b"".join(_parts(response))) == items[:length]
    assert _parts(Array(items)) == [b"[", b'{"a":2,"b":1}', b",{}", b',{"c":3}', b"]"]


def an_array_that_fails_has_no_end() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk"):
        _parts(Array(failing()))
