"""Points in time, as IMF-fixdate in GMT."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from case_header_date.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    (datetime(2024, 3, 5), ValueError),
    ("2024-03-05", TypeError),
]


def stands_on_the_wire() -> None:
    response = Typed(
        "", last_modified=datetime(2024, 3, 5, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    )
    assert response.raw_headers[:-2] == [
        (b"last-modified", b"Tue, 05 Mar 2024 07:30:00 GMT"),
        (b"expires", b"Tue, 05 Mar 2024 00:00:00 GMT"),
    ]
    response = Typed("", last_modified=datetime(1, 1, 1, tzinfo=UTC), expires=None)
    assert response.raw_headers[:-2] == [
        (b"last-modified", b"Mon, 01 Jan 0001 00:00:00 GMT"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="last-modified"):
            Typed("", last_modified=value)
