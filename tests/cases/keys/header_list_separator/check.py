"""Members are joined as their reader splits them, and have nothing in them that it would split at."""

from typing import Any

import pytest
from case_header_list_separator.api import Tile

WRONG: list[tuple[str, dict[str, Any]]] = [
    ("x-scopes", {"x_scopes": ["read write"]}),
    ("x-scopes", {"x_scopes": [""]}),
    ("x-filters", {"x_filters": ["a;b"]}),
]


def stands_on_the_wire() -> None:
    tile = Tile(
        b"",
        x_bounds=[1.5, -2.0],
        x_layers=["roads, paths", "water"],
        x_filters=[{"a": 1, "b": 2}, [1, 2]],
    )
    assert tile.raw_headers[:6] == [
        (b"x-bounds", b"1.5,-2.0"),
        (b"x-size", b"256x512"),
        (b"x-scopes", b"read write"),
        (b"x-layers", b"roads, paths | water"),
        (b"x-filters", b'{"a": 1, "b": 2};[1, 2]'),
        (b"x-regions", b"en; sv"),
    ]


def sends_nothing_for_no_members() -> None:
    assert "x-bounds" not in Tile(b"", x_bounds=[]).headers


def refuses_what_a_reader_would_split() -> None:
    for name, given in WRONG:
        with pytest.raises(ValueError, match=f"{name}: a list member must not"):
            Tile(b"", x_bounds=[], **given)
