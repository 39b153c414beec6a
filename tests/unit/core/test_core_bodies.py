"""Bodies."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import JSONResponse

from respgen.core.bodies import json_body, nulls_for_nan, text_body

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def trees(numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """JSON values over the given floats."""
    leaves = st.none() | st.booleans() | st.integers() | numbers | TEXT
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner) | st.tuples(inner),
        max_leaves=12,
    )


@given(trees(st.floats(allow_nan=False, allow_infinity=False)))
def test_json(content: Any) -> None:
    """The bytes of the reference's JSONResponse, exactly."""
    assert json_body(content) == JSONResponse(content).body


@given(trees(st.floats()))
def test_nulls(content: Any) -> None:
    """Every NaN and infinity is null, nothing else changes, and the content stays as it is."""
    before = repr(content)
    lenient = json.loads(json.dumps(content), parse_constant=lambda _: None)
    assert json.loads(json_body(nulls_for_nan(content))) == lenient
    assert repr(content) == before


@pytest.mark.parametrize(
    "wrong", [math.nan, math.inf, [-math.inf], {"a": math.nan}, "\ud800"]
)
def test_json_refuses(wrong: object) -> None:
    """What is not valid JSON is a ValueError, as in the reference."""
    with pytest.raises(ValueError, match=r"not JSON compliant|surrogates"):
        json_body(wrong)


@pytest.mark.parametrize("wrong", [b"a", {1, 2}, object(), {"a": 1j}, {(1,): 1}])
def test_json_wrong_types(wrong: object) -> None:
    """What JSON cannot hold is a TypeError, as in the reference."""
    with pytest.raises(TypeError):
        json_body(wrong)


@pytest.mark.parametrize(
    ("content", "charset", "body"),
    [
        (None, "utf-8", b""),
        ("é", "utf-8", b"\xc3\xa9"),
        ("é", "latin-1", b"\xe9"),
        (b"\xff", "utf-8", b"\xff"),
        (memoryview(b"abcd")[::2], "utf-8", b"ac"),
        (memoryview(b"abcd").cast("I"), "utf-8", b"abcd"),
    ],
)
def test_text(content: str, charset: str, body: bytes) -> None:
    """Text in its charset, bytes and memory as they are, nothing for None."""
    assert text_body(content, charset) == body


@pytest.mark.parametrize("wrong", [1, ["a"], {"a": 1}, bytearray(b"a"), object()])
def test_text_wrong_types(wrong: str) -> None:
    """Other types are a TypeError that names the content."""
    with pytest.raises(TypeError, match="content: "):
        text_body(wrong, "utf-8")


def test_text_beyond_its_charset() -> None:
    """Text that the charset cannot hold is a ValueError."""
    with pytest.raises(ValueError, match="latin-1"):
        text_body("\u20ac", "latin-1")
