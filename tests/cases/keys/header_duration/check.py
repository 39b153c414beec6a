"""Whole seconds, as a timedelta or an int."""

from datetime import timedelta
from typing import Any

import pytest
from case_header_duration.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    (-1, ValueError),
    (timedelta(milliseconds=1), ValueError),
    (1.5, TypeError),
]


def stands_on_the_wire() -> None:
    response = Typed("", retry_after=timedelta(minutes=2))
    assert response.raw_headers[:-2] == [
        (b"retry-after", b"120"),
        (b"age", b"900"),
    ]
    response = Typed("", retry_after=0, age=1)
    assert response.raw_headers[:-2] == [
        (b"retry-after", b"0"),
        (b"age", b"1"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="retry-after"):
            Typed("", retry_after=value)
