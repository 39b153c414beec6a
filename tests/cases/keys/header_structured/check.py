"""Structured fields (RFC 9651): arguments and constants go out in canonical form."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from case_header_structured._support import InnerList, Item, Token
from case_header_structured.api import Constant, Structured

WRONG: list[tuple[str, Any, type[Exception]]] = [
    ("x_string", "é", ValueError),
    ("x_token", "a b", ValueError),
    ("x_integer", 10**15, ValueError),
    ("x_decimal", 10.0**12, ValueError),
    ("x_boolean", "yes", TypeError),
    ("x_bytes", "text", TypeError),
    ("x_date", datetime(2026, 1, 31), ValueError),
    ("x_list", "a lone text", TypeError),
    ("x_dict", {"Upper": 1}, ValueError),
]


def stands_on_the_wire() -> None:
    response = Structured(
        "",
        x_string='a "b"',
        x_token="gzip",
        x_integer=-7,
        x_decimal=Decimal("2.5"),
        x_boolean=False,
        x_bytes=b"hi",
        x_date=datetime(2026, 1, 31, tzinfo=UTC),
        x_list=["a", Item(Token("b"), {"q": 0.5}), InnerList([1, 2], {"n": True})],
        x_dict={"a": 1, "b": True, "c": [Token("x")]},
    )
    assert response.raw_headers[:-2] == [
        (b"x-string", b'"a \\"b\\""'),
        (b"x-token", b"gzip"),
        (b"x-integer", b"-7"),
        (b"x-decimal", b"2.5"),
        (b"x-boolean", b"?0"),
        (b"x-bytes", b":aGk=:"),
        (b"x-date", b"@1769817600"),
        (b"x-list", b'"a", b;q=0.5, (1 2);n'),
        (b"x-dict", b"a=1, b, c=(x)"),
    ]


def an_empty_list_sends_nothing() -> None:
    assert Structured("", x_list=[], x_dict={}).raw_headers[:-2] == []


def constants_are_canonical() -> None:
    assert Constant("").raw_headers[:-2] == [
        (b"x-string", b'"say \\"hi\\""'),
        (b"x-bytes", b":aGVsbG8=:"),
        (b"accept-ch", b"Sec-CH-UA, DPR;q=0.5"),
        (b"x-limits", b"burst=10;w=60, quota=5"),
    ]


def refuses_what_is_none() -> None:
    for parameter, value, error in WRONG:
        with pytest.raises(error, match=parameter.replace("_", "-")):
            Structured("", **{parameter: value})
