"""Headers and cookies of the response that FastAPI injects reach the client once, as declared."""

import http.client
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse

from tests.behaviour.applications import Server, package, running
from tests.behaviour.serving import Implementation
from tests.support.fastapi_versions import HAS_GENERATORS, generators

SCHEMA = """
cookies:
  seen: {max_age: 1h, path: /}
responses:
  Item:
    media_type: application/json
    status_code: 203
    headers:
      X-API-Version: "3"
      Vary: {value: Accept, policy: append}
      Cache-Control: {value: no-store, policy: locked}
      X-Late: {type: str, default: never}
    cookies: {seen: {set: always, value: "yes"}}
  Lines:
    kind: stream
    media_type: text/plain
    headers: {X-API-Version: "3"}
problems:
  Problem: {status: [400, 500]}
  NotFound: {status: 404, headers: {Vary: {value: Accept, policy: append}}}
errors:
  http: Problem
"""
Given = list[tuple[str, str]]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package(tmp_path_factory.mktemp("injected"), "fastapi", shop=SCHEMA)["shop"]


@pytest.fixture(scope="module", params=["h11", "httptools"])
def server(request: pytest.FixtureRequest, shop: ModuleType) -> Iterator[Server]:
    implementation: Implementation = request.param
    with running(application(shop), implementation) as found:
        yield found


def fields(server: Server, path: str) -> tuple[int, Given]:
    """The status and the fields of an answer, but for those of the server."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", path)
    found = connection.getresponse()
    found.read()
    connection.close()
    ours = ("date", "server", "content-length", "content-type", "transfer-encoding")
    sent = [(k.lower(), v) for k, v in found.getheaders() if k.lower() not in ours]
    return found.status, sent


def tagged(response: Response) -> None:
    response.headers["Vary"] = "Cookie"
    response.headers["X-API-Version"] = "4"
    response.headers["X-Trace"] = "abc"
    response.set_cookie("locale", "de", path="/")
    response.set_cookie("seen", "again", path="/")


Tagged = Annotated[None, Depends(tagged)]


def application(shop: ModuleType) -> FastAPI:
    """Routes that return data, and others that FastAPI loses the injected response of."""
    module: Any = import_module(f"{shop.__package__}.openapi")
    app, router = FastAPI(), APIRouter(route_class=module.CatalogueRoute)

    @router.get("/data", response_class=shop.Item, dependencies=[Depends(tagged)])
    def data() -> dict[str, int]:
        return {"id": 1}

    @router.get("/locked", response_class=shop.Item)
    def locked(response: Response) -> dict[str, int]:
        response.headers["cache-control"] = "public"
        return {"id": 1}

    if HAS_GENERATORS:

        @router.get("/lines", response_class=shop.Lines)
        def lines(tagged: Tagged) -> Iterator[str]:
            yield "a"

    @router.get("/same", response_class=shop.Item)
    def same(response: Response) -> dict[str, int]:
        return {"id": 1}

    @router.get("/returned")
    def returned(response: Response, tagged: Tagged) -> Any:
        made = shop.Item({"id": 1}, headers={"X-Trace": "mine", "Vary": "Origin"})
        return module.carry(response, onto=made)

    @router.get("/deleted")
    def deleted(response: Response, tagged: Tagged) -> Any:
        made = shop.Item({"id": 1})
        shop.delete_seen_cookie(made)
        return module.carry(response, onto=made)

    @router.get("/frameworks")
    def frameworks(response: Response, tagged: Tagged) -> Any:
        made = JSONResponse({"id": 1}, headers={"X-Trace": "mine"})
        return module.carry(response, onto=made)

    @router.get("/raised")
    def raised(response: Response, tagged: Tagged) -> Any:
        raise module.carry(response, onto=shop.NotFound.Error())

    @router.get("/http")
    def http_exception(response: Response, tagged: Tagged) -> Any:
        error = HTTPException(400, headers={"X-Trace": "mine"})
        raise module.carry(response, onto=error)

    app.include_router(router)
    app.include_router(router, prefix="/again")
    handled = FastAPI()
    handled.include_router(router)
    shop.install_error_handlers(handled)
    app.mount("/handled", handled)
    return app


def cookies(sent: Given) -> list[str]:
    """Names and values of the cookies that are set."""
    return [v.partition(";")[0] for k, v in sent if k == "set-cookie"]


def once(sent: Given) -> dict[str, str]:
    """The fields, none of which is sent twice."""
    others = [field for field in sent if field[0] != "set-cookie"]
    assert len(dict(others)) == len(others)
    return dict(others)


@pytest.mark.parametrize("prefix", ["", "/again", "/handled"])
def test_data_has_the_injected_fields(server: Server, prefix: str) -> None:
    """Each once: a default is replaced, a list joined, a cookie of the class replaced."""
    status, sent = fields(server, f"{prefix}/data")
    assert status == 203
    assert once(sent) == {
        "x-api-version": "4",
        "vary": "Accept, Cookie",
        "cache-control": "no-store",
        "x-late": "never",
        "x-trace": "abc",
    }
    assert cookies(sent) == ["locale=de", "seen=again"]


def test_a_locked_field_is_locked(server: Server) -> None:
    """As it is for those who call the class."""
    assert fields(server, "/locked")[0] == 500


@generators
def test_a_stream_has_the_injected_fields(server: Server) -> None:
    """Before anything is yielded."""
    status, sent = fields(server, "/lines")
    assert (status, once(sent)["x-api-version"]) == (200, "4")


def test_nothing_injected_changes_nothing(server: Server) -> None:
    """The class sends what it always does."""
    status, sent = fields(server, "/same")
    assert once(sent)["x-api-version"] == "3"
    assert (status, cookies(sent)) == (203, ["seen=yes"])


def test_carried_onto_what_is_returned(server: Server) -> None:
    """What the response was given itself stays; caches get all of Vary."""
    _, sent = fields(server, "/returned")
    assert once(sent) == {
        "x-api-version": "4",
        "vary": "Accept, Origin, Cookie",
        "cache-control": "no-store",
        "x-late": "never",
        "x-trace": "mine",
    }
    assert cookies(sent) == ["locale=de", "seen=again"]


def test_a_cookie_of_the_response_itself_stays(server: Server) -> None:
    """It is deleted, whatever was set before."""
    sent = fields(server, "/deleted")[1]
    assert cookies(sent) == ["seen=", "locale=de"]


def test_carried_onto_a_response_of_the_framework(server: Server) -> None:
    """Nothing is declared, so that nothing is doubled either."""
    _, sent = fields(server, "/frameworks")
    expected = {"vary": "Cookie", "x-api-version": "4", "x-trace": "mine"}
    assert once(sent) == expected
    assert cookies(sent) == ["locale=de", "seen=again"]


@pytest.mark.parametrize("prefix", ["", "/handled"])
def test_carried_onto_an_error_of_a_class(server: Server, prefix: str) -> None:
    """With and without error handlers of ours."""
    status, sent = fields(server, f"{prefix}/raised")
    assert (status, once(sent)["vary"]) == (404, "Accept, Cookie")
    assert cookies(sent) == ["locale=de", "seen=again"]


@pytest.mark.parametrize("prefix", ["", "/handled"])
def test_carried_onto_an_http_exception(server: Server, prefix: str) -> None:
    """Every cookie arrives."""
    status, sent = fields(server, f"{prefix}/http")
    assert (status, once(sent)["x-trace"]) == (400, "mine")
    assert once(sent)["x-api-version"] == "4"
    assert cookies(sent) == ["locale=de", "seen=again"]
