"""The library, asked as its terminals ask it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from library import store
from library.main import app


@pytest.fixture
def client() -> Iterator[TestClient]:
    store.reset()
    with TestClient(app, base_url="https://library.example") as made:
        yield made


@pytest.fixture
def member(client: TestClient) -> TestClient:
    assert client.post("/login", json={"card": "1001", "pin": "1234"}).status_code == 200
    return client


def test_the_list_says_how_long_it_is(client: TestClient) -> None:
    answer = client.get("/books", params={"author": "Austen"})
    assert len(answer.json()) == 2
    assert answer.headers["X-Total-Count"] == "3"
    assert answer.headers["X-Library"] == "central"


def test_a_new_book_has_a_place(client: TestClient) -> None:
    book = {"isbn": "111", "title": "A", "author": "B"}
    answer = client.post("/books", json=book)
    assert (answer.status_code, answer.headers["Location"]) == (201, "/books/111")
    assert client.post("/books", json=book).status_code == 409


def test_a_batch_has_parts(client: TestClient) -> None:
    answer = client.post("/books/batch", json=[{"isbn": "5", "title": "A", "author": "B"}])
    assert answer.json() == [{"status": 201, "location": "/books/5"}]


def test_what_is_not_there_is_a_problem(client: TestClient) -> None:
    answer = client.get("/books/0")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 404


def test_without_a_session_there_is_a_challenge(client: TestClient) -> None:
    answer = client.get("/loans")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert answer.json() == {"detail": "Sign in first."}


def test_a_loan_can_be_given_back(member: TestClient) -> None:
    made = member.post("/loans", json={"isbn": "9780141"})
    assert made.status_code == 201
    assert member.post("/loans", json={"isbn": "9780141"}).headers["Retry-After"] == "86400"
    assert member.delete(made.headers["Location"]).status_code == 204


def test_logging_out_takes_the_session_away(member: TestClient) -> None:
    assert member.cookies.get("sid")
    member.post("/logout")
    assert member.cookies.get("sid") is None
    assert member.get("/loans").status_code == 401


def test_an_account_can_be_closed(member: TestClient) -> None:
    assert member.delete("/account").json() == {"closed": "1001"}
    assert not member.cookies


def test_tables_are_saved(client: TestClient) -> None:
    answer = client.get("/reports/members.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="members.csv"'
    assert "Zoë" in answer.text
