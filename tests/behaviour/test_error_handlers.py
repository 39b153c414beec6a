"""Errors of applications on real servers are answered as a schema declares."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Annotated, Any, get_args

import pytest
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query
from pydantic import BaseModel, field_validator
from starlette.applications import Starlette
from starlette.exceptions import HTTPException as StarletteException
from starlette.routing import Mount, Route

from tests.behaviour.applications import Server, package, running
from tests.behaviour.serving import Implementation
from tests.behaviour.shop_errors import Mute, OutOfStock, Rejected, SoldOut

SCHEMA = """
problems:
  base: {type_prefix: "https://shop.example/problems/", headers: {use: [no_store]}}
  Problem:
    status: [400, 409, 500]
    headers: {X-Locked: {value: "1", policy: locked}}
  OutOfCredit:
    type: out-of-credit
    title: You do not have enough credit.
    status: 403
    detail: "Your balance is {balance}, but that costs {cost}."
    extensions: {balance: int, cost: int}
    headers: {Retry-After: {type: duration}}
  NotFound: {status: 404, title: Nothing is there., type: not-found}
  Invalid: {status: 422, extensions: {errors: "list[dict[str, str]]"}}
  ServerError: {status: 500}
  Conflict: {status: 409, title: It is taken., type: conflict}
responses:
  Unauthorized:
    media_type: application/json
    status_code: {value: 401, locked: true}
    params: {message: "str | dict[str, str]"}
    body: {detail: "{message}"}
    headers: {WWW-Authenticate: Bearer}
    exception: true
  Envelope:
    media_type: application/json
    status_code: 400
    params: {message: str}
    body: {success: false, message: "{message}"}
    exception: true
errors:
  http: Problem
  404: NotFound
  418: Envelope
  validation: Invalid
  unhandled: ServerError
  "tests.behaviour.shop_errors:OutOfStock": Conflict
  "tests.behaviour.shop_errors:Rejected": {answer: Problem, detail: text}
