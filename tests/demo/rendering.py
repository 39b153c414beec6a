"""Renderers and a base class that people wrote by hand, and that schemas/ points to."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from decimal import Decimal

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
