"""Members of one type, joined by commas; an empty list sends nothing."""

from typing import Any

import pytest
from case_header_list.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    ("GET", TypeError),
    (["a,b"], ValueError),
    ([""], ValueError),
]


def stands_on_the_wire() -> None:
    response = Typed("", allow=["GET", "HEAD"], x_days=(1, 2))
    assert response.raw_headers[:-2] == [
        (b"allow", b"GET, HEAD"),
        (b"x-days", b"1, 2"),
        (b"x-tags", b"a"),
    ]
    response = Typed("", allow=[], x_tags=None)
    assert response.raw_headers[:-2] == []


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="allow"):
            Typed("", allow=value)
