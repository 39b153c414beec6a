"""The document of an application says what its validation errors are answered with."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from types import ModuleType
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends, FastAPI, Header, Query, routing
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from pydantic import BaseModel
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient

from tests.behaviour.applications import package

SCHEMA = """
problems:
  base: {headers: {use: [no_store]}}
  Problem: {status: [400, 500]}
  Invalid: {status: 422, title: Look again., extensions: {errors: "list[dict[str, str]]"}}
errors: {http: Problem, validation: Invalid}
"""
WRITTEN = (
    "{status: [400, 404]}",
    "{status: 500}",
    "{status: [400, 404], type: https://shop.example/p, title: It failed., detail: Sorry.}",
)
OTHER_STATUS = """
problems:
  Invalid: {status: [400, 409], extensions: {errors: "list[dict[str, str]]"}}
errors: {validation: Invalid}
"""
OWN_RESPONSE = {
    "description": "Validation Error",
    "content": {
        "application/json": {
            "schema": {"$ref": "#/components/schemas/HTTPValidationError"}
        }
    },
}
OWN = "#/components/schemas/HTTPValidationError"


class Item(BaseModel):
    name: str


class ValidationError(BaseModel):
    mine: int


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package(tmp_path_factory.mktemp("shop"), "fastapi", shop=SCHEMA)["shop"]


def said(document: dict[str, Any]) -> dict[str, list[str]]:
    """The statuses of each operation."""
    return {
        f"{method} {path}": [*operation["responses"]]
        for path, item in document["paths"].items()
        for method, operation in item.items()
    }


def test_every_operation_that_reads_something(shop: ModuleType) -> None:
    """Parameters, bodies and dependencies can fail, at any depth of routers; all else cannot."""
    app = FastAPI()

    def reads(x_key: Annotated[str, Header()]) -> None: ...

    def hidden(key: Annotated[str, Query(include_in_schema=False)]) -> None: ...

    inner, outer = APIRouter(), APIRouter(prefix="/outer")
    app.get("/plain")(lambda: None)
    app.get("/hidden", dependencies=[Depends(hidden)])(lambda: None)
    app.get("/unlisted/{number}", include_in_schema=False)(lambda number: None)
    inner.get("/")(lambda: None)
    inner.post("/")(writer)
    outer.include_router(inner, prefix="/free")
    outer.include_router(inner, prefix="/bound", dependencies=[Depends(reads)])

    app.include_router(outer, prefix="/api")
    shop.install_error_handlers(app)

    @app.get("/later/{number}", responses={"default": {"description": "Else"}})
    def later(number: int) -> None: ...

    document = app.openapi()
    assert said(document) == {
        "get /plain": ["200"],
        "get /hidden": ["200", "422"],
        "get /api/outer/free/": ["200"],
        "post /api/outer/free/": ["200", "422"],
        "get /api/outer/bound/": ["200", "422"],
        "post /api/outer/bound/": ["200", "422"],
        "get /later/{number}": ["200", "default", "422"],
    }
    assert OWN not in str(document)
    assert [*document["components"]["schemas"]] == ["Item"]


def test_it_is_what_is_sent(shop: ModuleType) -> None:
    """Under that status, with those headers and that body, in a valid document."""
    app = FastAPI()
    app.get("/{number}")(reader)
    shop.install_error_handlers(app)
    with TestClient(app) as client:
        [item] = client.get("/openapi.json").json()["paths"].values()
        reply = client.get("/x")
    documented = item["get"]["responses"][str(reply.status_code)]
    assert documented == shop.Invalid.openapi[422]
    for name, header in documented["headers"].items():
        assert reply.headers[name] == header["example"]
    content = documented["content"][reply.headers["content-type"]]
    Draft202012Validator(content["schema"]).validate(reply.json())
    validate(app.openapi())


@pytest.mark.parametrize("written", WRITTEN)
def test_other_statuses_of_what_answers_all(tmp_path: Any, written: str) -> None:
    """What answers every HTTPException has no status, and no type, that is always its own."""
    schema = f"problems:\n  Problem: {written}\nerrors: {{http: Problem}}"
    shop = package(tmp_path, "fastapi", shop=schema)["shop"]
    app = FastAPI()
    shop.install_error_handlers(app)
    [*_, documented] = shop.Problem.openapi.values()
    found = documented["content"]["application/problem+json"]["schema"]
    client = TestClient(app)
    other, own = client.post("/docs"), shop.Problem()
    assert other.json() == {
        "type": "about:blank",
        "title": "Method Not Allowed",
        "status": 405,
    }
    for sent in (other.json(), json.loads(own.body)):
        Draft202012Validator(found).validate(sent)


def reader(number: int) -> None: ...


def writer(item: Item) -> None: ...


@pytest.mark.skipif(
    not hasattr(routing, "iter_route_contexts"),
    reason="this version of FastAPI copies the routes of routers",
)
def test_routes_that_come_late(shop: ModuleType) -> None:
    """A router's routes count when the document is made, not when it is included."""
    app, router = FastAPI(), APIRouter()
    app.include_router(router, prefix="/api")
    shop.install_error_handlers(app)
    for number in range(2):
        router.get(f"/{number}/{{number}}")(reader)
        assert {*map(tuple, said(app.openapi()).values())} == {("200", "422")}
    assert len(said(app.openapi())) == 2


