"""What partners exchange with the shop: a model and two dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pydantic import BaseModel, Field


class Supplier(BaseModel):
    name: str
    country: str = Field(serialization_alias="countryCode")
    phone: str | None = None


@dataclass(frozen=True)
class Shipment:
    number: int
    sent: datetime
    weight: Decimal


@dataclass(frozen=True)
class Stock:
    sku: str
    pieces: int
