"""Header profiles on responses that no class constructs come over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from fastapi import FastAPI, HTTPException, Response
from fastapi.staticfiles import StaticFiles
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

from tests.behaviour.applications import Server, package, running
from tests.behaviour.serving import Implementation

SCHEMA = """
headers:
  secure:
    X-Content-Type-Options: nosniff
    Referrer-Policy: no-referrer
    Vary: {value: Accept, policy: append}
  tiles:
    Cache-Control: {value: "public", policy: locked}
    X-Ages: {type: int, required: true, as: max_age}
    X-Kept: {type: cache_control, default: {max_age: 5m}, as: kept}
  placed:
    Link: {template: '<{address}>; rel="help"'}
  hosted:
    X-Host: {from: "platform:node"}
  scripts:
    Content-Security-Policy: {script-src: ["'self'"], nonce: [script-src]}
  tagged:
    ETag: {type: etag, of: body}
responses:
  Item:
    media_type: application/json
    headers: {Referrer-Policy: origin}
"""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ModuleType]:
    """The module for each target."""
    folder = tmp_path_factory.mktemp("middleware")
    targets = ("fastapi", "starlette", "core")
    return {each: package(folder, each, api=SCHEMA)["api"] for each in targets}


@pytest.fixture(scope="module", params=["h11", "httptools"])
def server(
    request: pytest.FixtureRequest,
    modules: dict[str, ModuleType],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Server]:
    """An application with the middleware of two profiles."""
    implementation: Implementation = request.param
    files = tmp_path_factory.mktemp("files")
    (files / "tile.txt").write_text("tile")
    api = modules["fastapi"]
    app = FastAPI(docs_url="/docs")
    app.add_middleware(api.headers_middleware("secure"))
    tiles = api.headers_middleware(
        "tiles", methods=("GET", "head"), below=400, exclude=("/docs",), max_age=60
    )
    app.add_middleware(tiles)
    app.mount("/tiles", StaticFiles(directory=files))

    @app.get("/item")
    def item() -> Any:
        return api.Item({}, headers={"Vary": "Cookie"})

    @app.post("/item")
    def post() -> None:
        raise HTTPException(409)

    with running(app, implementation) as found:
        yield found


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/tiles/tile.txt", 200),
        ("GET", "/tiles/none.txt", 404),
        ("PUT", "/item", 405),
        ("POST", "/item", 409),
        ("GET", "/docs", 200),
    ],
)
def test_responses_that_nobody_constructs(
    server: Server, method: str, path: str, status: int
) -> None:
    """Files, mounted applications and errors have the headers of the profile."""
    reply = server.ask(method, path)
    assert reply.status == status
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["referrer-policy"] == "no-referrer"


def test_what_is_there_stays(server: Server) -> None:
    """A field that the response has is not touched, but lists have all members."""
    reply = server.ask("GET", "/item")
    assert reply.headers["referrer-policy"] == "origin"
    assert reply.headers["vary"] == "Accept, Cookie"
    assert reply.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("method", "path", "holds"),
    [
        ("GET", "/tiles/tile.txt", True),
        ("HEAD", "/tiles/tile.txt", True),
        ("GET", "/tiles/none.txt", False),
        ("POST", "/item", False),
        ("GET", "/docs", False),
        ("GET", "/docs/oauth2-redirect", False),
    ],
)
def test_conditions(server: Server, method: str, path: str, holds: bool) -> None:
    """Methods, statuses and paths say which responses get the fields."""
    reply = server.ask(method, path)
    assert ("x-ages" in reply.headers) is holds
    if holds:
        assert reply.headers["x-ages"] == "60"
        assert reply.headers["cache-control"] == "public"
        assert reply.headers["x-kept"] == "max-age=300"


@pytest.mark.parametrize("implementation", ["h11", "httptools"])
@pytest.mark.parametrize("target", ["starlette", "core"])
def test_starlette_and_core(
    modules: dict[str, ModuleType], implementation: Implementation, target: str
) -> None:
    """The middleware needs no framework, and a mount's path counts from its root."""
    api = modules[target]

    def show(request: Request) -> PlainTextResponse:
        return PlainTextResponse(request.url.path)

    inner = Starlette(
        routes=[Route("/docs", show), Route("/docsy", show)],
        middleware=[Middleware(api.headers_middleware("hosted", exclude=["/docs"]))],
    )
    with running(Starlette(routes=[Mount("/in", inner)]), implementation) as server:
        assert "x-host" not in server.ask("GET", "/in/docs").headers
        assert "x-host" in server.ask("GET", "/in/docsy").headers


@pytest.fixture(params=["fastapi", "starlette", "core"])
def api(request: pytest.FixtureRequest, modules: dict[str, ModuleType]) -> ModuleType:
    """The module, for each target."""
    return modules[request.param]


@pytest.mark.parametrize(
    ("profile", "given", "error", "message"),
    [
        ("secured", {}, ValueError, "one of 'secure'"),
        ("scripts", {}, ValueError, "one of 'secure'"),
        ("tiles", {}, TypeError, "^headers_middleware: missing .* 'max_age'$"),
        ("tiles", {"max_age": "60"}, TypeError, "x-ages: int expected"),
        ("secure", {"max_age": 60}, TypeError, "^headers_middleware: .* 'max_age'$"),
        ("hosted", {"max_age": 60}, TypeError, "^headers_middleware: .* 'max_age'$"),
        ("secure", {"methods": "GET"}, TypeError, "methods: a collection"),
        ("secure", {"exclude": "/docs"}, TypeError, "exclude: a collection"),
        ("secure", {"below": "500"}, TypeError, "below: int expected"),
    ],
)
def test_mistakes_raise_before_the_first_request(
    api: ModuleType,
    profile: str,
    given: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    """What is wrong with an argument is wrong where the middleware is made."""
    with pytest.raises(error, match=message):
        api.headers_middleware(profile, **given)


def test_functions_of_profiles(api: ModuleType) -> None:
    """A profile's function sets its fields on any response, under its policies."""
    response = Response("x", headers={"vary": "Cookie", "referrer-policy": "origin"})
    api.apply_secure(response)
    assert response.raw_headers == [
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"origin"),
        (b"vary", b"Accept, Cookie"),
        (b"content-length", b"1"),
    ]
    api.apply_tiles(response, max_age=3, kept=None)
    assert response.headers["x-ages"] == "3"
    assert "x-kept" not in response.headers
    response.headers["cache-control"] = "no-store"
    with pytest.raises(ValueError, match="cache-control: locked"):
        api.apply_tiles(response, max_age=4)
    assert response.headers["x-ages"] == "3"


def test_templates_of_profiles(api: ModuleType) -> None:
    """What a template has a place for is an argument of the profile's function."""
    response = Response("x")
    api.apply_placed(response, address="/help")
    assert response.headers["link"] == '</help>; rel="help"'
    api.apply_scripts(response, nonce="YWJj")
    assert "'nonce-YWJj'" in response.headers["content-security-policy"]


def test_a_profile_of_the_body_alone_has_no_function(api: ModuleType) -> None:
    """What is computed of a body cannot be known elsewhere."""
    assert not hasattr(api, "apply_tagged")
