"""One JSON text a line, made by the renderer that the schema names."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from case_render_ndjson.api import Lines, Models, Sequence, Structs

from tests.support import acme


def every_item_is_a_line() -> None:
    response = Lines({"n": n, "text": "a\nb"} for n in range(2))
    lines = bytes(response.body).splitlines()
    assert [json.loads(line)["n"] for line in lines] == [0, 1]
    assert response.headers["content-type"] == "application/x-ndjson"


def nothing_is_no_line() -> None:
    assert Lines([]).body == b""


def one_item_alone_is_refused() -> None:
    for alone in ("text", {"n": 1}):
        with pytest.raises(TypeError, match=r"content: Iterable of items expected"):
            Lines(alone)


def items_are_models() -> None:
    body = Models([acme.Profile(name="Ana")]).body
    assert body == b'{"name":"Ana","nickname":null}\n'


def a_separator_begins_each_text() -> None:
    response = Sequence([acme.Parcel(1), acme.Parcel(2)])
    texts = bytes(response.body).split(b"\x1e")
    assert texts == [b"", b'{"number":1,"tags":[]}\n', b'{"number":2,"tags":[]}\n']
    assert response.headers["content-type"] == "application/json-seq"


def items_are_what_the_library_holds() -> None:
    response = Structs([Decimal("1.50")])
    assert response.body == b'"1.50"\n'
    assert response.headers["content-type"] == "application/jsonl"