"""


class Disguised(str):
    """Its own methods are not asked."""

    __slots__ = ()

    def __str__(self) -> str:
        raise RuntimeError("asked")

    encode = __str__  # type: ignore[assignment]  # as hostile as can be


SECRET = "p4ssw0rd of the database"


class Line(BaseModel):
    sku: str
    pieces: int

    @field_validator("sku")
    @classmethod
    def known(cls, value: str) -> str:
        if value != "tea-1":
            raise ValueError(f"{value} is no product")
        return value


class Order(BaseModel):
    lines: list[Line]
    note_: dict[str, int] = {}


def application(shop: ModuleType, **settings: Any) -> FastAPI:
    """Every way to go wrong, in routes, dependencies, routers and mounted applications."""
    app = FastAPI(**settings)
    router = APIRouter(prefix="/router")

    def poor() -> None:
        raise shop.OutOfCredit.Error(balance=30, cost=50, retry_after=60)

    @app.get("/twin")
    @router.get("/twin")
    def twin() -> None:
        poor()

    @app.get("/dependency", dependencies=[Depends(poor)])
    def dependent() -> None: ...

    @app.get("/unauthorized")
    async def unauthorized() -> None:
        raise shop.Unauthorized.Error(message="Not authenticated")

    @app.get("/http/{status}")
    def http_error(status: int, detail: str | None = None) -> None:
        headers = {
            "Retry-After": "7",
            "WWW-Authenticate": 'Basic realm="x"',
            "X-Locked": "2",
            "Content-Type": "text/plain",
            "Content-Length": "3",
            "Connection": "close",
            "X-Bad": "a\r\nb",
        }
        raise HTTPException(status, detail, headers)

    @app.get("/structured")
    def structured() -> None:
        raise HTTPException(400, {"code": SECRET})

    @app.get("/strange")
    def strange() -> None:
        raise StarletteException(999, "lone \ud800", {"X-Number": 7})  # type: ignore[dict-item]  # as people write it

    @app.get("/disguised")
    def disguised() -> None:
        raise HTTPException(400, Disguised("held"))

    @app.get("/stock")
    def stock(of: str) -> None:
        raise {"out": OutOfStock, "sold": SoldOut, "rejected": Rejected, "mute": Mute}[
            of
        ](SECRET if of != "rejected" else "Only one each.")

    @app.post("/orders")
    def order(order: Order, limit: Annotated[int, Query(le=9)] = 1) -> None: ...

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError(SECRET)

    app.include_router(router)
    inner = Starlette(routes=[Route("/twin", lambda request: poor())])
    shop.install_error_handlers(inner)
    app.mount("/inner", inner)
    app.mount("/plain", Mount("", routes=[Route("/twin", lambda request: poor())]))
    shop.install_error_handlers(app)
    return app


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("problems")
    return package(folder, "fastapi", shop=SCHEMA)["shop"]


@pytest.fixture(scope="module", params=get_args(Implementation))
def server(request: pytest.FixtureRequest, shop: ModuleType) -> Iterator[Server]:
    with running(application(shop), request.param) as found:
        yield found


@pytest.mark.parametrize(
    "path", ["/twin", "/router/twin", "/dependency", "/inner/twin", "/plain/twin"]
)
def test_a_twin_is_answered_as_its_class(server: Server, path: str) -> None:
    """Wherever it is raised: in a route, a dependency, a router, a mounted application."""
    reply = server.ask("GET", path)
    assert reply.status == 403
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.headers["retry-after"] == "60"
    assert reply.headers["cache-control"] == "no-store"
    assert [*reply.json.items()] == [
        ("type", "https://shop.example/problems/out-of-credit"),
        ("title", "You do not have enough credit."),
        ("status", 403),
        ("detail", "Your balance is 30, but that costs 50."),
        ("balance", 30),
        ("cost", 50),
    ]


def test_a_twin_of_an_ordinary_entry_has_its_own_shape(server: Server) -> None:
    reply = server.ask("GET", "/unauthorized")
    assert (reply.status, reply.json) == (401, {"detail": "Not authenticated"})
    assert reply.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        pytest.param(
            "/http/409?detail=Again",
            {"title": "Conflict", "status": 409, "detail": "Again"},
            id="a status that the problem has",
        ),
        pytest.param("/http/409", {"title": "Conflict", "status": 409}, id="no detail"),
        pytest.param(
            "/http/409?detail=Conflict",
            {"title": "Conflict", "status": 409},
            id="the phrase as detail",
        ),
        pytest.param(
            "/http/451?detail=Secret",
            {
                "title": "Unavailable For Legal Reasons",
                "status": 451,
                "detail": "Secret",
            },
            id="a status that it lacks",
        ),
        pytest.param(
            "/structured",
            {"title": "Bad Request", "status": 400},
            id="a detail that is no text",
        ),
        pytest.param(
            "/strange",
            {"title": "Internal Server Error", "status": 500, "detail": "lone ?"},
            id="no status, and no text that UTF-8 holds",
        ),
        pytest.param(
            "/disguised",
            {"title": "Bad Request", "status": 400, "detail": "held"},
            id="a text that says that it is another",
        ),
    ],
)
def test_http_exceptions(server: Server, path: str, body: dict[str, object]) -> None:
    """A detail is kept where it tells more than the status."""
    reply = server.ask("GET", path)
    assert reply.json == {"type": "about:blank", **body}
    assert reply.status == body["status"]
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.headers["cache-control"] == "no-store"


def test_headers_of_an_exception_are_kept(server: Server) -> None:
    """Those that the problem would refuse are left out, and those about the body."""
    headers = server.ask("GET", "/http/409").headers
    assert headers["retry-after"] == "7"
    assert headers["www-authenticate"] == 'Basic realm="x"'
    assert headers["x-locked"] == "1"
    assert "x-bad" not in headers


def test_a_status_may_have_a_class_of_its_own(server: Server) -> None:
    reply = server.ask("GET", "/nowhere")
    assert (reply.status, reply.json) == (
        404,
        {
            "type": "https://shop.example/problems/not-found",
            "title": "Nothing is there.",
            "status": 404,
        },
    )


def test_an_entry_answers_in_its_own_shape(server: Server) -> None:
    """With the status of the error, and its phrase where there is no detail."""
    reply = server.ask("GET", "/http/418?detail=Short")
    assert (reply.status, reply.json) == (418, {"success": False, "message": "Short"})
    reply = server.ask("GET", "/http/418")
    assert reply.json == {"success": False, "message": "I'm a teapot"}


def test_allow_is_kept(server: Server) -> None:
    """Routes of Starlette's say in Allow what they can."""
    reply = server.ask("POST", "/inner/twin")
    assert reply.status == 405
    assert {*reply.headers["allow"].split(", ")} == {"GET", "HEAD"}
    assert reply.json["title"] == "Method Not Allowed"