def test_a_route_that_states_the_same(shop: ModuleType) -> None:
    """It is said once."""
    app = FastAPI()
    app.get("/{number}", responses=shop.Invalid.openapi)(reader)
    shop.install_error_handlers(app)
    assert app.openapi()["paths"]["/{number}"]["get"]["responses"]["422"] == (
        shop.Invalid.openapi[422]
    )


def test_a_route_that_states_something_else(shop: ModuleType) -> None:
    """What it states under the status stays, with what is sent beside it."""
    app, alone = FastAPI(), shop.Invalid.openapi[422]
    mine = {
        "description": "Mine",
        "headers": {"X-Mine": {"schema": {"type": "string"}}},
        "content": {"text/plain": {"schema": {"type": "string"}}},
    }
    app.get("/{number}", responses={422: mine})(reader)
    shop.install_error_handlers(app)
    for document in (app.openapi(), app.openapi()):
        found = document["paths"]["/{number}"]["get"]["responses"]["422"]
        assert found["description"] == f"Mine\n\n{alone['description']}"
        assert {*found["headers"]} == {"X-Mine", *alone["headers"]}
        assert "required" not in found["headers"]["Cache-Control"]
        assert {*found["content"]} == {"text/plain", *alone.get("content", {})}


def test_another_status(tmp_path: Any) -> None:
    """What answers may have no 422: then the document has none."""
    other = package(tmp_path, "fastapi", other=OTHER_STATUS)["other"]
    app = FastAPI()
    app.get("/{number}")(reader)
    other.install_error_handlers(app)
    assert said(app.openapi()) == {"get /{number}": ["200", "400"]}
    assert TestClient(app).get("/x").status_code == 400


def test_others_answer_callbacks_and_webhooks(shop: ModuleType) -> None:
    """They say what they said, and FastAPI's components stay for them."""
    calls, app = APIRouter(), FastAPI()
    calls.post("{$request.body#/url}")(reader)
    app.post("/", callbacks=calls.routes)(reader)
    app.webhooks.post("news")(reader)
    before = deepcopy(app.openapi())
    app.openapi_schema = None
    shop.install_error_handlers(app)
    after = app.openapi()
    for document in (before, after):
        del document["paths"]["/"]["post"]["responses"]["422"]
    assert after == before
    assert "HTTPValidationError" in after["components"]["schemas"]


def test_ones_own_components_stay(shop: ModuleType) -> None:
    """A model that is called like FastAPI's is another one."""

    app = FastAPI()

    @app.get("/mine")
    def mine() -> ValidationError:
        return ValidationError(mine=1)

    before = deepcopy(app.openapi())
    app.openapi_schema = None
    shop.install_error_handlers(app)
    assert app.openapi() == before


