"""Forms are urlencoded: a list is one pair for each of its items."""

from __future__ import annotations

from typing import Any
from decimal import Decimal
from urllib.parse import parse_qsl, urlencode

import pytest
from case_render_form.api import Form, Token


def is_the_librarys_own_text() -> None:
    content: dict[str, Any] = {
        "name": "Köln & co",
        "tag": ["a", "b"],
        "price": Decimal("1.50"),
        "n": 7,
    }
    response = Form(content)
    assert response.body == urlencode(content, doseq=True).encode()
    label = "application/x-www-form-urlencoded"
    assert response.headers["content-type"] == label


def pairs_may_repeat_a_name() -> None:
    body = bytes(Form([("a", "1"), ("b", "="), ("a", "&")]).body).decode()
    assert parse_qsl(body) == [("a", "1"), ("b", "="), ("a", "&")]


def a_param_stays_in_its_place() -> None:
    assert Token({"a": "1&b=2\r\n"}).body == b"a=1%26b%3D2%0D%0A"


def none_is_refused() -> None:
    with pytest.raises(TypeError, match="text or a number in a form expected"):
        Form({"a": None})  # type: ignore[dict-item] # pyright: ignore[reportArgumentType] # what this is about