def test_head_has_no_body(server: Server) -> None:
    """What is not there has the same fields for HEAD."""
    reply, whole = server.ask("HEAD", "/nowhere"), server.ask("GET", "/nowhere")
    assert (reply.status, reply.body) == (404, b"")
    assert reply.headers["content-length"] == str(len(whole.body))


@pytest.mark.parametrize(
    ("path", "body", "mistakes"),
    [
        pytest.param(
            "/orders",
            {"lines": [{"sku": "tea-1"}], "note_": {"a/b~c d": "x"}},
            [
                ("#/lines/0/pieces", "Field required", "body", "missing"),
                (
                    "#/note_/a~1b~0c%20d",
                    "Input should be a valid integer, unable to parse string as an integer",
                    "body",
                    "int_parsing",
                ),
            ],
            id="in the body",
        ),
        pytest.param(
            "/orders?limit=10",
            {"lines": []},
            [
                (
                    "#/limit",
                    "Input should be less than or equal to 9",
                    "query",
                    "less_than_equal",
                )
            ],
            id="in a parameter",
        ),
        pytest.param(
            "/orders",
            None,
            [("#", "Field required", "body", "missing")],
            id="no body",
        ),
        pytest.param(
            "/orders",
            {"lines": [{"sku": "hunter2", "pieces": 1}]},
            [
                (
                    "#/lines/0/sku",
                    "Value error, ... is no product",
                    "body",
                    "value_error",
                )
            ],
            id="a message with the value in it",
        ),
    ],
)
def test_validation(
    server: Server, path: str, body: object, mistakes: list[tuple[str, ...]]
) -> None:
    """Each mistake says where it is, and never what was sent."""
    reply = server.ask("POST", path, body)
    names = ("pointer", "detail", "location", "type")
    assert reply.status == 422
    assert reply.json["errors"] == [
        dict(zip(names, each, strict=True)) for each in mistakes
    ]
    assert reply.json["title"] == "Unprocessable Content"


@pytest.mark.parametrize(
    ("of", "status", "detail"),
    [
        ("out", 409, None),
        ("sold", 409, None),
        ("rejected", 400, "Only one each."),
        ("mute", 400, None),
    ],
)
def test_exceptions_of_the_project(
    server: Server, of: str, status: int, detail: str | None
) -> None:
    """And their subclasses: their text is told where the schema says so, and only there."""
    reply = server.ask("GET", f"/stock?of={of}")
    assert reply.status == status
    assert reply.json.get("detail") == detail


def test_nothing_of_an_unhandled_error_is_told(server: Server) -> None:
    reply = server.ask("GET", "/broken")
    assert reply.status == 500
    assert reply.json == {
        "type": "about:blank",
        "title": "Internal Server Error",
        "status": 500,
    }
    assert reply.headers["cache-control"] == "no-store"


def test_the_document_stays_as_it_is(shop: ModuleType) -> None:
    """FastAPI documents routes of problems, and the handlers change nothing of it."""
    app, bare = FastAPI(), FastAPI()
    shop.install_error_handlers(app)
    for each in (app, bare):
        each.get("/", response_class=shop.Problem)(lambda: None)
        each.get("/typed", response_model=None)(lambda: shop.NotFound())
    assert app.openapi() == bare.openapi()
    assert "application/problem+json" in str(app.openapi())
