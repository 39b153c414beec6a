"""One of the values that the schema lists."""

from typing import Any

import pytest
from case_header_enum.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    ("stale", ValueError),
]


def stands_on_the_wire() -> None:
    response = Typed("", x_cache="hit")
    assert response.raw_headers[:-2] == [
        (b"x-cache", b"hit"),
        (b"x-b", b"off"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="x-cache"):
            Typed("", x_cache=value)
