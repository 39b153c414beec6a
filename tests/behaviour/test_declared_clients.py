"""The shop's responses, as clients read them off real servers, are what its classes declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import httpx
import pytest
import requests

from generated import account, common, shop
from respgen.testing import UndeclaredError, assert_declared
from tests.behaviour.serving import Implementation
from tests.support.reference import counts_parts
from tests.tour import served

ADA = {"name": "ada", "password": "bergamot"}
ROUTES: dict[str, tuple[type, dict[str, Any]]] = {
    "GET /products": (shop.ProductList, {}),
    "GET /products/tea-1": (shop.ProductJSON, {}),
    "GET /products/tea-1/stock": (shop.StockJSON, {}),
    "GET /products/tea-1/page": (shop.ProductPage, {}),
    "GET /products/pot-1/manual": (shop.Manual, {}),
    "GET /movements.csv": (shop.StockMovements, {}),
    "POST /basket/tea-1": (shop.BasketJSON, {}),
    "DELETE /basket": (shop.BasketEmptied, {}),
    "POST /session": (account.SignedIn, {"json": ADA}),
    "GET /account": (account.TokenRefused, {}),
    "GET /nowhere": (shop.NoSuchProduct, {}),
    "PATCH /products": (shop.Failure, {}),
    "POST /orders": (shop.Misunderstood, {"json": {}}),
}


@pytest.fixture(scope="module", params=get_args(Implementation))
def home(request: pytest.FixtureRequest) -> Iterator[str]:
    """The shop on uvicorn, with each of its HTTP implementations."""
    with served(request.param) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("client", [httpx, requests], ids=["httpx", "requests"])
def test_clients_read_what_is_declared(home: str, client: Any) -> None:
    """Every response is of its class, whichever client reads it."""
    for route, (kind, given) in ROUTES.items():
        method, path = route.split()
        sent = client.request(method, home + path, timeout=10, **given)
        assert_declared(sent, kind)


@pytest.mark.parametrize(
    "wanted",
    [
        "bytes=0-3",
        pytest.param("bytes=0-1,3-4", marks=counts_parts),
        "bytes=9999999-",
    ],
)
def test_a_part_of_a_file_is_of_its_class(home: str, wanted: str) -> None:
    """Ranges are answered by the framework, with the fields of the class."""
    sent = httpx.get(f"{home}/products/pot-1/manual", headers={"Range": wanted})
    assert sent.status_code in (206, 416)
    assert_declared(sent, shop.Manual)


def test_a_copy_that_is_still_good(home: str) -> None:
    """A 304 is of the class whose 200 it stands for, and of the class that is named in its place."""
    path = f"{home}/products/tea-1"
    tag = httpx.get(path).headers["etag"]
    sent = httpx.get(path, headers={"If-None-Match": tag})
    assert sent.status_code == 304
    assert_declared(sent, shop.ProductJSON, common.NotModified)


def test_a_stream_stays_unread(home: str) -> None:
    """The fields of a stream are compared before it is read, and it can be read afterwards."""
    path = f"{home}/movements.csv"
    with httpx.stream("GET", path) as sent:
        assert_declared(sent, shop.StockMovements)
        assert not sent.is_stream_consumed
        assert next(sent.iter_lines()) == "sku,warehouse,pieces"
    with requests.get(path, stream=True, timeout=10) as answer:
        assert_declared(answer, shop.StockMovements)
        assert next(answer.iter_lines()) == b"sku,warehouse,pieces"


def test_lines_of_one_name_are_told_apart(home: str) -> None:
    """requests joins them; each cookie of several is compared all the same."""
    sent = requests.post(f"{home}/session", json=ADA, timeout=10)
    assert_declared(sent, account.SignedIn)
    with pytest.raises(UndeclaredError, match="status"):
        assert_declared(sent, shop.Failure)
