"""What the demo's shop sells: enough to ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b

from tests.demo.models import Basket, BasketLine, Order, Product

PRODUCTS: dict[str, Product] = {
    product["sku"]: product
    for product in (
        Product(sku="tea-1", name="Earl Grey", price="8.90", tags=["tea", "black"]),
        Product(sku="tea-2", name="Sencha", price="12.50", tags=["tea", "green"]),
        Product(sku="pot-1", name="Théière", price="49.00", tags=["pot"]),
    )
}
STOCK = {"tea-1": {"north": 40, "harbour": 2}, "tea-2": {}, "pot-1": {"south": 3}}
ISSUER = "shop.example"
CHANGED = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
ORDERS: list[Order] = [
    Order(
        number=1001,
        placed="2024-03-05T09:30:00Z",
        lines=[BasketLine(sku="tea-1", pieces=2)],
        total="17.80",
    )
]


def tag(product: Product) -> str:
    """The opaque part of a product's entity tag: a digest of what stands in it."""
    return blake2b(repr(product).encode(), digest_size=6).hexdigest()


def basket(*skus: str) -> Basket:
    """One piece of each."""
    cents = sum(round(float(PRODUCTS[sku]["price"]) * 100) for sku in skus)
    lines = [BasketLine(sku=sku, pieces=1) for sku in skus]
    return Basket(lines=lines, total=f"{cents / 100:.2f}")


def movements() -> Iterator[str]:
    """What came into each warehouse, a line at a time below the names of the columns."""
    yield "sku,warehouse,pieces\r\n"
    for sku, warehouses in STOCK.items():
        for warehouse, pieces in warehouses.items():
            yield f"{sku},{warehouse},{pieces}\r\n"


class ClosedError(Exception):
    """What the shop does not do on the web; its text is for customers."""
