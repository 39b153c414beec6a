"""The document of an application whose routes return the classes of the catalogue."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Any

import pytest
from fastapi import FastAPI
from openapi_spec_validator import validate
from openapi_spec_validator.validation import OpenAPIV31SpecValidator
from pydantic import BaseModel
from starlette.responses import Response

import generated
from generated import answers, common, live, partners, shop
from generated.openapi import Component, inline


def classes() -> list[Any]:
    """All that say what they declare."""
    modules = [
        import_module(f"generated.{m.name}") for m in iter_modules(generated.__path__)
    ]
    found = {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type)
        and issubclass(each, Response)
        and hasattr(each, "openapi")
    }
    return sorted(found, key=lambda each: (each.__module__, each.__name__))


CLASSES = classes()


def document(*routes: Mapping[str, Any]) -> dict[str, Any]:
    """The document of one route each."""
    app = FastAPI()
    for number, options in enumerate(routes):
        app.get(f"/{number}", **options)(lambda: None)
    return app.openapi()


def said(made: dict[str, Any], number: int, status: int) -> dict[str, Any]:
    """What a document says of the status of a route."""
    found: dict[str, Any] = made["paths"][f"/{number}"]["get"]["responses"][str(status)]
    return found


def test_the_catalogue_has_classes() -> None:
    """The tests below have something to test."""
    assert len(CLASSES) > 40


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_class(kind: Any) -> None:
    """A route that returns it, and one that may answer so, make a valid document."""
    made = document(kind.route, {"responses": kind.openapi})
    validate(made, cls=OpenAPIV31SpecValidator)
    for status, about in kind.openapi.items():
        assert said(made, 0, status)["description"] == about["description"]
        assert said(made, 0, status).keys() == said(made, 1, status).keys()


def test_all_of_them_together() -> None:
    """Their components do not get into each other's way."""
    made = document(*(kind.route for kind in CLASSES))
    validate(made, cls=OpenAPIV31SpecValidator)
    assert "itemSchema" not in json.dumps(made)


def test_a_type_of_a_model() -> None:
    """It is a component of its route's document, and whole elsewhere."""
    made = document(shop.BasketJSON.route, {"responses": shop.BasketJSON.openapi})
    schema = said(made, 0, 200)["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/Basket"}
    inside = said(made, 1, 200)["content"]["application/json"]["schema"]
    assert inside["properties"]["lines"]["items"]["required"] == ["sku", "pieces"]


def test_a_written_body() -> None:
    """It is the component of its class; what may be None is left out of it."""
    made = document(answers.Done.route)
    schema = said(made, 0, 200)["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/Done"}
    links = made["components"]["schemas"]["Done"]["properties"]["links"]
    assert links["required"] == ["help"]
    assert links["properties"]["undo"] == {"type": "string"}


def test_problems() -> None:
    """All members are there, with the constants of the class."""
    problems = [
        kind for kind in CLASSES if kind.media_type == "application/problem+json"
    ]
    own = [kind for kind in problems if "type" in vars(kind)]
    assert own
    for kind in own:
        for status, of in kind.openapi.items():
            schema = of["content"]["application/problem+json"]["schema"]
            assert schema["properties"]["type"]["const"] == kind.type
            assert status in schema["properties"]["status"].get("enum", [status])
            assert {"type", "title", "status"} <= {*schema["required"]}


def test_event_streams() -> None:
    """A schema that fits each event, whose data is JSON in a text, and the text that they are."""
    events = live.OrderTracking.openapi[200]["content"]["text/event-stream"]["schema"]
    assert events["type"] == ["string", "object"]
    said = {
        each["properties"]["event"]["const"]: each["properties"]["data"]
        for each in events["anyOf"]
    }
    assert [*said] == ["step", "delivered"]
    assert said["delivered"]["contentMediaType"] == "application/json"
    assert "signed" in said["delivered"]["contentSchema"]["properties"]


def test_json_that_something_else_made() -> None:
    """What it is made of is not known."""
    content = shop.SuggestionsJSON.openapi[200]["content"]
    assert content == {"application/json": {"schema": {}}}


def test_streams() -> None:
    """A text whose items are described."""
    lines = partners.StockFeed.openapi[200]["content"]["application/jsonl"]["schema"]
    assert lines["contentSchema"]["type"] == "array"


def test_media_types_are_those_of_the_classes() -> None:
    """No charset, which is added on the wire: FastAPI's own would stand beside it."""
    assert [*common.Page.openapi[200]["content"]] == ["text/html"]


class Leaf(BaseModel):
    """A model without models."""

    name: str


class Tree(BaseModel):
    """A model that has itself."""

    leaves: list[Leaf] = []
    branches: list[Tree] = []


def test_recursion_is_open() -> None:
    """What is written out ends where it would begin anew."""
    branches = inline(Tree)["properties"]["branches"]
    assert branches["items"] == {}
    assert inline(Tree)["properties"]["leaves"]["items"]["required"] == ["name"]


class Unknown:
    """Pydantic knows nothing of it."""


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        pytest.param(Unknown, {}, id="a class"),
        pytest.param(list[Unknown], {"type": "array", "items": {}}, id="a list"),
        pytest.param(
            dict[str, Unknown],
            {"type": "object", "additionalProperties": {}},
            id="a mapping",
        ),
        pytest.param(Unknown | None, {"anyOf": [{}, {"type": "null"}]}, id="a union"),
    ],
)
def test_what_pydantic_does_not_know(kind: Any, schema: dict[str, Any]) -> None:
    """It is open, and so is a part."""
    assert inline(kind) == schema


def test_a_type_that_is_not_there() -> None:
    """The document is made without it, and says so to whoever makes it."""

    def schema(of: Any) -> dict[str, Any]:
        raise ImportError("No module named 'shop.gone'")

    model = Annotated[Any, Component(Response, schema)]
    route = {"responses": {200: {"model": model, "description": "One."}}}
    with pytest.warns(UserWarning, match=r"leaves a schema open: .*'shop.gone'"):
        made = document(route)
    schema_said = said(made, 0, 200)["content"]["application/json"]["schema"]
    assert schema_said.keys() == {"title"}


def test_reading_a_schema() -> None:
    """What is made later reads as any dictionary does."""
    schema = shop.BasketJSON.openapi[200]["content"]["application/json"]["schema"]
    assert json.loads(json.dumps(schema)) == schema
    again = shop.BasketJSON.openapi[200]["content"]["application/json"]["schema"]
    assert {**again} == dict(schema) == again.copy()
    assert "properties" in again
    assert again.get("title") == "Basket"
    assert len(again) == len([*again]) == len(again.keys()) == len(again.values())
    assert repr(again).startswith("{")


def test_a_copy_of_a_response_is_whole() -> None:
    """Older versions of FastAPI copy the outermost mapping alone."""
    copied = shop.BasketJSON.openapi[200].copy()
    schema = copied["content"]["application/json"]["schema"]
    assert type(schema) is dict
    assert schema["title"] == "Basket"