def test_mounted_applications_speak_for_themselves(shop: ModuleType) -> None:
    """Each application has its own document, and its own handlers."""
    app, with_ours, without = FastAPI(), FastAPI(), FastAPI()
    for each in (app, with_ours, without):
        each.get("/{number}")(reader)
    app.mount("/ours", with_ours)
    app.mount("/theirs", without)
    shop.install_error_handlers(app)
    shop.install_error_handlers(with_ours)
    client = TestClient(app)
    documents = [
        client.get(f"{path}/openapi.json").json() for path in ("", "/ours", "/theirs")
    ]
    assert [OWN in str(each) for each in documents] == [False, False, True]


def test_again_and_again(shop: ModuleType) -> None:
    """Calling it twice is calling it once; routes that come later are documented, too."""
    app = FastAPI()
    for number in range(3):
        shop.install_error_handlers(app)
        app.get(f"/{number}/{{number}}")(reader)
        assert {*map(tuple, said(app.openapi()).values())} == {("200", "422")}
        assert OWN not in str(app.openapi())
    assert app.openapi() is app.openapi() is app.openapi_schema


def test_the_application_stays_what_it_is(shop: ModuleType) -> None:
    """Its class is a subclass, which is called the same, and overrides nothing but the document."""

    class Shop(FastAPI):
        def openapi(self) -> dict[str, Any]:
            return {**super().openapi(), "x-shop": True}

    app = Shop()
    app.get("/{number}")(reader)
    shop.install_error_handlers(app)
    assert isinstance(app, Shop)
    assert type(app).__qualname__ == Shop.__qualname__
    assert app.openapi()["x-shop"]
    assert OWN not in str(app.openapi())
    del app.openapi  # as unittest.mock does
    assert app.openapi()["x-shop"]
    other = Shop()
    other.get("/{number}")(reader)
    assert OWN in str(other.openapi())


def cached(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """As FastAPI's documentation replaces it."""

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            made = get_openapi(title="Mine", version="1", routes=app.routes)
            app.openapi_schema = made
        return app.openapi_schema

    return openapi


def extended(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What was there, with something of one's own."""
    before = app.openapi
    return lambda: {**before(), "info": {"title": "Mine", "version": "1"}}


def copied(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """Another document each time."""
    before = app.openapi
    return lambda: deepcopy({**before(), "info": {"title": "Mine", "version": "1"}})


@pytest.mark.parametrize("replaced", [cached, extended, copied])
@pytest.mark.parametrize("order", ["before", "after"])
def test_a_document_of_ones_own(
    shop: ModuleType, replaced: Callable[[FastAPI], Any], order: str
) -> None:
    """`app.openapi` may be replaced before or after the handlers are installed."""
    app = FastAPI()
    app.get("/{number}")(reader)
    if order == "after":
        shop.install_error_handlers(app)
    app.openapi = replaced(app)  # type: ignore[method-assign]  # as FastAPI's documentation has it
    if order == "before":
        shop.install_error_handlers(app)
    for document in (app.openapi(), TestClient(app).get("/openapi.json").json()):
        assert document["info"]["title"] == "Mine"
        assert said(document) == {"get /{number}": ["200", "422"]}
        assert OWN not in str(document)


def test_a_handler_of_ones_own(shop: ModuleType) -> None:
    """What is installed later answers, and the document says nothing of ours."""
    app = FastAPI()
    app.get("/{number}")(reader)
    shop.install_error_handlers(app)

    @app.exception_handler(RequestValidationError)
    async def mine(request: Request, error: Exception) -> Response:
        return Response("Mine", 422)

    assert TestClient(app).get("/x").text == "Mine"
    assert app.openapi()["paths"]["/{number}"]["get"]["responses"]["422"] == (
        OWN_RESPONSE
    )


def test_starlette_documents_nothing(shop: ModuleType) -> None:
    """An application without a document gets its handlers alone."""
    app = Starlette()
    shop.install_error_handlers(app)
    assert type(app) is Starlette
