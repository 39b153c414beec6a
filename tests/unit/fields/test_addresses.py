"""R238: what is no URL, and which of it is certainly one that lacks its percent-encoding."""

from __future__ import annotations

import pytest
from remarked import mended, remarks

NAME = "Location"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("https://a.example/?to=https://b.example/ c", None),
        ("/files/May sales.pdf", "/files/May%20sales.pdf"),
        ("./b c?d=e f", "./b%20c?d=e%20f"),
        ("../b c", "../b%20c"),
        ("?q=a b", "?q=a%20b"),
        ("#a b", "#a%20b"),
    ],
)
def test_an_address_is_percent_encoded(text: str, expected: str | None) -> None:
    assert mended(NAME, text) == [expected]
    assert expected is None or remarks(NAME, expected) == []


@pytest.mark.parametrize(
    "text",
    [
        "return 301 https://a.example/b c",
        "301 /items",
        "go to the items",
        "/old https://a.example/new",
        "/old /new page",
        "https://a.example/ www.b.example",
        "https://a.example b.example",
        "/items permanent;",
        "/items redirect",
    ],
)
def test_what_may_be_more_than_an_address_is_left_alone(text: str) -> None:
    (found,) = remarks(NAME, text)
    assert found.fix is None or mended(NAME, text) == [None]
    assert found.help == "write the URL alone"
