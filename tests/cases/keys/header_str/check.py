"""Text, as given."""

from typing import Any

import pytest
from case_header_str.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    ("a\r\nb", ValueError),
    (" a", ValueError),
    ("€", ValueError),
    (1, TypeError),
]


def stands_on_the_wire() -> None:
    response = Typed("", x_a="some text")
    assert response.raw_headers[:-2] == [
        (b"x-a", b"some text"),
        (b"x-b", b"b"),
    ]
    response = Typed("", x_a="\xe9", x_b=None)
    assert response.raw_headers[:-2] == [
        (b"x-a", b"\xe9"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="x-a"):
            Typed("", x_a=value)
