"""Finite numbers, as repr writes them."""

from math import inf, nan
from typing import Any

import pytest
from case_header_float.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    (nan, ValueError),
    (-inf, ValueError),
    ("1", TypeError),
]


def stands_on_the_wire() -> None:
    response = Typed("", x_a=0.1)
    assert response.raw_headers[:-2] == [
        (b"x-a", b"0.1"),
        (b"x-b", b"1.0"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="x-a"):
            Typed("", x_a=value)
