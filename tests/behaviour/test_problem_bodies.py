"""Problems send what a mapping of their members would, whatever their callers give."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.responses import JSONResponse

from tests.behaviour.applications import package
from tests.behaviour.running import TARGETS

SCHEMA = r"""
problems:
  base: {type_prefix: "https://shop.example/problems/"}
  Plain:
    type: plain
    title: "\"Quotes\", \\ and {braces}: é, \u2028 and 🫖"
    status: 403
    extensions:
      text: str
      number: "int | float"
      listed: "list[str]"
      anything: {type: JsonValue, required: false}
  Filled:
    type: filled
    title: Filled
    status: 409
    detail: "{{{text}}}: \"{number}\" % {text} é"
    extensions: {text: str, number: int}
  Several: {status: [400, 422, 499], title: It, type: "tag:shop.example,2026:it"}
"""
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=4,
)


@pytest.fixture(scope="module", params=TARGETS)
def shop(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> ModuleType:
    folder = tmp_path_factory.mktemp("bodies")
    return package(folder, request.param, shop=SCHEMA)["shop"]


def same(response: Any, members: dict[str, Any]) -> None:
    """Bytes, status and fields are those of Starlette's class."""
    kept = {name: value for name, value in members.items() if value is not None}
    plain = JSONResponse(kept, members["status"], media_type="application/problem+json")
    assert bytes(response.body) == plain.body
    assert response.raw_headers == plain.raw_headers
    assert response.status_code == plain.status_code


@settings(max_examples=25)
@given(data=st.data())
def test_members_are_sent_as_json(shop: ModuleType, data: st.DataObject) -> None:
    detail = data.draw(st.none() | TEXT)
    instance = data.draw(st.none() | TEXT)
    extensions = {
        "text": data.draw(TEXT),
        "number": data.draw(st.integers() | st.floats(-1e9, 1e9)),
        "listed": data.draw(st.lists(TEXT)),
        "anything": data.draw(st.none() | JSON),
    }
    response = shop.Plain(detail, instance=instance, **extensions)
    about = {"type": shop.Plain.type, "title": shop.Plain.title, "status": 403}
    same(response, {**about, "detail": detail, "instance": instance, **extensions})


@settings(max_examples=25)
@given(TEXT, st.integers())
def test_a_detail_is_filled_with_what_is_sent(
    shop: ModuleType, text: str, number: int
) -> None:
    """The placeholders are the extensions' own text, and nothing in it is a placeholder."""
    response = shop.Filled(text=text, number=number)
    detail = f'{{{text}}}: "{number}" % {text} é'
    about = {"type": shop.Filled.type, "title": "Filled", "status": 409}
    same(response, {**about, "detail": detail, "text": text, "number": number})


@pytest.mark.parametrize("status", [400, 422, 499])
def test_a_status_is_the_one_that_is_sent(shop: ModuleType, status: int) -> None:
    response = shop.Several("What?", status)
    assert json.loads(bytes(response.body))["status"] == response.status_code == status


def test_core_has_no_exceptions(tmp_path_factory: pytest.TempPathFactory) -> None:
    """It has no framework whose exception they could be."""
    folder = tmp_path_factory.mktemp("core")
    core = package(folder, "core", shop=SCHEMA)["shop"]
    assert not hasattr(core.Plain, "Error")
