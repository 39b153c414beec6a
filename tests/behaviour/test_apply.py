"""What a class declares, set on responses that were made elsewhere, comes over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from fastapi import Depends, FastAPI, Response
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from tests.behaviour.applications import Server, package, running
from tests.behaviour.serving import Implementation

SCHEMA = """
headers:
  private: {Cache-Control: {value: no-store, policy: locked}}
cookies:
  seen: {max_age: 1h}
responses:
  Created:
    media_type: application/json
    status_code: {value: 201, locked: true}
    headers:
      use: [private]
      X-API-Version: "3"
      Vary: {value: Accept, policy: append}
      Location: {type: url, required: true}
      X-Request-ID: {type: str, as: request_id}
      X-Caching: {type: cache_control, default: {private: true, max_age: 5m}, as: caching}
  Placed:
    extends: Created
    params: {order_id: int, message: str}
    body: {message: "{message}"}
    headers: {Location: {template: "/orders/{order_id}"}}
  Seen:
    media_type: text/plain
    cookies: {seen: {set: always, value: "yes"}}
"""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ModuleType]:
    """The module for each target."""
    folder = tmp_path_factory.mktemp("apply")
    targets = ("fastapi", "starlette", "core")
    return {each: package(folder, each, api=SCHEMA)["api"] for each in targets}


@pytest.fixture(scope="module", params=["h11", "httptools"])
def server(
    request: pytest.FixtureRequest, modules: dict[str, ModuleType]
) -> Iterator[Server]:
    """An application whose routes take the injected response."""
    implementation: Implementation = request.param
    with running(application(modules["fastapi"]), implementation) as found:
        yield found


def application(api: ModuleType) -> FastAPI:
    app = FastAPI()

    def tagged(response: Response) -> None:
        response.headers["vary"] = "Cookie"
        response.headers["x-api-version"] = "4"

    @app.post("/items", status_code=201, dependencies=[Depends(tagged)])
    def create(response: Response) -> dict[str, int]:
        api.Created.apply(response, location="/items/1 2", request_id="r")
        return {"id": 1}

    @app.post("/orders")
    def place(response: Response) -> dict[str, int]:
        api.Placed.apply(response, order_id=7)
        return {"id": 7}

    @app.get("/seen")
    def seen(response: Response) -> str:
        api.Seen.apply(response)
        return "x"

    return app


def test_routes_send_what_is_declared(server: Server) -> None:
    """The injected response has the class's fields, each once, as the policies say."""
    reply = server.ask("POST", "/items")
    assert reply.status == 201
    assert reply.json == {"id": 1}
    assert reply.headers["location"] == "/items/1%202"
    assert reply.headers["x-request-id"] == "r"
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-caching"] == "private, max-age=300"
    assert reply.headers["vary"] == "Accept, Cookie"
    assert reply.headers["x-api-version"] == "4"


def test_params_fill_headers(server: Server) -> None:
    """A param that a header is made of is an argument; one of the body is none."""
    reply = server.ask("POST", "/orders")
    assert reply.status == 200
    assert reply.headers["location"] == "/orders/7"


def test_cookies_that_are_always_set_are_set(server: Server) -> None:
    """What every response of the class sets, the other one sets too."""
    assert "seen=yes" in server.ask("GET", "/seen").headers["set-cookie"]


@pytest.mark.parametrize("implementation", ["h11", "httptools"])
def test_starlette_alone(
    modules: dict[str, ModuleType], implementation: Implementation
) -> None:
    """Routes of Starlette set the fields on whatever they return."""
    api = modules["starlette"]

    def show(request: Request) -> JSONResponse:
        response = JSONResponse([request.url.path])
        api.Created.apply(response, location="/here")
        return response

    with running(Starlette(routes=[Route("/", show)]), implementation) as server:
        reply = server.ask("GET", "/")
    assert reply.status == 200
    assert reply.json == ["/"]
    assert reply.headers["location"] == "/here"
    assert reply.headers["content-type"] == "application/json"


@pytest.fixture(params=["fastapi", "starlette", "core"])
def api(request: pytest.FixtureRequest, modules: dict[str, ModuleType]) -> ModuleType:
    """The module, for each target."""
    return modules[request.param]


def _sent(response: Any) -> dict[str, str]:
    pairs = [(n.decode(), v.decode()) for n, v in response.raw_headers]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def test_twice_is_as_good_as_once(api: ModuleType) -> None:
    """What says the same as a locked field does not weaken it."""
    response = PlainTextResponse("x")
    api.Created.apply(response, location="/a")
    once = [*response.raw_headers]
    api.Created.apply(response, location="/a")
    assert response.raw_headers == once


def test_a_locked_field_is_defended(api: ModuleType) -> None:
    """Another value of a locked field raises, and the response stays as it was."""
    response = PlainTextResponse("x", headers={"Cache-Control": "public"})
    before = [*response.raw_headers]
    with pytest.raises(ValueError, match="cache-control: locked"):
        api.Created.apply(response, location="/a")
    assert response.raw_headers == before


def test_what_is_there_beats_the_argument(api: ModuleType) -> None:
    """A field of the response stays, and the live view of its fields with it."""
    response = PlainTextResponse("x", headers={"Location": "/mine"})
    view = response.headers
    api.Created.apply(response, location="/a")
    assert view["location"] == "/mine"
    assert view["content-length"] == "1"
    assert _sent(response)["content-type"] == "text/plain; charset=utf-8"


def test_lines_of_one_name_become_one(api: ModuleType) -> None:
    """A name that is declared is sent once, with the members of all its lines."""
    response = PlainTextResponse("x")
    response.headers.append("vary", "Cookie")
    response.headers.append("Vary", "Accept-Encoding")
    api.Created.apply(response, location="/a")
    assert _sent(response)["vary"] == "Accept, Cookie, Accept-Encoding"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, r"Created.apply\(\) missing .* required keyword-only argument"),
        ({"locaton": "/"}, r"Created.apply\(\) got an unexpected keyword argument"),
        ({"location": 3}, "location: str expected, got int"),
    ],
    ids=["too few", "too many", "of another type"],
)
def test_wrong_arguments_raise(
    api: ModuleType, given: dict[str, Any], message: str
) -> None:
    """Arguments are checked as those of the constructor, before anything is set."""
    response = PlainTextResponse("x")
    before = [*response.raw_headers]
    with pytest.raises(TypeError, match=message):
        api.Created.apply(response, **given)
    assert response.raw_headers == before


def test_a_value_that_is_no_header_raises(api: ModuleType) -> None:
    """What would break the message is refused, naming the field."""
    response = PlainTextResponse("x")
    with pytest.raises(ValueError, match="x-request-id"):
        api.Created.apply(response, location="/", request_id="a\r\nb: c")


def test_a_cookie_that_the_route_sets_stays(api: ModuleType) -> None:
    """A deletion is not undone by a cookie that the class always sets."""
    response = PlainTextResponse("x")
    response.delete_cookie("seen", path="/")
    api.Seen.apply(response)
    cookies = [v for n, v in response.raw_headers if n == b"set-cookie"]
    assert len(cookies) == 1
    assert b"Max-Age=0" in cookies[0]


def test_a_class_below_has_the_arguments_of_its_parent(api: ModuleType) -> None:
    """A constructor that somebody wrote by hand changes nothing of `apply`."""

    class Mine(api.Created):  # type: ignore[name-defined, misc]  # a module of a test
        def __init__(self, number: int) -> None:
            super().__init__({"number": number}, location=f"/{number}")

    response = PlainTextResponse("x")
    Mine.apply(response, location="/a")
    assert _sent(response)["location"] == "/a"
