"""The example application, as its users and their tools meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from uvicorn.config import HTTPProtocolType

from tests.shop.main import app
from tests.support.corpora import ROOT
from tests.tour import served

SHOP = ROOT / "tests" / "shop"
ADA = {"name": "ada", "password": "bergamot"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(app, base_url="https://shop.example") as made:
        made.follow_redirects = False
        yield made


def ran(folder: Path, *words: str, status: int = 0) -> str:
    """What a command of the environment says in a folder, where it ends with this status."""
    run = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == status, run.stdout + run.stderr
    return run.stdout


def test_it_is_short() -> None:
    """The shop is read in one sitting: its modules have fewer than 400 lines."""
    texts = [path.read_text(encoding="utf-8") for path in SHOP.glob("*.py")]
    assert sum(text.count("\n") for text in texts) < 400


def test_signing_in_and_out(client: TestClient) -> None:
    """What signing in sets lets a customer in, and signing out takes it away."""
    assert client.get("/account").status_code == 401
    client.post("/session", json=ADA)
    assert client.get("/account").json()["name"] == "ada"
    client.delete("/session")
    assert client.get("/account").status_code == 401
    assert not [each for each in client.cookies.jar if each.path == "/"]


def test_a_wrong_password(client: TestClient) -> None:
    """Neither a wrong password nor an unknown name signs anybody in; the answer has a challenge."""
    for wrong in (ADA | {"password": "-"}, {"name": "eve", "password": "-"}):
        answer = client.post("/session", json=wrong)
        assert (answer.status_code, "set-cookie" in answer.headers) == (401, False)
        assert answer.headers["www-authenticate"].startswith("Bearer ")


@pytest.mark.parametrize(
    ("onward", "led"),
    [("/products", "/products"), ("//evil.example", "/account")],
    ids=["ours", "a stranger's"],
)
def test_where_the_form_leads(client: TestClient, onward: str, led: str) -> None:
    """The form leads where its visitor was, and home where a link says otherwise."""
    asked = client.post("/session/form", params={"onward": onward}, data=ADA)
    assert (asked.status_code, asked.headers["location"]) == (303, led)


def test_a_copy_that_is_still_good(client: TestClient) -> None:
    """Who has a product is not sent it again."""
    first = client.get("/products/tea-1")
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get("/products/tea-1", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize(
    ("pieces", "status", "said"),
    [
        pytest.param(99, 409, "99 pieces were ordered, and 42 are left.", id="raised"),
        pytest.param(-1, 409, "Returns are taken at the counter.", id="own exception"),
        pytest.param("x", 422, "valid integer", id="validation"),
    ],
)
def test_orders_that_cannot_stand(
    client: TestClient, pieces: object, status: int, said: str
) -> None:
    """Each mistake is a problem of RFC 9457 that says what is wrong."""
    answer = client.post("/orders", json={"sku": "tea-1", "pieces": pieces})
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.text


def test_events_go_on_where_a_page_left(client: TestClient) -> None:
    """A page that lost its connection is told what it does not know yet."""
    known = {"Last-Event-ID": "2"}
    events = client.get("/orders/1001/live", headers=known).text.split("\n\n")
    assert [event for event in events if event] == [
        'event: delivered\ndata: {"order":1001,"signed":"A. Nkemelu"}\nid: 3'
    ]


def test_responses_that_no_route_makes(client: TestClient) -> None:
    """A path that leads nowhere is a problem, and what is mounted has the shop's headers."""
    nowhere = client.get("/nowhere")
    assert (nowhere.status_code, nowhere.json()["title"]) == (
        404,
        "There is no such product.",
    )
    probe = client.get("/live")
    assert (probe.status_code, probe.headers["referrer-policy"]) == (204, "no-referrer")
    assert "content-security-policy" not in client.get("/docs").headers


# Tools that read its document


# Starlette's 405 names the methods of the first route of a path, FastAPI has one for each method
UNJUDGED = "--exclude-checks=allow_header_conformance"


def asked(folder: Path, port: int, *words: str, status: int = 0) -> str:
    """What schemathesis says of the shop, whose document it compares with what it is sent."""
    location = f"http://127.0.0.1:{port}/openapi.json"
    command = ["schemathesis.cli", "run", location, "--seed=1", *words]
    return ran(folder, *command, status=status)


@pytest.mark.slow
@pytest.mark.parametrize("http", ["h11", "httptools"])
def test_nothing_is_sent_that_is_not_declared(
    http: HTTPProtocolType, tmp_path: Path, client: TestClient
) -> None:
    """Good requests and bad ones get what the document says: status, media type, headers, body."""
    client.post("/session", json=ADA)
    [session] = [each for each in client.cookies.jar if "session" in each.name]
    cookie = f"--header=Cookie: {session.name}={session.value}"
    with served(http) as port:
        said = asked(tmp_path, port, "--max-examples=3", UNJUDGED, cookie)
    assert "No issues found" in said


@pytest.mark.slow
def test_something_undeclared_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The test above would fail: for a document without a route's 200, schemathesis finds that."""
    document = json.loads(json.dumps(app.openapi()))
    operation = document["paths"]["/products/{sku}"]["get"]
    del operation["responses"]["200"], operation["responses"]["default"]
    monkeypatch.setattr(app, "openapi", lambda: document)
    with served() as port:
        only = "--include-path=/products/{sku}"
        said = asked(tmp_path, port, "--max-examples=1", only, status=1)
    assert "Undocumented status code" in said


CLIENT_SETTINGS = """\
post_hooks: []
content_type_overrides: {application/pdf: application/octet-stream, application/xml: application/octet-stream}
"""
USE = """\
from tea_shop import Client
from tea_shop.api.products import products_products_get as products

answer = products.sync_detailed(client=Client("http://127.0.0.1:{port}"), limit=1)
print(int(answer.status_code), answer.headers["X-Total-Count"])
"""


@pytest.mark.slow
def test_a_client_is_made_of_it(tmp_path: Path) -> None:
    """openapi-python-client has no reservations, mypy none of the client; it reads a declared header."""
    (tmp_path / "openapi.json").write_text(json.dumps(app.openapi()))
    (tmp_path / "client.yaml").write_text(CLIENT_SETTINGS)
    made = "openapi_python_client generate --path openapi.json --meta none --fail-on-warning"
    options = ["--output-path", "tea_shop", "--config", "client.yaml"]
    ran(tmp_path, *made.split(), *options)
    with served() as port:
        (tmp_path / "use.py").write_text(USE.format(port=port))
        ran(tmp_path, "mypy", "--config-file=", "--strict", "tea_shop", "use.py")
        assert ran(tmp_path, "use") == "200 3\n"
