"""Responses of several classes are one value of FastAPI's `responses=`."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi.responses import JSONResponse

from generated.common import Created, Problem, Unauthorized
from generated.openapi import Later, expose_headers, responses_of
from respgen.openapi.merging import together

TEXT = {"type": "string"}
WHOLE = {"type": "integer"}


def test_statuses_are_side_by_side() -> None:
    """Each class has its own, and the default is said last."""
    made = responses_of(Created, Unauthorized, default=Problem)
    assert [*made] == [201, 401, "default"]
    assert made[201] == Created.openapi[201]
    assert made["default"] == Problem.openapi[400]


def test_a_default_is_described_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of each of its statuses a class may say no more than the phrase."""
    said = {400: {"description": "Bad Request"}, 404: {"description": "Not Found"}}
    known = SimpleNamespace(responses=said)
    monkeypatch.setattr("generated.openapi.sends", lambda kind: known)
    made = responses_of(default=Problem)["default"]
    assert made["description"] == "Any other response"


def test_a_class_is_listed_once() -> None:
    """However often it is named."""
    assert responses_of(Created, Created) == responses_of(Created)


def test_other_classes_are_refused() -> None:
    """They say nothing."""
    with pytest.raises(TypeError, match=r"responses_of\(\) takes generated classes"):
        responses_of(JSONResponse)
    with pytest.raises(TypeError, match="not <class"):
        responses_of(Created, default=JSONResponse)


def test_media_types_are_side_by_side() -> None:
    """Those of the same name are one of the schemas, each once."""
    first = {"description": "A.", "content": {"a/b": {"schema": TEXT}}}
    second = {"description": "B.", "content": {"a/b": {"schema": WHOLE}, "c/d": {}}}
    assert together([first, second, first]) == {
        "description": "A.\n\nB.",
        "content": {"a/b": {"schema": {"oneOf": [TEXT, WHOLE]}}, "c/d": {}},
    }


def test_examples_of_the_same_name_are_both_there() -> None:
    """The later one is numbered; the same one is there once."""
    said = [
        {"description": "", "content": {"a/b": {"examples": {"known": {"value": n}}}}}
        for n in (1, 2, 1)
    ]
    assert together(said)["content"]["a/b"]["examples"] == {
        "known": {"value": 1},
        "known_2": {"value": 2},
    }


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (
            [{"X-A": {"required": True, "schema": TEXT}}] * 2,
            {"X-A": {"required": True, "schema": TEXT}},
        ),
        (
            [{"X-A": {"required": True, "schema": TEXT}}, {}],
            {"X-A": {"schema": TEXT}},
        ),
        (
            [
                {"X-A": {"required": True, "schema": TEXT}},
                {"x-a": {"schema": WHOLE}},
            ],
            {"X-A": {"schema": {"anyOf": [TEXT, WHOLE]}}},
        ),
        (
            [
                {"X-A": {"description": "One.", "schema": TEXT, "example": "a"}},
                {"X-A": {"description": "Two.", "schema": TEXT, "example": "b"}},
            ],
            {"X-A": {"description": "One.\n\nTwo.", "schema": TEXT}},
        ),
    ],
    ids=["required_by_both", "sent_by_one", "two_schemas", "two_examples"],
)
def test_headers_of_all_are_listed(
    headers: list[dict[str, Any]], expected: dict[str, Any]
) -> None:
    """A client can count on those that all require, whatever the case of their names."""
    said = [{"description": "", "headers": each} for each in headers]
    assert together(said)["headers"] == expected


def test_headers_that_scripts_may_not_read_are_exposed() -> None:
    """Not those that they may read anyway, nor cookies."""
    exposed = expose_headers(Created, Unauthorized)
    assert {"Location", "WWW-Authenticate", "X-Request-ID"} <= {*exposed}
    assert not {"Cache-Control", "Content-Type", "Set-Cookie"} & {*exposed}


def test_what_is_read_may_be_changed() -> None:
    """Nobody else reads what somebody writes there, at any depth."""
    before = json.dumps(responses_of(Created, Problem))
    said = responses_of(Created, Problem)
    said[201]["headers"]["Location"]["description"] = "changed"
    media = said[400]["content"]["application/problem+json"]
    media["schema"]["title"] = media["example"] = "changed"
    assert json.dumps(responses_of(Created, Problem)) == before
    assert json.dumps(said).count("changed") == 3


def test_types_are_looked_at_when_the_document_is_made() -> None:
    """A copy leaves them alone."""
    schema = responses_of(Problem)[400]["content"]["application/problem+json"]["schema"]
    assert isinstance(schema, Later)
    assert "made" not in vars(schema)
