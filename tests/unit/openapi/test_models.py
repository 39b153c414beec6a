"""The types in bodies become components of the document, and are imported when it is made."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from fastapi import FastAPI

from tests.behaviour.applications import package

SCHEMA = """
responses:
  One:
    media_type: application/json
    status_code: 201
    content: "routed_models.Item"
    render: pydantic
  Also: {extends: One}
  Counts: {media_type: application/json, status_code: 201, content: "dict[str, int]"}
  Many: {extends: One, status_code: 200, content: "list[routed_models.Item]"}
  Anything: {media_type: application/json, status_code: 201}
"""
MODELS = """
from pydantic import BaseModel


class Item(BaseModel):
    sku: str
"""
REFERENCE = {"$ref": "#/components/schemas/Item"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("models")
    (folder / "routed_models.py").write_text(MODELS, encoding="utf-8")
    sys.path.insert(0, str(folder))
    return package(folder, "fastapi", shop=SCHEMA)["shop"]


def document(shop: ModuleType, annotation: object, **stated: Any) -> dict[str, Any]:
    """The document of an application whose one route has this return annotation."""
    module: Any = import_module(f"{shop.__package__}.openapi")

    def endpoint() -> None:
        return None

    endpoint.__annotations__["return"] = annotation
    app = FastAPI()
    app.router.route_class = module.CatalogueRoute
    app.get("/", **stated)(endpoint)
    assert "routed_models" not in sys.modules
    made = app.openapi()
    sys.modules.pop("routed_models", None)
    return made


def schema(document: dict[str, Any], status: str) -> dict[str, Any]:
    """That of a response's body."""
    response = document["paths"]["/"]["get"]["responses"][status]
    found: dict[str, Any] = response["content"]["application/json"]["schema"]
    found.pop("title", None)
    return found


def test_a_body_is_a_component(shop: ModuleType) -> None:
    """What the route is registered with knows nothing of the model."""
    made = document(shop, shop.One)
    assert schema(made, "201") == REFERENCE
    assert [*made["components"]["schemas"]] == ["Item"]


def test_bodies_of_other_statuses_are_components(shop: ModuleType) -> None:
    """Where they have the media type of the route's class."""
    made = document(shop, shop.One | shop.Many)
    assert schema(made, "201") == REFERENCE
    assert schema(made, "200") == {"type": "array", "items": REFERENCE}


def test_bodies_of_one_status_are_alternatives(shop: ModuleType) -> None:
    """Both are components; the same one is there once."""
    made = document(shop, shop.One | shop.Counts | shop.Also)
    other = {"$ref": "#/components/schemas/Counts"}
    assert schema(made, "201") == {"oneOf": [REFERENCE, other]}
    assert schema(document(shop, shop.One | shop.Also), "201") == REFERENCE


def test_a_body_that_may_be_anything_leaves_the_schema_open(shop: ModuleType) -> None:
    """It would match beside any other."""
    assert schema(document(shop, shop.One | shop.Anything), "201") == {}


@pytest.mark.parametrize("stated", [{}, {"responses": {204: {"links": {}}}}])
def test_a_status_without_a_body_has_no_schema(
    shop: ModuleType, stated: dict[str, Any]
) -> None:
    """Where a route states one, with what it states of it."""
    made = document(shop, shop.One, status_code=204, **stated)
    assert "content" not in made["paths"]["/"]["get"]["responses"]["204"]


def test_other_media_types_have_their_schemas_inline(shop: ModuleType) -> None:
    """FastAPI has room for a model under one media type."""
    module: Any = import_module(f"{shop.__package__}.openapi")
    app = FastAPI(responses=module.responses_of(shop.One, shop.Counts))

    @app.get("/")
    def plain() -> str:
        return ""

    one, other = schema(app.openapi(), "201")["oneOf"]
    assert one["properties"]["sku"]["type"] == "string"
    assert other["additionalProperties"] == {"type": "integer"}
