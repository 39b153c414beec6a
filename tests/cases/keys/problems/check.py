"""Problems are the JSON of RFC 9457, with the members of their classes."""

import json
from typing import Any

import pytest
from case_problems.shop import Gone, Misunderstood, Moved, OutOfCredit, Overdrawn
from starlette.datastructures import URL


def _body(response: Any) -> list[tuple[str, object]]:
    return list(json.loads(response.body).items())


def sends_its_members_in_order() -> None:
    response = OutOfCredit(
        "Go and earn some.", instance="/buy/7", balance=30, cost=50, accounts=["a"]
    )
    assert response.status_code == 403
    assert _body(response) == [
        ("type", "https://shop.example/problems/out-of-credit"),
        ("title", "You do not have enough credit."),
        ("status", 403),
        ("detail", "Go and earn some."),
        ("instance", "/buy/7"),
        ("balance", 30),
        ("cost", 50),
        ("accounts", ["a"]),
    ]


def writes_urls_as_their_text() -> None:
    page = URL("https://shop.example/items/7?a=b")
    for made in (Moved, Moved.Error):
        raised = made(instance=page, successor=page, mirrors=[page])
        response = raised if isinstance(raised, Moved) else raised.response()
        members = dict(_body(response))
        assert members["instance"] == members["successor"] == str(page)
        assert members["mirrors"] == [str(page)]


def refuses_what_json_does_not_have() -> None:
    class Kit:
        components = ()

    kit: Any = Kit()
    for wrong in ({"instance": kit}, {"mirrors": [kit]}, {"mirrors": [b"a"]}):
        with pytest.raises(TypeError, match="Kit|bytes"):
            Moved(successor=URL("/"), **wrong)


def leaves_out_what_is_none() -> None:
    response = OutOfCredit(balance=0, cost=1, accounts=[])
    assert [name for name, _ in _body(response)] == [
        *("type", "title", "status", "balance", "cost", "accounts")
    ]


def has_its_constants() -> None:
    assert OutOfCredit.type == "https://shop.example/problems/out-of-credit"
    assert OutOfCredit.title == "You do not have enough credit."
    assert Misunderstood.type == "about:blank"
    assert not hasattr(Misunderstood, "title")


def sends_the_headers_of_all() -> None:
    response = OutOfCredit(balance=0, cost=1, accounts=[], retry_after=60)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["retry-after"] == "60"


def fills_the_detail() -> None:
    response = Overdrawn(balance=30, cost=50.5, headers={"x-trace": "1"})
    detail = "Your balance is 30, but that costs 50.5: {no}."
    assert ("detail", detail) in _body(response)


def keeps_a_constant_detail() -> None:
    assert dict(_body(Gone()))["detail"] == "Nobody knows where."


def names_the_status_that_is_sent() -> None:
    assert _body(Misunderstood(None, 422)) == [
        ("type", "about:blank"),
        ("title", "Unprocessable Content"),
        ("status", 422),
    ]
    assert Misunderstood().status_code == 400
    with pytest.raises(ValueError, match="400, 422"):
        Misunderstood(None, 404)  # type: ignore[arg-type]  # what mypy says is the point


def refuses_what_is_no_text() -> None:
    with pytest.raises(TypeError, match="detail"):
        Misunderstood(7)  # type: ignore[arg-type]  # what mypy says is the point
