"""A function of the project's own makes the text, which is checked as any other."""

from datetime import UTC, datetime

import pytest
from case_header_format.api import Tile, apply_on_the_map
from starlette.responses import Response

DAY = datetime(2026, 3, 5, 12, tzinfo=UTC)


def sends_what_the_function_makes() -> None:
    tile = Tile(b"", box=[-12.5, 40, 3, 41.25], x_day=DAY)
    assert tile.raw_headers[:-2] == [
        (b"content-bbox", b"-12.5,40,3,41.25"),
        (b"x-day", b"2026-03-05"),
        (b"x-made", b"2026-01-31"),
        (b"x-world", b"-180,-90,180,90"),
    ]


def is_called_for_what_is_assigned() -> None:
    tile = Tile(b"", x_day=DAY)
    assert "content-bbox" not in tile.headers
    tile.box = [1, 2, 3, 4]
    assert tile.headers["content-bbox"] == "1,2,3,4"
    tile.box = None
    assert "content-bbox" not in tile.headers


def is_called_by_the_profile() -> None:
    response = Response()
    apply_on_the_map(response, box=[1.5])
    assert response.headers["content-bbox"] == "1.5"


def refuses_what_is_no_header_value() -> None:
    with pytest.raises(ValueError, match="x-lines"):
        Tile(b"", x_day=DAY, x_lines="a")
