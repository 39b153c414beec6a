"""Percent-encoded as the reference's RedirectResponse does."""

from typing import Any

import pytest
from case_header_url.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    (b"/", TypeError),
]


def stands_on_the_wire() -> None:
    response = Typed("", location="/caf\u00e9 %41?q=a b#c")
    assert response.raw_headers[:-2] == [
        (b"location", b"/caf%C3%A9%20%41?q=a%20b#c"),
    ]
    response = Typed("", location="/a\r\nX-B: c")
    assert response.raw_headers[:-2] == [
        (b"location", b"/a%0D%0AX-B:%20c"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="location"):
            Typed("", location=value)
