"""What the benchmarks send: 200 items, as models and as mappings."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


class Item(BaseModel):
    id: int
    name: str
    price: float
    tags: list[str]


ITEMS = [
    Item(id=n, name=f"Teapot {n}", price=n + 0.5, tags=["kitchen", "tea"])
    for n in range(200)
]
ROWS: list[dict[str, Any]] = [item.model_dump() for item in ITEMS]
TABLE = [{**row, "tags": "kitchen"} for row in ROWS]
FORM = {"grant_type": "authorization_code", "code": "c0ffee", "state": "a b&c=d"}
