"""The ledger, asked as its web application asks it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from ledger import books
from ledger.main import app
from ledger.routes import ok

ENTRY = {"day": "2026-03-01", "debit": "1000", "credit": "4000", "amount": "12.50"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    books.reset()
    with TestClient(app, base_url="https://ledger.example", follow_redirects=False) as made:
        yield made


def signed_in(client: TestClient, name: str) -> TestClient:
    answer = client.post("/auth/login", json={"name": name, "password": name[0]})
    assert answer.json() == {"success": True, "data": {"name": name, "role": books.ROLES[name]}}
    return client


def test_what_is_ok_is_an_envelope() -> None:
    assert bytes(ok(7).body) == b'{"success":true,"data":7}'


def test_nobody_gets_nothing(client: TestClient) -> None:
    answer = client.get("/accounts")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert answer.json()["error"] == {"code": "unauthenticated", "message": "Not authenticated"}


def test_bearers_are_let_in(client: TestClient) -> None:
    token = client.post("/auth/token", json={"name": "bea", "password": "b"}).json()["access_token"]
    assert client.get("/auth/me", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    assert client.get("/auth/me", headers={"Authorization": "Bearer x"}).status_code == 401
    assert client.get("/auth/me", headers={"Authorization": "Basic x"}).status_code == 401


def test_logging_out_takes_the_cookie_away(client: TestClient) -> None:
    signed_in(client, "bea").post("/auth/logout")
    assert client.cookies.get("ledger") is None


def test_accounts_are_paged(client: TestClient) -> None:
    answer = signed_in(client, "art").get("/accounts")
    assert answer.headers["Link"] == '</accounts?page=2>; rel="next"'
    assert "Link" not in client.get("/accounts?page=2").headers


def test_only_owners_add_accounts(client: TestClient) -> None:
    account = {"code": "7000", "name": "Rent"}
    refused = signed_in(client, "bea").post("/accounts", json=account)
    assert (refused.status_code, refused.headers["X-Required-Role"]) == (403, "owner")
    made = signed_in(client, "olga").post("/accounts", json=account)
    assert (made.status_code, made.headers["Location"]) == (201, "/accounts/7000")
    assert client.post("/accounts", json=account).json()["error"]["code"] == "exists"
    assert client.delete("/accounts/7000").status_code == 204


def test_entries_have_accounts(client: TestClient) -> None:
    signed_in(client, "bea")
    made = client.post("/entries", json=ENTRY)
    assert made.headers["Location"] == "/entries/1"
    assert client.get("/entries/1").headers["ETag"] == '"1"'
    assert client.post("/entries", json={**ENTRY, "debit": "9"}).status_code == 400
    assert client.delete("/entries/1").headers["Allow"] == "GET"


def test_a_closed_year_stays_closed(client: TestClient) -> None:
    signed_in(client, "olga")
    assert client.post("/years/2026/close").status_code == 204
    assert client.post("/years/2026/close").status_code == 409
    assert client.post("/entries", json=ENTRY).json()["error"]["code"] == "closed"


def test_themes_come_and_go(client: TestClient) -> None:
    client.post("/auth/theme/dark")
    assert client.cookies.get("theme") == "dark"
    client.post("/auth/theme/none")
    assert client.cookies.get("theme") is None
    assert client.post("/auth/theme/pink").status_code == 400
