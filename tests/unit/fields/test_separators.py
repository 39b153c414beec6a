"""Missing and wrong separators between parameters: WWW-Authenticate and Server-Timing."""

from __future__ import annotations

import pytest
from remarked import mended, remarks

CHALLENGES, TIMING = "WWW-Authenticate", "Server-Timing"


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            CHALLENGES,
            'Basic realm="x"; charset="UTF-8"',
            'Basic realm="x", charset="UTF-8"',
        ),
        (
            CHALLENGES,
            'Basic realm="x" charset="UTF-8"',
            'Basic realm="x", charset="UTF-8"',
        ),
        (CHALLENGES, 'Bearer realm="a; b";error=x;', 'Bearer realm="a; b", error="x"'),
        (TIMING, "db dur=53", "db;dur=53"),
        (TIMING, 'db;dur=53 desc="a dur=5", c', 'db;dur=53;desc="a dur=5", c'),
    ],
)
def test_a_separator_is_mended_where_one_is_certain(
    name: str, text: str, meant: str
) -> None:
    assert mended(name, text) == [meant]
    assert remarks(name, meant) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (CHALLENGES, 'Basic realm="x"; Bearer realm="y"'),
        (CHALLENGES, 'Basic realm="x"; realm="y"'),
        (CHALLENGES, "Bearer a b"),
        (CHALLENGES, 'Basic; charset="UTF-8"'),
        (TIMING, "db dur 53"),
        (TIMING, "db desc=Database query"),
        (TIMING, "db;dur=53 cache;dur=1"),
        (TIMING, 'db desc="a'),
    ],
)
def test_what_may_mean_something_else_is_left_alone(name: str, text: str) -> None:
    assert remarks(name, text)
    assert {*mended(name, text)} == {None}
