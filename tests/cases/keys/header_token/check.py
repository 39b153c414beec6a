"""Tokens (RFC 9110 5.6.2)."""

from typing import Any

import pytest
from case_header_token.api import Typed

WRONG: list[tuple[Any, type[Exception]]] = [
    ("en GB", ValueError),
    ("", ValueError),
]


def stands_on_the_wire() -> None:
    response = Typed("", content_language="en-GB")
    assert response.raw_headers[:-2] == [
        (b"content-language", b"en-GB"),
        (b"x-b", b"gzip"),
    ]


def refuses_what_is_none() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="content-language"):
            Typed("", content_language=value)
