"""Server-Timing as a mapping, as text, and measured."""

from datetime import timedelta
from math import inf, nan
from typing import Any

import pytest
from case_header_server_timing.api import Measured, ServerTiming, Text, Timed, Usual

SENT: list[tuple[ServerTiming, str]] = [
    (ServerTiming("miss"), "miss"),
    (ServerTiming("db", 53.2, 'the "main" one'), r'db;dur=53.2;desc="the \"main\" one"'),
    (ServerTiming("db", 53), "db;dur=53"),
    (ServerTiming("db", timedelta(seconds=1, microseconds=1500)), "db;dur=1001.5"),
    (ServerTiming("db", 0.0), "db;dur=0"),
    (ServerTiming("db", -0.0), "db;dur=0"),
    (ServerTiming("db", 1.2345678901), "db;dur=1.234568"),
    (ServerTiming("db", 1e-9), "db;dur=0"),
    (ServerTiming("db", 1e21), "db;dur=1000000000000000000000"),
    (ServerTiming("db", description=""), 'db;desc=""'),
]
WRONG: list[tuple[Any, type[Exception]]] = [
    ([ServerTiming("a b")], ValueError),
    ([ServerTiming("")], ValueError),
    ([ServerTiming("db", -1)], ValueError),
    ([ServerTiming("db", timedelta(-1))], ValueError),
    ([ServerTiming("db", nan)], ValueError),
    ([ServerTiming("db", inf)], ValueError),
    ([ServerTiming("db", 1, "a\nb")], ValueError),
    ([ServerTiming("db", True)], TypeError),
    (ServerTiming("db"), TypeError),
    (["db"], TypeError),
]


def metrics_in_the_order_written() -> None:
    sent = 'db;dur=53.2;desc="the \\"main\\" one", miss'
    assert Timed("").headers["server-timing"] == sent


def text_is_respelt() -> None:
    assert Text("").headers["server-timing"] == 'db;dur=5;desc="main", miss'


def what_is_measured_is_sent() -> None:
    for step, sent in SENT:
        assert Measured("", steps=[step]).headers["server-timing"] == sent
    both = Measured("", steps=[ServerTiming("a", 1), ServerTiming("b")])
    assert both.headers["server-timing"] == "a;dur=1, b"
    assert "server-timing" not in Measured("", steps=[]).headers


def callers_add_steps() -> None:
    given = {"Server-Timing": 'cdn;desc="a, b"'}
    sent = Measured("", headers=given, steps=[ServerTiming("a", 1)])
    assert sent.headers["server-timing"] == 'a;dur=1, cdn;desc="a, b"'


def defaults_and_constants_are_typed() -> None:
    assert Usual("").server_timing == (ServerTiming("total", 5),)
    assert Usual("").headers["server-timing"] == "total;dur=5"
    assert Usual("").headers["x-timing"] == 'db;dur=0.5;desc="Database", miss'


def refuses_what_is_no_step() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="server-timing"):
            Measured("", steps=value)
