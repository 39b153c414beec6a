"""A client gets one Set-Cookie for each scope, whoever sets, sets again or deletes."""

import http.client
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Response

from tests.behaviour.applications import Server, package, running
from tests.behaviour.serving import Implementation

SCHEMA = """
cookies:
  theme: {httponly: false, max_age: 1y}
  basket: {chunks: true, formerly: [{path: /old}]}
  ticket: {key: "{cookie_name}", path: {argument: true, default: /}, sign: {secret: {argument: true}, max_age: 5m}}
responses:
  Page:
    media_type: application/json
    cookies: {theme: {set: always, value: light}, basket: null}
problems:
  Problem: {status: [400, 500]}
errors: {http: Problem}
"""


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package(tmp_path_factory.mktemp("once"), "fastapi", api=SCHEMA)["api"]


@pytest.fixture(scope="module", params=["h11", "httptools"])
def server(request: pytest.FixtureRequest, api: ModuleType) -> Iterator[Server]:
    implementation: Implementation = request.param
    with running(application(api), implementation) as found:
        yield found


def cookies(server: Server, path: str) -> list[str]:
    """The names and values that a client gets; a deletion has no value."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", path)
    found = connection.getresponse()
    found.read()
    connection.close()
    sent = [v for k, v in found.getheaders() if k.lower() == "set-cookie"]
    pairs = [line.partition(";")[0] for line in sent]
    return [pair[:9] if pair.startswith("basket=1.") else pair for pair in pairs]


def application(api: ModuleType) -> FastAPI:
    """Routes that set a cookie of which the class or somebody else has set one before."""
    module: Any = import_module(f"{api.__package__}.openapi")
    app, router = FastAPI(), APIRouter(route_class=module.CatalogueRoute)
    ticket = api.TicketCookie(cookie_name="t", path="/app", secret="k" * 32)

    def dark(response: Response) -> None:
        api.set_theme_cookie(response, "dark")

    @router.get("/data", response_class=api.Page)
    def data(response: Response, _: Annotated[None, Depends(dark)]) -> Any:
        api.set_theme_cookie(response, "blue")
        return {}

    @app.get("/instance")
    def instance() -> Response:
        page: Response = api.Page({})
        for size in (9000, 5000, 1):
            api.set_basket_cookie(page, "a" * size)
        api.set_theme_cookie(page, "dark")
        return page

    @app.get("/undone")
    def undone() -> Response:
        page: Response = api.Page({})
        ticket.set(page, "v")
        ticket.delete(page)
        api.delete_theme_cookie(page)
        return page

    @app.get("/base")
    def base(response: Response) -> dict[str, str]:
        response.set_cookie("theme", "theirs")
        api.set_theme_cookie(response, "dark")
        api.Page.apply(response)
        return {}

    @app.get("/raised")
    def raised(response: Response, _: Annotated[None, Depends(dark)]) -> None:
        raise module.carry(response, onto=HTTPException(400))

    app.include_router(router)
    api.install_error_handlers(app)
    return app


ONCE = {
    "/data": ["theme=blue"],
    "/instance": [
        *("basket=", *(f"basket-{number}=" for number in range(1, 8))),
        *(f"basket-{number}=" for number in range(1, 8)),
        "basket=1.",
        "theme=dark",
    ],
    "/undone": ["t=", "theme="],
    "/base": ["theme=theirs", "theme=dark"],
    "/raised": ["theme=dark"],
}


@pytest.mark.parametrize("path", ONCE)
def test_one_for_each_scope(server: Server, path: str) -> None:
    """Former scopes are others; what the base's own set_cookie wrote stays."""
    assert cookies(server, path) == ONCE[path]
