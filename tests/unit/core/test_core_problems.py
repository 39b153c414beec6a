"""A problem's body is the JSON of its members."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.core.problems import problem_body

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=5,
).filter(lambda value: value not in (float("inf"), float("-inf")))
NAMES = st.from_regex(r"[a-z_]{3,9}", fullmatch=True)


class Word(StrEnum):
    """A text that says of itself what it likes."""

    GONE = "gone"


@given(
    st.none() | TEXT, st.none() | TEXT, TEXT, st.dictionaries(NAMES, VALUES, max_size=3)
)
def test_the_body_is_the_json_of_the_members(
    detail: str | None, instance: str | None, title: str, extensions: dict[str, Any]
) -> None:
    """In their order, without those that are None."""
    members = {
        "type": "about:blank",
        "title": title,
        "status": 400,
        "detail": detail,
        "instance": instance,
        **extensions,
    }
    try:
        body = problem_body(**members)
    except ValueError:
        with pytest.raises(ValueError, match="not JSON compliant"):
            json.dumps(members, allow_nan=False)
        return
    kept = {name: value for name, value in members.items() if value is not None}
    assert body == json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize("name", ["detail", "instance"])
@pytest.mark.parametrize("value", [7, b"text", ["text"], {"a": 1}, True])
def test_detail_and_instance_are_text(name: str, value: object) -> None:
    members: dict[str, object] = {"detail": None, "instance": None, name: value}
    with pytest.raises(TypeError, match=name):
        problem_body(type="about:blank", **members)


def test_a_text_of_ones_own_class_is_what_it_holds() -> None:
    body = problem_body(detail=Word.GONE, instance=None)
    assert json.loads(body) == {"detail": "gone"}


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        problem_body(detail=None, instance=None, accounts={1, 2})
