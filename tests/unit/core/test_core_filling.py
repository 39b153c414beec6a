"""Templates of field values: what goes in at a place stays there."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.core.filling import filled, filled_nonce, filled_url

MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)
NO_TEXT: list[Any] = [None, b"a", bytearray(b"a"), memoryview(b"a"), [], (), {}, set()]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b", "a b"),
        (7, "7"),
        (True, "true"),
        (1.5, "1.5"),
        (Decimal("1.50"), "1.50"),
        (MOMENT, "2026-01-31T12:00:00+00:00"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ("{0}", "{0}"),
    ],
    ids=str,
)
def test_values_become_text(value: object, text: str) -> None:
    """As people read them; braces in a value are no places."""
    assert filled("X-A", "<{}> {{}}", value) == f"<{text}> {{}}"


@pytest.mark.parametrize("value", NO_TEXT, ids=lambda value: type(value).__name__)
def test_no_plain_text(value: object) -> None:
    """What has no plain text is a mistake of the caller's, named by the field."""
    with pytest.raises(TypeError, match="X-A"):
        filled("X-A", "{}", value)
    with pytest.raises(TypeError, match="X-A"):
        filled_url("X-A", "{}", value)


@given(st.text(min_size=1).filter(lambda text: text not in (".", "..")))
def test_a_value_stays_one_part_of_the_url(value: str) -> None:
    """No value adds a segment, a query or a fragment, and it reads back as it was."""
    try:
        url = filled_url("Location", "/a/{}/b?c={}#d", value, value)
    except ValueError:
        assert any("\ud800" <= character <= "\udfff" for character in value)
        return
    parts = urlsplit(url)
    _, first, segment, last = parts.path.split("/")
    assert (first, unquote(segment), last) == ("a", value, "b")
    assert unquote(parts.query.removeprefix("c=")) == value
    assert parts.fragment == "d"


@pytest.mark.parametrize("value", ["", ".", "..", "\ud800"], ids=ascii)
def test_no_part_of_a_url(value: str) -> None:
    """An empty segment and steps in the path would name another resource."""
    with pytest.raises(ValueError, match="Location"):
        filled_url("Location", "/a/{}", value)


@pytest.mark.parametrize("value", ["abc", "a+/b==", "a_-b="])
def test_nonces(value: str) -> None:
    """A base64 value, in either alphabet."""
    assert filled_nonce("CSP", "'nonce-{}'", value) == f"'nonce-{value}'"


@given(st.text().filter(lambda text: not text.strip("=").isalnum()))
def test_no_nonces(value: str) -> None:
    """Nothing leaves the quotes around a nonce, and the message does not tell it."""
    letters = value.replace("-", "a").replace("_", "a").replace("+", "a")
    if letters.replace("/", "a").rstrip("=").isalnum() and letters.isascii():
        return
    with pytest.raises(ValueError, match="nonce") as caught:
        filled_nonce("CSP", "'nonce-{}'", value)
    assert len(value) < 4 or value not in str(caught.value)
