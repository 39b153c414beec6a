"""The opaque tag without quotes; quoted on the wire."""

from typing import Any

import pytest
from case_header_etag.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    ('"a"', ValueError),
    ("a b", ValueError),
    (b"a", TypeError),
]


def stands_on_the_wire() -> None:
    response = Typed("", etag="a-1")
    assert response.raw_headers[:-2] == [
        (b"etag", b'"a-1"'),
    ]
    response = Typed("", etag="")
    assert response.raw_headers[:-2] == [
        (b"etag", b'""'),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="etag"):
            Typed("", etag=value)
