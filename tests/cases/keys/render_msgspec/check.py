"""msgspec writes what it can hold; its options are constants, or what callers give."""

from __future__ import annotations

from typing import Any
from datetime import timedelta
from decimal import Decimal

import msgspec
from case_render_msgspec.api import Chosen, Parcel, Quick, Sorted

from tests.support import acme


class _Point(msgspec.Struct):
    x: int


class _Pair:
    """What numpy's arrays have."""

    def tolist(self) -> object:
        return [2, 1]


def is_the_librarys_own_bytes() -> None:
    content: dict[str, Any] = {
        "price": Decimal("9.99"),
        "life": timedelta(days=1),
        "raw": b"\x00",
    }
    response = Quick(content)
    assert response.body == msgspec.json.encode(content)
    assert response.headers["content-type"] == "application/json"


def structs_are_objects() -> None:
    assert Quick([_Point(1)]).body == b'[{"x":1}]'


def order_is_that_of_the_schema() -> None:
    assert Sorted({3, 1, 2}).body == b"[1,2,3]"


def order_is_that_of_the_caller() -> None:
    assert Chosen({"b": 1, "a": _Pair()}, order="sorted").body == b'{"a":[2,1],"b":1}'


def dataclasses_are_objects() -> None:
    assert Parcel([acme.Parcel(7)]).body == b'[{"number":7,"tags":[]}]'
