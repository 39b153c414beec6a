"""Data that a route returns reaches classes that render it themselves as their constructors would get it."""

import warnings
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, FastAPI, Response
from pydantic import BaseModel, Field

from tests.behaviour.applications import Server, package, running
from tests.behaviour.serving import Implementation

SCHEMA = f"""
responses:
  Items: {{media_type: application/json, content: "list[{__name__}.Item]", render: pydantic}}
  Label: {{media_type: text/plain, content: "{__name__}.Item", render: "{__name__}:label"}}
  Anything: {{media_type: application/json, content: Any, render: pydantic}}
  Named: {{media_type: application/json, content: Any, render: {{pydantic: {{by_alias: true}}}}}}
  Plain: {{media_type: application/json, content: "dict[str, str]"}}
"""


class Item(BaseModel):
    sku: str = Field(serialization_alias="SKU")


class Costly(Item):
    cost: int = 3


def label(item: Item) -> bytes:
    return f"sku {item.sku}".encode()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package(tmp_path_factory.mktemp("data"), "fastapi", shop=SCHEMA)["shop"]


def application(shop: ModuleType) -> FastAPI:
    module: Any = import_module(f"{shop.__package__}.openapi")
    app, router = FastAPI(), APIRouter(route_class=module.CatalogueRoute)

    @router.get("/items", response_class=shop.Items)
    def items(response: Response) -> list[Item]:
        response.headers["X-Trace"] = "abc"
        return [Item(sku="a")]

    @router.get("/mappings", response_class=shop.Items)
    def mappings() -> list[Item]:
        return [{"sku": "a"}]  # type: ignore[list-item]  # as rows of a database are

    @router.get("/unannotated", response_class=shop.Items)
    def unannotated():  # type: ignore[no-untyped-def]  # as people write it
        return [Item(sku="a")]

    @router.get("/label")
    def labelled() -> Annotated[Item, shop.Label]:
        return Item(sku="a")

    @router.get("/wrong", response_class=shop.Items)
    def wrong() -> list[Item]:
        return [{"name": "a"}]  # type: ignore[list-item]  # wrong on purpose

    @router.get("/public", response_class=shop.Anything)
    def public() -> Item:
        return Costly(sku="a")

    @router.get("/publics", response_class=shop.Named)
    def publics() -> list[Item]:
        return [Costly(sku="a"), Item(sku="b")]

    @router.get("/stated", response_class=shop.Items, response_model=list[Costly])
    def stated() -> Any:
        return [{"sku": "a", "cost": 4}]

    options: Any = {"response_model_exclude": {"cost"}}

    @router.get("/excluded", response_class=shop.Anything, **options)
    def excluded() -> Costly:
        return Costly(sku="a")

    @router.get("/excluded-named", response_class=shop.Named, **options)
    def excluded_named() -> Costly:
        return Costly(sku="a")

    @router.get("/plain", response_class=shop.Plain)
    def plain() -> Item:
        return Item(sku="a")

    app.include_router(router)
    app.include_router(router, prefix="/again")
    return app


@pytest.fixture(scope="module", params=["h11", "httptools"])
def server(request: pytest.FixtureRequest, shop: ModuleType) -> Iterator[Server]:
    implementation: Implementation = request.param
    with running(application(shop), implementation) as found:
        yield found


@pytest.mark.parametrize("prefix", ["", "/again"])
@pytest.mark.parametrize("path", ["/items", "/mappings", "/unannotated"])
def test_pydantic_gets_models(server: Server, prefix: str, path: str) -> None:
    """They are dumped once, as the class dumps what its constructor gets."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reply = server.ask("GET", prefix + path)
    assert (reply.status, reply.json) == (200, [{"sku": "a"}])


def test_the_injected_fields_are_there(server: Server) -> None:
    """Both are handed on."""
    assert server.ask("GET", "/items").headers["x-trace"] == "abc"


def test_a_function_gets_what_it_asks_for(server: Server) -> None:
    """An instance of the type that it names."""
    assert server.ask("GET", "/label").body == b"sku a"


def test_data_is_validated_still(server: Server) -> None:
    """By the type that the annotation names."""
    assert server.ask("GET", "/wrong").status == 500


@pytest.mark.parametrize("prefix", ["", "/again"])
@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/public", {"sku": "a"}),
        ("/publics", [{"SKU": "a"}, {"SKU": "b"}]),
        ("/stated", [{"SKU": "a", "cost": 4}]),
        ("/excluded", {"SKU": "a"}),
        ("/excluded-named", {"SKU": "a"}),
    ],
)
def test_only_what_the_route_names_is_sent(
    server: Server, prefix: str, path: str, sent: object
) -> None:
    """Its type or its options leave out what is there, as FastAPI does."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reply = server.ask("GET", prefix + path)
    assert (reply.status, reply.json) == (200, sent)


def test_others_get_what_fastapi_makes_of_it(server: Server) -> None:
    """JSON of any renderer is made of mappings."""
    assert server.ask("GET", "/plain").json == {"SKU": "a"}


def test_what_is_sent_is_documented(shop: ModuleType) -> None:
    """The schema is that of the class, whose bytes are sent."""
    paths = application(shop).openapi()["paths"]
    for path in ("/items", "/again/items"):
        body = paths[path]["get"]["responses"]["200"]["content"]["application/json"]
        assert [*body["schema"]["items"]["properties"]] == ["sku"]
