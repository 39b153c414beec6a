"""Functions, settings and types of content may live in the module with the routes.

It imports the generated module, which imports it when something of it is used.
"""

from fastapi.testclient import TestClient

from tests.cases.keys.beside_routes.web import app


def is_served() -> None:
    client = TestClient(app)
    answer = client.get("/page")
    assert answer.text == "<p lang=en>Shop Tea 0</p>"
    assert answer.headers["x-region"] == "eu"
    assert "Domain=shop.example" in answer.headers["set-cookie"]
    assert client.get("/lines").json() == [{"made": "2026-01-02"}]
    assert client.get("/lines").headers["x-lines"] == "7"


def a_child_gives_the_params_that_it_adds() -> None:
    assert TestClient(app).get("/short").text == "<p lang=en>Home Tea 3</p>"


def is_documented() -> None:
    assert {*TestClient(app).get("/openapi.json").json()["paths"]} == {
        "/page",
        "/short",
        "/lines",
    }
