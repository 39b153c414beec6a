"""A machine, used by people and asked by other machines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kiosk import data
from kiosk.app import app


@pytest.fixture
def client() -> Iterator[TestClient]:
    data.tickets.clear()
    with TestClient(app, base_url="https://kiosk.museum.example", follow_redirects=False) as made:
        yield made


@pytest.fixture
def anna(client: TestClient) -> TestClient:
    client.post("/login", data={"name": "anna", "pin": "4711"})
    return client


def test_prices_are_on_the_first_page(client: TestClient) -> None:
    answer = client.get("/")
    assert "adult: 12 €" in answer.text
    assert answer.headers["Vary"] == "Cookie"


def test_signing_in_leads_to_the_account(client: TestClient) -> None:
    answer = client.post("/login", data={"name": "anna", "pin": "4711"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/account")
    assert client.get("/account").headers["X-Flash"] == "signed-in"
    assert "X-Flash" not in client.get("/account").headers


def test_a_wrong_pin_is_refused(client: TestClient) -> None:
    answer = client.post("/login", data={"name": "anna", "pin": "1"})
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Form")
    assert "Name or PIN is wrong." in answer.text


def test_signing_out_ends_the_session(anna: TestClient) -> None:
    assert anna.get("/account").status_code == 200
    anna.post("/logout")
    assert anna.cookies.get("kiosk_session") is None
    assert anna.get("/account").headers["Location"] == "/login"


def test_a_forged_session_is_thrown_away(client: TestClient) -> None:
    client.cookies.set("kiosk_session", "anna.1", domain="kiosk.museum.example", path="/")
    assert client.get("/account").status_code == 303
    assert client.cookies.get("kiosk_session") is None


def test_a_language_is_remembered(client: TestClient) -> None:
    client.get("/language/de")
    assert "Eintrittskarten" in client.get("/").text
    client.delete("/language")
    assert "Tickets" in client.get("/").text


def test_machines_buy_tickets(client: TestClient) -> None:
    bought = client.post("/api/tickets", json={"kind": "adult"})
    assert bought.status_code == 201
    shown = client.get(bought.headers["Location"])
    assert shown.json() == {"number": 1, "kind": "adult", "owner": None}
    assert shown.headers["Cache-Control"] == "no-store"
    assert client.post("/api/tickets", json={"kind": "dog"}).json() == {"error": "kind"}


def test_members_give_tickets_back(anna: TestClient) -> None:
    place = anna.post("/api/nights").headers["Location"]
    assert anna.put(f"{place}/adult").status_code == 200
    assert anna.put(f"{place}/night").status_code == 402
    assert anna.delete(place).status_code == 204
    assert anna.get(place).json() == {"error": "There is no such ticket."}


def test_every_answer_is_hardened(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/api/alive", "/images/a.svg"):
        assert client.get(path).headers["X-Content-Type-Options"] == "nosniff"
