"""An application answers its errors as the schema declares."""

import pytest
from case_errors.shop import Unauthorized, install_error_handlers
from fastapi import FastAPI, HTTPException
from starlette.testclient import TestClient
from tests.behaviour.shop_errors import OutOfStock


def _client() -> TestClient:
    app = FastAPI()

    @app.get("/{path}")
    def route(path: str, limit: int = 1) -> None:
        if path == "http":
            raise HTTPException(409, "Taken.")
        if path == "unauthorized":
            raise Unauthorized.Error(message="Who?")
        if path == "stock":
            raise OutOfStock("Gone.")
        if path == "zero":
            raise ZeroDivisionError("never told")
        raise RuntimeError("never told")

    install_error_handlers(app)
    return TestClient(app, raise_server_exceptions=False)


def answers() -> None:
    for path, status, detail in (
        ("/http", 409, "Taken."),
        ("/unauthorized", 401, "Who?"),
        ("/stock", 400, "Gone."),
        ("/zero", 400, None),
        ("/other", 500, "It is not your fault."),
        ("/no/where", 404, None),
    ):
        reply = _client().get(path)
        assert (reply.status_code, reply.json().get("detail")) == (status, detail)


def says_what_is_wrong_with_a_request() -> None:
    reply = _client().get("/http?limit=x")
    assert reply.status_code == 422
    assert reply.json()["errors"][0]["pointer"] == "#/limit"


def is_installed_before_the_first_request() -> None:
    app = FastAPI()
    TestClient(app).get("/")
    with pytest.raises(RuntimeError, match="before the first request"):
        install_error_handlers(app)
