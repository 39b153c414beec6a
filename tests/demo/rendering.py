"""Renderers, base classes and a mixin that people wrote by hand, and that schemas/ points to."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from starlette.background import BackgroundTask
from starlette.responses import JSONResponse

from tests.demo.models import Order


class CompactJSON(JSONResponse):
    """JSON with its keys in order: equal documents are equal bytes, so caches can compare them."""

    def render(self, content: object) -> bytes:
        return json.dumps(
            content,
            ensure_ascii=False,
            allow_nan=False,
            separators=(",", ":"),
            sort_keys=True,
        ).encode()


class UnderContract(JSONResponse):
    """JSON that names the contract below which it is sent."""

    def __init__(
        self,
        content: object,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        contract: str,
        draft: bool = False,
    ) -> None:
        named = {"X-Contract": f"{contract}; draft" if draft else contract}
        super().__init__(
            content, status_code, {**named, **(headers or {})}, media_type, background
        )


class FileNames:
    """Mixed in: how what is sent is named where it is saved."""

    @classmethod
    def file_name(cls, number: int) -> str:
        return f"{cls.__name__.lower()}-{number}.json"


def offered(prices: Mapping[str, Decimal]) -> None:
    """Nothing is given away."""
    if any(price <= 0 for price in prices.values()):
        raise ValueError("an offer has a price")


def plain(value: object) -> str:
    """What JSON cannot hold: a price stays exact as text."""
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not for JSON")


def order_lines(orders: Iterable[Order]) -> bytes:
    """Orders as CSV (RFC 4180), one a line, below the names of the columns."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(["number", "placed", "pieces", "total"])
    for order in orders:
        pieces = sum(line["pieces"] for line in order["lines"])
        writer.writerow([order["number"], order["placed"], pieces, order["total"]])
    return lines.getvalue().encode()


def span(prices: Sequence[float]) -> str:
    """The lowest and the highest price, as `9.50..120.00`."""
    return f"{min(prices):.2f}..{max(prices):.2f}"
