"""Server-Timing as a mapping and as text."""

from case_header_server_timing.api import Text, Timed


def metrics_in_the_order_written() -> None:
    sent = 'db;dur=53.2;desc="the \\"main\\" one", miss'
    assert Timed("").headers["server-timing"] == sent


def text_is_respelt() -> None:
    assert Text("").headers["server-timing"] == 'db;dur=5;desc="main", miss'
