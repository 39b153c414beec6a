"""No item of a stream can end its line, or leave the array that it is in."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.compiled import compiled

API = compiled("""
respgen: 1
target: starlette
responses:
  Json: {kind: stream, render: ndjson}
  Orjson: {kind: stream, render: {ndjson: {items: orjson}}}
  Msgspec: {kind: stream, render: {ndjson: {items: msgspec}}}
  Pydantic: {kind: stream, content: Any, render: {ndjson: {items: pydantic}}}
  Sequence: {kind: stream, render: {ndjson: {separator: rs}}}
  Array: {kind: stream, render: {json: {array: true}}}
  Indented: {kind: stream, render: {json: {array: true, indent: 2}}}
""")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.integers(-(2**53), 2**53) | st.booleans() | st.none()
VALUES = st.recursive(
    TEXTS | NUMBERS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=8,
)
HOSTILE = ["\n", "\r\n{}", "\x1e", "\u2028\x85", '"],', "]", {"\n": "\x00"}]


def body(response: Any) -> bytes:
    parts: list[bytes] = []

    async def receive() -> Any:
        await asyncio.sleep(60)

    async def send(message: Any) -> None:
        parts.append(message.get("body", b""))

    asyncio.run(response({"type": "http", "method": "GET"}, receive, send))
    return b"".join(parts)


@pytest.mark.parametrize("name", ["Json", "Orjson", "Msgspec", "Pydantic", "Sequence"])
@settings(max_examples=40, deadline=None)
@given(items=st.lists(VALUES, max_size=4))
@example(items=HOSTILE)
def test_lines(name: str, items: list[Any]) -> None:
    """Each line is one item, and RFC 7464's separators stand before items alone."""
    sent = body(getattr(API, name)(items))
    mark = b"\x1e" if name == "Sequence" else b""
    lines = sent.split(b"\n")
    assert lines.pop() == b""
    assert all(line.startswith(mark) for line in lines)
    assert [json.loads(line.removeprefix(mark)) for line in lines] == items
    assert sent.count(b"\x1e") == len(items) * len(mark)


@pytest.mark.parametrize("name", ["Array", "Indented"])
@settings(max_examples=40, deadline=None)
@given(items=st.lists(VALUES, max_size=4))
@example(items=HOSTILE)
def test_arrays(name: str, items: list[Any]) -> None:
    """The whole is one JSON text: the list of the items."""
    assert json.loads(body(getattr(API, name)(items))) == items
