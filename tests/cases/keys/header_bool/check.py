"""true and false."""

from typing import Any

import pytest
from case_header_bool.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    (1, TypeError),
]


def stands_on_the_wire() -> None:
    response = Typed("", x_a=True)
    assert response.raw_headers[:-2] == [
        (b"x-a", b"true"),
        (b"x-b", b"false"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="x-a"):
            Typed("", x_a=value)
