"""A weak entity tag."""

from typing import Any

import pytest
from case_header_weak_etag.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    ('W/"a"', ValueError),
]


def stands_on_the_wire() -> None:
    response = Typed("", etag="a-1")
    assert response.raw_headers[:-2] == [
        (b"etag", b'W/"a-1"'),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="etag"):
            Typed("", etag=value)
