"""What the shop sells and has sold: enough to ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b

from tests.demo.models import Basket, BasketLine, Delivery, Product, Step

PRODUCTS = {
    each["sku"]: each
    for each in (
        Product(sku="tea-1", name="Earl Grey", price="8.90", tags=["tea", "black"]),
        Product(sku="tea-2", name="Sencha", price="12.50", tags=["tea", "green"]),
        Product(sku="pot-1", name="Théière", price="49.00", tags=["pot"]),
    )
}
STOCK = {"tea-1": {"north": 40, "harbour": 2}, "tea-2": {}, "pot-1": {"south": 3}}
CHANGED = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
PASSWORDS = {"ada": "bergamot"}
STEPS = [
    Step(place="north", at="2030-05-01T08:00:00Z"),
    Step(place="harbour", at="2030-05-01T17:30:00Z"),
]
DELIVERY = Delivery(order=1001, signed="A. Nkemelu")


def tag(*products: Product) -> str:
    """The opaque part of an entity tag: a digest of what the products say."""
    return blake2b(repr(products).encode(), digest_size=6).hexdigest()


def basket(sku: str, pieces: int = 1) -> Basket:
    cents = round(float(PRODUCTS[sku]["price"]) * 100) * pieces
    lines = [BasketLine(sku=sku, pieces=pieces)]
    return Basket(lines=lines, total=f"{cents / 100:.2f}")


def movements() -> Iterator[str]:
    """What came into each warehouse, a line at a time below the names of the columns."""
    yield "sku,warehouse,pieces\r\n"
    for sku, warehouses in STOCK.items():
        for warehouse, pieces in warehouses.items():
            yield f"{sku},{warehouse},{pieces}\r\n"
