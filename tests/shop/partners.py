"""What partners fetch: a pydantic model, rows as they come, and an application of Starlette alone."""

from __future__ import annotations

from fastapi import APIRouter, Response
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from generated.feeds import CatalogueDocument
from generated.openapi import CatalogueRoute, responses_of
from generated.partners import StockTable, SupplierJSON
from tests.demo import models
from tests.demo.partners import Stock, Supplier
from tests.shop.data import PRODUCTS, STOCK, tag

router = APIRouter(prefix="/partners", tags=["partners"], route_class=CatalogueRoute)


@router.get("/suppliers/{name}", responses=responses_of(SupplierJSON))
def supplier(name: str, response: Response) -> Supplier:
    """Data is returned here, and what the class declares goes onto FastAPI's own response."""
    SupplierJSON.apply(response)
    return Supplier(name=name, country="LK")


@router.get("/stock.csv")
def stock_table() -> StockTable:
    """A table for spreadsheets: its columns are those of the class of its rows."""
    return StockTable(Stock(sku, sum(each.values())) for sku, each in STOCK.items())


def catalogue(request: Request) -> CatalogueDocument:
    products = [
        models.ProductResource(type="products", id=sku, attributes=each)
        for sku, each in PRODUCTS.items()
    ]
    document = models.CatalogueDocument(data=products)
    return CatalogueDocument(document, etag=tag(*PRODUCTS.values()))


feeds = Starlette(routes=[Route("/catalogue", catalogue)])
