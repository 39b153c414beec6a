"""A header's value with places for params, encoded so that nothing leaves its place."""

from typing import Any
from uuid import UUID

import pytest
from case_header_template.api import Created

ID = UUID("12345678-1234-5678-1234-567812345678")


def stands_on_the_wire() -> None:
    assert Created(item_id=7, page="a/b&c=d").raw_headers[:-2] == [
        (b"location", b"/items/7"),
        (b"content-location", b"/items/7?page=a%2Fb%26c%3Dd"),
        (b"x-version", b"v3"),
        (b"x-trace", b"{7}"),
        (b"content-disposition", b'attachment; filename="item-7.txt"'),
    ]


def leaves_out_what_lacks_a_param() -> None:
    response = Created(item_id=ID)
    assert response.headers["location"] == f"/items/{ID}"
    assert "content-location" not in response.headers


def keeps_the_param() -> None:
    assert Created(item_id=ID).item_id == ID


def refuses_what_is_no_part_of_a_url() -> None:
    wrong: list[tuple[Any, type[Exception]]] = [
        ("", ValueError),
        ("..", ValueError),
        (None, TypeError),
        (b"7", TypeError),
        ([7], TypeError),
    ]
    for value, error in wrong:
        with pytest.raises(error, match="location"):
            Created(item_id=value)


def callers_may_replace_it() -> None:
    response = Created(item_id=7, headers={"LOCATION": "/elsewhere"})
    assert response.raw_headers[0] == (b"location", b"/elsewhere")
    with pytest.raises(ValueError, match="content-location"):
        Created(item_id=7, headers={"Content-Location": "/elsewhere"})


def a_param_whose_type_takes_none_is_left_out_too() -> None:
    assert Created(item_id=7, version=None).headers.get("x-version") is None
    assert Created(item_id=7, version=3).headers["x-version"] == "v3"
