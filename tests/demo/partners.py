"""What partners exchange with the shop: models, and the routes that send them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from generated import partners
from tests.demo.data import CHANGED, STOCK

router = APIRouter(prefix="/partners")


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


SHIPMENTS = [Shipment(7001, CHANGED, Decimal("2.50"))]


@router.get("/suppliers/{name}", response_class=partners.SupplierJSON)
def supplier(name: str) -> partners.SupplierJSON:
    return partners.SupplierJSON(Supplier(name=name, country="LK"), brief=True)


@router.get("/shipments", response_class=partners.Shipments)
def shipments() -> partners.Shipments:
    return partners.Shipments(SHIPMENTS)


@router.get("/stock", response_class=partners.StockFeed)
def stock() -> partners.StockFeed:
    return partners.StockFeed(_stock())


@router.get("/stock.csv", response_class=partners.StockTable)
def stock_table() -> partners.StockTable:
    return partners.StockTable(_stock())


def _stock() -> list[Stock]:
    pieces = {sku: sum(where.values()) for sku, where in STOCK.items()}
    return [Stock(*each) for each in pieces.items()]


@router.get("/tills/{sku}", response_class=partners.TillUpdate)
def till(sku: str) -> partners.TillUpdate:
    return partners.TillUpdate(STOCK[sku])


@router.get("/customs/{number}", response_class=partners.CustomsDeclaration)
def customs(number: int) -> partners.CustomsDeclaration:
    tea = {"code": "0902", "name": "Tea & herbs"}
    return partners.CustomsDeclaration({"number": str(number), "positions": [tea]})


@router.get("/prices", response_class=partners.PriceList)
def prices() -> partners.PriceList:
    return partners.PriceList({"tea-2": Decimal("12.50"), "tea-1": Decimal("8.90")})


@router.get("/offers/{number}", response_class=partners.Offer)
def offer(number: int) -> partners.Offer:
    name = partners.Offer.file_name(number)
    saved = {"Content-Disposition": f'attachment; filename="{name}"'}
    prices = {"tea-1": Decimal("7.20")}
    return partners.Offer(prices, headers=saved, contract=f"C-{number}")


@router.get("/labels/{number}", response_class=partners.ShippingLabel)
def label(number: int) -> partners.ShippingLabel:
    return partners.ShippingLabel(b"%PDF-1.7", media_type="application/pdf")
