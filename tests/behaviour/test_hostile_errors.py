"""Whatever an exception holds, the handlers answer as declared, and do not raise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from fastapi import FastAPI, HTTPException
from fastapi.exceptions import RequestValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException as StarletteException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.behaviour.applications import Server, package, running

SCHEMA = """
problems:
  Problem: {status: [400, 409, 500]}
  Invalid: {status: 422, extensions: {errors: "list[dict[str, str]]"}}
  ServerError: {status: 500}
errors:
  http: Problem
  validation: Invalid
  unhandled: ServerError
  "tests.behaviour.test_hostile_errors:HeldError": {answer: Problem, detail: text}
"""


class HeldError(Exception):
    """An exception of the project's own that holds what it is given."""

    def __init__(self, headers: object) -> None:
        super().__init__("Held.")
        self.headers = headers


class Raising(Mapping[str, str]):
    """A mapping of which nothing can be learned."""

    def __getitem__(self, key: str) -> str:
        raise RuntimeError("asked")

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("asked")

    def __len__(self) -> int:
        raise RuntimeError("asked")


class Evasive:
    """It says that it is whatever one asks for, and fails."""

    @property  # type: ignore[misc]  # a disguise
    def __class__(self) -> Any:
        raise RuntimeError("asked")


class Pretending(str):
    """Text whose own methods are not asked."""

    __slots__ = ()

    def lower(self) -> str:
        raise RuntimeError("asked")

    encode = __str__ = lower  # type: ignore[assignment]  # as hostile as can be


class UnspeakableError(HTTPException):
    """It fails to say what it is."""

    def __getattribute__(self, name: str) -> Any:
        if name in ("detail", "headers"):
            raise RuntimeError("asked")
        return super().__getattribute__(name)


class UnlistedError(RequestValidationError):
    """A request's mistakes that cannot be listed."""

    def errors(self) -> Any:
        raise RuntimeError("asked")


HEADERS: dict[str, object] = {
    "raising": Raising(),
    "evasive": Evasive(),
    "no-texts": {1: "x", "x-a": None, b"x-b": b"1"},
    "pretending": {Pretending("x-c"): Pretending("1"), "x-d": "a\r\nb"},
    "no-mapping": [("x-a", "1")],
}
VALIDATION: dict[str, Exception] = {
    "a-text": RequestValidationError("text"),
    "none": RequestValidationError(None),  # type: ignore[arg-type]  # by hand
    "numbers": RequestValidationError([1, None, "x"]),
    "empty": RequestValidationError([{}]),
    "places": RequestValidationError([{"loc": 7, "msg": None, "type": []}]),
    "context": RequestValidationError([{"loc": ("body",), "ctx": "tag", "msg": "x"}]),
    "mapping": RequestValidationError([Raising()]),
    "unlisted": UnlistedError([]),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    api = package(folder, "fastapi", api=SCHEMA)["api"]
    app = FastAPI()

    @app.get("/http/{name}")
    def of_framework(name: str) -> None:
        raise HTTPException(409, "Taken.", HEADERS[name])  # type: ignore[arg-type]  # by hand

    @app.get("/held/{name}")
    def of_project(name: str) -> None:
        raise HeldError(HEADERS[name])

    @app.get("/validation/{name}")
    def of_request(name: str) -> None:
        raise VALIDATION[name]

    @app.get("/unspeakable")
    def unspeakable() -> None:
        raise UnspeakableError(409)

    @app.get("/status/{status}")
    def status(status: str) -> None:
        statuses: dict[str, Any] = {"text": "409", "far": 10**9, "true": True}
        raise HTTPException(statuses[status], "Taken.")

    api.install_error_handlers(app)
    with running(app, "h11") as found:
        yield found


@pytest.mark.parametrize("name", HEADERS)
def test_headers(server: Server, name: str) -> None:
    """What is text and a field is sent; nothing else is."""
    reply = server.ask("GET", f"/http/{name}")
    assert (reply.status, reply.json["detail"]) == (409, "Taken.")
    assert reply.headers.get("x-c") == ("1" if name == "pretending" else None)
    assert not {"x-a", "x-b", "x-d"} & {*reply.headers}
    reply = server.ask("GET", f"/held/{name}")
    assert (reply.status, reply.json["detail"]) == (400, "Held.")


@pytest.mark.parametrize("name", VALIDATION)
def test_requests(server: Server, name: str) -> None:
    reply = server.ask("GET", f"/validation/{name}")
    assert reply.status == 422
    whole = ("pointer", "detail", "location", "type")
    assert all([*each] == [*whole] for each in reply.json["errors"])


def test_what_cannot_be_asked(server: Server) -> None:
    reply = server.ask("GET", "/unspeakable")
    assert reply.status == 409
    assert "detail" not in reply.json


@pytest.mark.parametrize("status", ["text", "far", "true"])
def test_statuses_that_nobody_can_send(server: Server, status: str) -> None:
    reply = server.ask("GET", f"/status/{status}")
    assert (reply.status, reply.json["status"]) == (500, 500)


def test_starlette_alone(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same handlers, without FastAPI."""
    folder = tmp_path_factory.mktemp("starlette")
    schema = SCHEMA.replace("  validation: Invalid\n", "")
    api = package(folder, "starlette", api=schema)["api"]

    async def fail(request: Request) -> Response:
        headers: Any = HEADERS[request.path_params["name"]]
        raise StarletteException(409, "Taken.", headers)

    app = Starlette(routes=[Route("/{name}", fail)])
    api.install_error_handlers(app)
    with running(app, "h11") as found:
        for name in HEADERS:
            reply = found.ask("GET", f"/{name}")
            assert (reply.status, reply.json["detail"]) == (409, "Taken.")
