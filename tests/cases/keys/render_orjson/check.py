"""orjson writes what it can hold; its flags are constants, or what callers give."""

from __future__ import annotations

from typing import Any
from datetime import UTC, datetime
from uuid import UUID

import orjson
from case_render_orjson.api import Chosen, Fast, Keyed, Parcel

from tests.support import acme

_ID = UUID("6f1c0a4e-7d1b-4c57-9a3f-2f5d1c9be001")
_AT = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)


class _Pair:
    """What numpy's arrays have."""

    def tolist(self) -> object:
        return [2, 1]


def is_the_librarys_own_bytes() -> None:
    content: dict[str, Any] = {"id": _ID, "at": [_AT], "name": "Köln"}
    response = Fast(content)
    assert response.body == orjson.dumps(content)
    assert response.headers["content-type"] == "application/json"


def flags_and_default_are_those_of_the_schema() -> None:
    flags = orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS
    content: dict[int, Any] = {2: "b", 1: [2, 1]}
    assert Keyed({2: "b", 1: _Pair()}).body == orjson.dumps(content, option=flags)


def flags_and_default_are_those_of_the_caller() -> None:
    content: dict[str, Any] = {"b": [1], "a": [2]}
    assert Chosen(content).body == orjson.dumps(content)
    sent = Chosen(content, option=orjson.OPT_SORT_KEYS, default=acme.listed)
    assert sent.body == b'{"a":[2],"b":[1]}'
    assert sent.headers["content-type"] == "application/vnd.acme+json"


def dataclasses_are_objects() -> None:
    assert Parcel([acme.Parcel(7)]).body == b'[{"number":7,"tags":[]}]'
