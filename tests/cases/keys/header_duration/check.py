"""Seconds, as a timedelta or an int; of a fraction `round` says what becomes of it."""

from datetime import timedelta
from typing import Any

import pytest
from case_header_duration.api import Rounded, Typed

FRACTION = timedelta(milliseconds=1500)
WRONG: list[tuple[Any, type[Exception]]] = [
    (-1, ValueError),
    (timedelta(microseconds=-1), ValueError),
    (-0.001, ValueError),
    (float("nan"), ValueError),
    (float("inf"), ValueError),
    (True, TypeError),
    ("1", TypeError),
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


def waits_no_shorter_than_it_says() -> None:
    """Who comes back after the rounded time comes in time."""
    assert Typed("", retry_after=FRACTION).headers["retry-after"] == "2"
    assert Typed("", retry_after=0.001).headers["retry-after"] == "1"
    assert Typed("", retry_after=2.0).headers["retry-after"] == "2"


def rounds_as_it_is_said() -> None:
    response = Rounded("", retry_after=3, age=59.999, x_steps=[FRACTION, 0.5, 1])
    assert response.headers["age"] == "59"
    assert response.headers["x-steps"] == "2, 1, 1"
    assert response.headers["x-left"] == "3"


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="retry-after"):
            Typed("", retry_after=value)
        with pytest.raises(error, match="age"):
            Rounded("", age=value)


def refuses_fractions_elsewhere() -> None:
    with pytest.raises(ValueError, match="whole seconds expected"):
        Rounded("", retry_after=FRACTION)
    with pytest.raises(ValueError, match="whole seconds expected"):
        Typed("", retry_after=1, age=FRACTION)
