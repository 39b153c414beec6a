"""Whole numbers, in decimal."""

from typing import Any

import pytest
from case_header_int.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    (True, TypeError),
    (1.0, TypeError),
]


def stands_on_the_wire() -> None:
    response = Typed("", x_a=10**20)
    assert response.raw_headers[:-2] == [
        (b"x-a", b"100000000000000000000"),
        (b"x-b", b"-1"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="x-a"):
            Typed("", x_a=value)
