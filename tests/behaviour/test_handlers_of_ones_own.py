"""What an application does by itself beside the handlers that a schema declares."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from fastapi import FastAPI, HTTPException, WebSocket
from starlette.applications import Starlette
from starlette.exceptions import HTTPException as StarletteException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse

from tests.behaviour.applications import package
from tests.behaviour.shop_errors import OutOfStock, SoldOut
from tests.support.reference import answers_websockets

SCHEMA = """
problems:
  Problem: {status: [400, 409]}
  NotFound: {status: 404, title: Nothing is there., type: "https://shop.example/nothing"}
  Invalid: {status: 422, extensions: {errors: "list[dict[str, str]]"}}
  ServerError: {status: 500}
  Late:
    status: 409
    type: https://shop.example/late
    title: Too late.
    headers: {Set-Cookie-Note: kept}
errors:
  http: Problem
  404: NotFound
  validation: Invalid
  unhandled: ServerError
  "tests.behaviour.shop_errors:OutOfStock": Problem
"""
SECRET = "p4ssw0rd"


@pytest.fixture(scope="module", params=["fastapi", "starlette"])
def shop(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> ModuleType:
    folder = tmp_path_factory.mktemp("handlers")
    return package(folder, request.param, shop=SCHEMA)["shop"]


def raised(by: Callable[[], Exception], **settings: Any) -> Starlette:
    """An application that raises it, in a route and in a WebSocket."""

    async def route(request: Request) -> Response:
        raise by()

    async def socket(socket: WebSocket) -> None:
        raise by()

    routes = [Route("/", route), WebSocketRoute("/socket", socket)]
    return Starlette(routes=routes, **settings)


def reply(app: Starlette, path: str = "/") -> Any:
    return TestClient(app, raise_server_exceptions=False).get(path)


async def own(request: Request, error: Exception) -> Response:
    return PlainTextResponse("my own")


@pytest.mark.parametrize("first", [True, False], ids=["before ours", "after ours"])
@pytest.mark.parametrize(
    ("kind", "error"),
    [
        pytest.param(404, StarletteException(404), id="a status"),
        pytest.param(HTTPException, HTTPException(404), id="FastAPI's exception"),
        pytest.param(SoldOut, SoldOut(), id="a class below"),
        pytest.param(500, RuntimeError(SECRET), id="500"),
    ],
)
def test_more_specific_handlers_win(
    shop: ModuleType, kind: Any, error: Exception, first: bool
) -> None:
    """No matter when they are installed."""
    app = raised(lambda: error)
    steps = [
        lambda: app.add_exception_handler(kind, own),
        lambda: shop.install_error_handlers(app),
    ]
    for step in steps if first else reversed(steps):
        step()
    assert reply(app).text == "my own"


def test_ours_take_the_place_of_the_same(shop: ModuleType) -> None:
    """The last one of a class counts, as in the framework."""
    app = raised(OutOfStock)
    app.add_exception_handler(OutOfStock, own)
    app.add_exception_handler(StarletteException, own)
    shop.install_error_handlers(app)
    assert reply(app).json()["status"] == 400
    assert reply(app, "/nowhere").json()["status"] == 404


def test_installing_twice_changes_nothing(shop: ModuleType) -> None:
    app = raised(lambda: StarletteException(409, "Taken."))
    shop.install_error_handlers(app)
    shop.install_error_handlers(app)
    assert reply(app).json()["detail"] == "Taken."


@pytest.mark.parametrize(
    "by",
    [
        pytest.param(
            lambda: StarletteException(409, "Taken."),
            id="HTTPException",
            marks=answers_websockets,
        ),
        pytest.param(
            OutOfStock, id="an exception of the project", marks=answers_websockets
        ),
        pytest.param(lambda: RuntimeError(SECRET), id="unhandled"),
    ],
)
def test_websockets_get_what_the_framework_sends(
    shop: ModuleType, by: Callable[[], Exception]
) -> None:
    """The same denial, or the same exception."""
    app, bare = raised(by), raised(by)
    shop.install_error_handlers(app)
    assert denied(app) == denied(bare)


@answers_websockets
def test_a_websocket_gets_a_twins_status(shop: ModuleType) -> None:
    """And its detail, as the framework writes it."""
    app = raised(lambda: shop.Late.Error("Too late."))
    shop.install_error_handlers(app)
    assert denied(app) == (409, b"Too late.")


def denied(app: Starlette) -> object:
    """What a WebSocket gets before it is accepted: a response, or an exception."""
    client = TestClient(app)
    try:
        with client.websocket_connect("/socket"):
            return None
    except WebSocketDenialResponse as found:
        return found.status_code, found.content
    except Exception as error:
        return type(error)


def test_debug_is_starlettes(shop: ModuleType) -> None:
    """Starlette answers first then, with the traceback."""
    app = raised(lambda: RuntimeError(SECRET), debug=True)
    shop.install_error_handlers(app)
    assert SECRET in reply(app).text


def test_unhandled_errors_reach_the_log(shop: ModuleType) -> None:
    """The exception is raised on, so that servers write it down."""
    app = raised(lambda: RuntimeError(SECRET))
    shop.install_error_handlers(app)
    with pytest.raises(RuntimeError, match=SECRET):
        TestClient(app).get("/")
    assert SECRET not in reply(app).text


def test_one_exception_may_be_raised_often(shop: ModuleType) -> None:
    """Middleware that changes one response changes no other."""
    error = shop.Late.Error("Too late.")
    app = raised(lambda: error)
    shop.install_error_handlers(app)
    app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"])
    client = TestClient(app, headers={"Origin": "https://shop.example"})
    first, second = client.get("/"), client.get("/")
    assert first.headers["access-control-allow-origin"] == "https://shop.example"
    assert first.headers.multi_items() == second.headers.multi_items()
    assert first.content == second.content


def test_a_redirect_that_is_raised_still_leads_on(shop: ModuleType) -> None:
    """Whatever status the exception has, it has its headers."""
    app = raised(lambda: StarletteException(307, headers={"Location": "/login"}))
    shop.install_error_handlers(app)
    found = TestClient(app, follow_redirects=False).get("/")
    assert (found.status_code, found.headers["location"]) == (307, "/login")


@pytest.mark.parametrize("status", [204, 304])
def test_a_status_without_a_body_has_none(shop: ModuleType, status: int) -> None:
    app = raised(lambda: StarletteException(status))
    shop.install_error_handlers(app)
    found = reply(app)
    assert (found.status_code, found.content) == (status, b"")
    assert "content-length" not in found.headers


STATUSES = """
problems:
  Problem: {status: [400, 404, 422, 500], extensions: {errors: {type: "list[dict[str, str]]", required: false}}}
responses:
  Envelope:
    media_type: application/json
    status_code: 400
    params: {message: str}
    body: {success: false, message: "{message}"}
    exception: true
errors:
  http: Envelope
  404: Problem
  validation: Problem
  unhandled: %s
"""


@pytest.mark.parametrize("answer", ["Problem", "Envelope"])
def test_errors_without_a_status_get_theirs(
    tmp_path_factory: pytest.TempPathFactory, answer: str
) -> None:
    """422 and 500, where the class has them or takes any."""
    folder = tmp_path_factory.mktemp("statuses")
    shop = package(folder, "fastapi", shop=STATUSES % answer)["shop"]
    app = FastAPI()

    @app.get("/items")
    def items(limit: int) -> None:
        raise RuntimeError(SECRET)

    shop.install_error_handlers(app)
    found = reply(app, "/items?limit=x")
    assert (found.status_code, found.json()["status"]) == (422, 422)
    assert found.json()["errors"][0]["pointer"] == "#/limit"
    found = reply(app, "/items?limit=1")
    assert found.status_code == 500
    assert "Internal Server Error" in found.text
    found = reply(app, "/nowhere")
    assert found.json() == {"type": "about:blank", "title": "Not Found", "status": 404}
